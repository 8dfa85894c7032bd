import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  agentScalingReadPermission,
  agentStateValues,
} from '@suoke/plugin-agent-scaling-common';
import { audited } from '../audit/audited';
import type { AgentScalingService } from '../service/AgentScalingService';
import { agentSummarySchema } from './schemas';

/** Registers `list-agents`. */
export function createListAgentsAction(deps: {
  actionsRegistry: ActionsRegistryService;
  agentScaling: AgentScalingService;
  auditor: AuditorService;
  logger: LoggerService;
}): void {
  deps.actionsRegistry.register({
    name: 'list-agents',
    title: 'List AI agents and their scaling state',
    description: `
Lists the AI agents that run on the watched Kubernetes clusters with their replicas (min, current, desired, max), their autoscaling metrics
(target and current value) and what needs attention. The most urgent agents come first.

The \`attention.state\` is one of: \`failing\` (cannot scale, or pods do not run), \`stale\` (the cluster is out of contact, the values are
old), \`limited\` (something holds it back, for example its maximum), \`noAutoscaler\`, \`scaling\`, \`ok\`.

## When to use

Use it for questions about the fleet: which agents are at their limit, which are failing, how many replicas run. Use
\`get-agent-scaling\` afterwards for the conditions, events and pods of one agent.
    `,
    attributes: { destructive: false, readOnly: true, idempotent: true },
    visibilityPermission: agentScalingReadPermission,
    schema: {
      input: z =>
        z.object({
          state: z
            .enum(agentStateValues)
            .optional()
            .describe('Only agents in this state.'),
          cluster: z.string().optional().describe('Only this cluster.'),
          namespace: z.string().optional().describe('Only this namespace.'),
          owner: z
            .string()
            .optional()
            .describe(
              'Only agents of this owner, for example group:default/suoke-life-dev.',
            ),
          text: z
            .string()
            .optional()
            .describe('Words that occur in name, title, namespace or owner.'),
          // Language models like to send numbers as text.
          limit: z.coerce
            .number()
            .int()
            .min(1)
            .max(200)
            .optional()
            .describe('At most this many agents. Default: 50.'),
        }),
      output: z =>
        z.object({
          agents: z.array(agentSummarySchema(z)),
          totalItems: z
            .number()
            .describe('Agents that match, also those beyond the limit.'),
        }),
    },
    examples: [
      {
        title: 'Agents that are held back',
        input: { state: 'limited' },
        output: {
          agents: [
            {
              cluster: 'local',
              namespace: 'suoke-agents',
              name: 'xiaoai',
              replicas: { min: 2, current: 10, desired: 10, max: 10 },
              attention: {
                state: 'limited',
                reasons: [{ code: 'atMaxReplicas', level: 'warning' }],
              },
            },
          ],
          totalItems: 1,
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const event = { eventId: 'action-list-agents', meta: input };
      const list = await audited(deps, event, () =>
        deps.agentScaling.listAgents(
          { ...input, limit: input.limit ?? 50 },
          { credentials },
        ),
      );
      return { output: { agents: list.items, totalItems: list.totalItems } };
    },
  });
}
