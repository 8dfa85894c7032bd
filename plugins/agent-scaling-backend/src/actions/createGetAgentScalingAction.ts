import type {
  AuditorService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  agentScalingReadPermission,
  stringifyAgentKey,
  type AgentKey,
} from '@suoke/plugin-agent-scaling-common';
import { audited } from '../audit/audited';
import type { AgentScalingService } from '../service/AgentScalingService';
import { agentSummarySchema } from './schemas';

/** Registers `get-agent-scaling`. */
export function createGetAgentScalingAction(deps: {
  actionsRegistry: ActionsRegistryService;
  agentScaling: AgentScalingService;
  auditor: AuditorService;
  logger: LoggerService;
}): void {
  const { actionsRegistry, agentScaling } = deps;
  actionsRegistry.register({
    name: 'get-agent-scaling',
    title: 'Get the scaling state of one AI agent',
    description: `
Everything known about the scaling of one AI agent: its HorizontalPodAutoscaler with all metrics, behavior and conditions (each condition
has a \`meaning\`), the recommendation of its VerticalPodAutoscaler, its KEDA ScaledObject, its pods with the reason why one is not ready,
its model server, recent Kubernetes events, and the scale events of the last 24 hours.

## When to use

Use it to explain why an agent did or did not scale. Give the name; add namespace and cluster when several agents have it.
    `,
    attributes: { destructive: false, readOnly: true, idempotent: true },
    visibilityPermission: agentScalingReadPermission,
    schema: {
      input: z =>
        z.object({
          name: z.string().describe('Name of the agent, for example xiaoai.'),
          namespace: z.string().optional().describe('Kubernetes namespace.'),
          cluster: z.string().optional().describe('Name of the cluster.'),
        }),
      output: z =>
        z.object({
          agent: agentSummarySchema(z),
          scaleEvents: z
            .array(z.object({ at: z.string() }).passthrough())
            .describe('Of the last 24 hours, oldest first.'),
        }),
    },
    examples: [
      {
        title: 'One agent',
        input: { name: 'xiaoai' },
        output: {
          agent: {
            cluster: 'local',
            namespace: 'suoke-agents',
            name: 'xiaoai',
            replicas: { min: 2, current: 4, desired: 4, max: 10 },
            attention: { state: 'ok', reasons: [] },
          },
          scaleEvents: [
            { at: '2026-11-23T08:00:00.000Z', kind: 'rescale', from: 2, to: 4 },
          ],
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const event = { eventId: 'action-get-agent-scaling', meta: input };
      return audited(deps, event, async () => {
        const key = await findAgent(agentScaling, input, credentials);
        const [agent, history] = await Promise.all([
          agentScaling.getAgent(key, { credentials }),
          agentScaling.getAgentHistory(key, {}, { credentials }),
        ]);
        return { output: { agent, scaleEvents: history.events } };
      });
    },
  });
}

/** @throws NotFoundError, or InputError that lists the candidates when the name is not enough. */
async function findAgent(
  agentScaling: AgentScalingService,
  input: { name: string; namespace?: string; cluster?: string },
  credentials: BackstageCredentials,
): Promise<AgentKey> {
  const { name, namespace, cluster } = input;
  const { items } = await agentScaling.listAgents(
    { text: name, namespace, cluster, limit: 1_000 },
    { credentials },
  );
  const found = items.filter(item => item.name === name);
  if (found.length === 0) {
    throw new NotFoundError(
      `No agent is named '${name}' there; list-agents shows those that exist`,
    );
  }
  if (found.length > 1) {
    throw new InputError(
      `Several agents are named '${name}': ${found
        .map(stringifyAgentKey)
        .join(', ')}; give namespace and cluster`,
    );
  }
  return found[0];
}
