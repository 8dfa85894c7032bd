import { join } from 'node:path';
import { PermissionsService } from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { catalogLocationCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { FolderConfig } from '../config/readAgentsConfig';
import { requirePermission } from '../permissions/requirePermission';
import { AGENT_FOLDER_TOPIC } from '../provider/folderTopic';
import { folderLocation } from '../provider/readAgentFolders';
import { requireFolderName } from '../publish/folderName';
import { folderExists } from '../publish/replaceFolder';
import { waitForEntity } from './waitForEntity';

/** Longer than the default schedule of the provider, for events that do not cross to another instance. */
const DEFAULT_TIMEOUT_SECONDS = 120;

/** `agents:register`: makes the catalog read a published folder now, and waits until the agent is there. */
export function createRegisterAction(options: {
  folder: FolderConfig | undefined;
  permissions: PermissionsService;
  events: EventsService;
  catalog: CatalogService;
}) {
  const { permissions, events, catalog } = options;
  return createTemplateAction({
    id: 'agents:register',
    description:
      'Has the catalog read a folder that agents:publish-folder wrote, and waits for its entity. Needs the catalog module of this package.',
    supportsDryRun: true,
    schema: {
      input: {
        folder: z => z.string().describe('Name of the published folder.'),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe(
              'Entity to wait for. Default: component:default/<folder>.',
            ),
        timeoutSeconds: z =>
          z
            .number()
            .min(1)
            .max(600)
            .optional()
            .describe(
              `How long to wait. Default: ${DEFAULT_TIMEOUT_SECONDS} seconds.`,
            ),
      },
      output: {
        entityRef: z => z.string().describe('Entity ref of the agent.'),
      },
    },
    async handler(ctx) {
      const root = options.folder?.root;
      if (!root) {
        throw new InputError(
          'agents.folder.root is not configured: set it, or register a URL with catalog:register',
        );
      }
      const folder = requireFolderName(ctx.input.folder);
      const entityRef = ctx.input.entityRef ?? `component:default/${folder}`;
      const credentials = await ctx.getInitiatorCredentials();
      await requirePermission(
        permissions,
        catalogLocationCreatePermission,
        credentials,
      );
      ctx.output('entityRef', entityRef);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would wait for ${entityRef} in the catalog`);
        return;
      }
      if (!(await folderExists(join(root, folder)))) {
        throw new NotFoundError(
          `There is no folder '${folder}': publish it first with agents:publish-folder`,
        );
      }
      await events.publish({
        topic: AGENT_FOLDER_TOPIC,
        eventPayload: { folder },
      });
      const expected = folderLocation(root, folder);
      const timeoutSeconds =
        ctx.input.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
      const entity = await waitForEntity({
        read: () => catalog.getEntityByRef(entityRef, { credentials }),
        accept: found =>
          found.metadata.annotations?.[ANNOTATION_LOCATION] === expected,
        timeoutMs: timeoutSeconds * 1000,
        signal: ctx.signal,
      });
      const location = entity?.metadata.annotations?.[ANNOTATION_LOCATION];
      if (!entity) {
        throw new NotFoundError(
          `${entityRef} did not appear within ${timeoutSeconds} seconds: check that the catalog module of @suoke/plugin-scaffolder-backend-module-agents is installed, and its log for the folder`,
        );
      }
      if (location !== expected) {
        throw new ConflictError(
          `${entityRef} is already in the catalog from ${location}: choose another name`,
        );
      }
      ctx.logger.info(`${entityRef} is in the catalog`);
    },
  });
}
