import { join } from 'node:path';
import {
  AuditorService,
  PermissionsService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { FolderConfig } from '../config/readAgentsConfig';
import { audited } from '../permissions/audited';
import { agentFolderPublishPermission } from '../permissions/permissions';
import { requirePermission } from '../permissions/requirePermission';
import { requireFolderName } from './folderName';
import { listWorkspaceFiles } from './listWorkspaceFiles';
import { alreadyExists, folderExists, replaceFolder } from './replaceFolder';

/** `agents:publish-folder`: the workspace becomes a folder below the configured root. */
export function createPublishFolderAction(options: {
  folder: FolderConfig | undefined;
  permissions: PermissionsService;
  auditor: AuditorService;
}) {
  const { permissions, auditor } = options;
  return createTemplateAction({
    id: 'agents:publish-folder',
    description:
      'Writes the workspace to a folder below agents.folder.root, all of it or nothing. An existing folder is kept unless force is set.',
    supportsDryRun: true,
    schema: {
      input: {
        folder: z =>
          z.string().describe('Name of the folder, usually the agent’s name.'),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe('Directory in the workspace. Default: its root.'),
        force: z =>
          z
            .boolean()
            .optional()
            .describe('Replaces an existing folder. Default: false.'),
      },
      output: {
        folder: z => z.string().describe('Name of the folder.'),
        created: z => z.boolean().describe('False when it was replaced.'),
        files: z => z.array(z.string()).describe('Files in the folder.'),
      },
    },
    async handler(ctx) {
      const root = options.folder?.root;
      if (!root) {
        throw new InputError(
          'agents.folder.root is not configured: set it, or publish to a repository instead',
        );
      }
      const folder = requireFolderName(ctx.input.folder);
      const force = ctx.input.force ?? false;
      const source = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const credentials = await ctx.getInitiatorCredentials();
      await requirePermission(
        permissions,
        agentFolderPublishPermission,
        credentials,
      );
      const files = await listWorkspaceFiles(source);
      ctx.output('folder', folder);
      ctx.output('files', files);
      if (ctx.isDryRun) {
        const exists = await folderExists(join(root, folder));
        if (exists && !force) throw alreadyExists(folder);
        ctx.logger.info(`Would write ${files.length} files to ${folder}`);
        ctx.output('created', !exists);
        return;
      }
      // A retried task meets its own folder; what it did before is remembered and not refused.
      const created = await ctx.checkpoint({
        key: `agents.publish-folder.${folder}`,
        fn: () =>
          audited(
            { auditor, logger: ctx.logger },
            {
              eventId: 'agent-folder-publish',
              severityLevel: 'medium',
              meta: { folder, force, user: ctx.user?.ref, task: ctx.task.id },
            },
            async () => {
              const result = await replaceFolder({
                source,
                files,
                root,
                folder,
                force,
                signal: ctx.signal,
              });
              return result.created;
            },
          ),
      });
      ctx.logger.info(`Wrote ${files.length} files to folder ${folder}`);
      ctx.output('created', created);
    },
  });
}
