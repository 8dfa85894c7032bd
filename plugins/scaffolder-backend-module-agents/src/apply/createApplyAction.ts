import {
  AuditorService,
  LoggerService,
  PermissionsService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { formatObjectReference, objectReference } from '@suoke/agent-manifests';
import { Cluster, createClusterClient } from '@suoke/kubernetes-cache';
import { ApplyConfig } from '../config/readAgentsConfig';
import { audited } from '../permissions/audited';
import { agentManifestsApplyPermission } from '../permissions/permissions';
import { requirePermission } from '../permissions/requirePermission';
import { applyObjects, ApplyRequest, validateObjects } from './applyObjects';
import { findExisting } from './findExisting';
import { ObjectResult, objectResult } from './ObjectResult';
import { ApplyPlan, planApply } from './planApply';
import { readManifests } from './readManifests';
import { selectCluster } from './selectCluster';

/** `agents:apply`: server-side apply of the rendered manifests, after a rehearsal of all of them. */
export function createApplyAction(options: {
  config: ApplyConfig;
  clusters: readonly Cluster[];
  permissions: PermissionsService;
  auditor: AuditorService;
}) {
  const { config, clusters, permissions, auditor } = options;
  return createTemplateAction({
    id: 'agents:apply',
    description:
      'Applies the manifests of an agent to a cluster by server-side apply as field manager suoke-portal. First the server validates every object; only when all pass is anything stored.',
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z =>
          z
            .string()
            .optional()
            .describe('Name of the cluster. Default: the only one.'),
        manifestsPath: z =>
          z
            .string()
            .optional()
            .describe('Directory in the workspace. Default: manifests.'),
        allowUpdate: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Accepts that objects exist already and changes them. Default: false.',
            ),
        force: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Takes fields over that another manager owns. Default: false.',
            ),
        validateOnly: z =>
          z
            .boolean()
            .optional()
            .describe('Stops after the rehearsal. Default: false.'),
      },
      output: {
        cluster: z => z.string().describe('Name of the cluster.'),
        results: z =>
          z
            .array(z.record(z.any()))
            .describe(
              'Per object: apiVersion, kind, namespace, name, result, message.',
            ),
      },
    },
    async handler(ctx) {
      if (!config.enabled) {
        throw new NotAllowedError(
          'Applying from a template is off in this portal: set agents.apply.enabled, or deploy the published folder with GitOps',
        );
      }
      const credentials = await ctx.getInitiatorCredentials();
      await requirePermission(
        permissions,
        agentManifestsApplyPermission,
        credentials,
      );
      const cluster = selectCluster(clusters, ctx.input.cluster);
      const directory = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.manifestsPath ?? 'manifests',
      );
      const plan = planApply(await readManifests(directory), config);
      const skipped = plan.skip.map(({ object, reason }) =>
        objectResult(object, 'skipped', reason),
      );
      ctx.output('cluster', cluster.name);

      const client = createClusterClient(cluster);
      const request: ApplyRequest = {
        client,
        force: ctx.input.force ?? false,
        timeoutMs: config.timeoutMs,
        signal: ctx.signal,
      };
      try {
        if (!ctx.input.allowUpdate) {
          // A retried task meets what it applied before; having found nothing the first time is remembered.
          await ctx.checkpoint({
            key: `agents.apply.absent.${cluster.name}`,
            fn: () => requireAbsent(plan, request),
          });
        }
        const validated = await validateObjects(plan.apply, request);
        report(ctx.logger, [...skipped, ...validated]);
        requireSuccess(validated, 'Nothing was applied: the cluster refused');
        if (ctx.isDryRun || ctx.input.validateOnly) {
          ctx.output('results', toOutput([...skipped, ...validated]));
          return;
        }
        const applied = await audited(
          { auditor, logger: ctx.logger },
          {
            eventId: 'agent-manifests-apply',
            severityLevel: 'high',
            meta: {
              cluster: cluster.name,
              user: ctx.user?.ref,
              task: ctx.task.id,
              objects: plan.apply.map(object =>
                formatObjectReference(objectReference(object)),
              ),
            },
          },
          async () => {
            const results = await applyObjects(plan.apply, request);
            report(ctx.logger, results);
            requireSuccess(
              results,
              'Some objects were applied before the cluster refused',
            );
            return results;
          },
        );
        ctx.output('results', toOutput([...skipped, ...applied]));
      } finally {
        client.close();
      }
    },
  });
}

async function requireAbsent(
  plan: ApplyPlan,
  request: ApplyRequest,
): Promise<void> {
  const existing = await findExisting(plan.apply, request);
  if (existing.length === 0) return;
  throw new ConflictError(
    `The cluster already has ${existing
      .map(object => formatObjectReference(objectReference(object)))
      .join(', ')}: choose another name, or set allowUpdate to change them`,
  );
}

function requireSuccess(results: readonly ObjectResult[], what: string): void {
  const failed = results.filter(({ result }) => result === 'failed');
  if (failed.length === 0) return;
  throw new InputError(
    `${what}:\n${failed
      .map(result => `- ${formatObjectReference(result)}: ${result.message}`)
      .join('\n')}`,
  );
}

function report(logger: LoggerService, results: readonly ObjectResult[]): void {
  for (const result of results) {
    const suffix = result.message ? `: ${result.message}` : '';
    logger.info(`${result.result} ${formatObjectReference(result)}${suffix}`);
  }
}

function toOutput(results: readonly ObjectResult[]) {
  return results.map(result => ({ ...result }));
}
