import type { ActionsRegistryActionOptions } from '@backstage/backend-plugin-api/alpha';

/** The zod that the actions registry hands to schema functions. */
type Zod = Parameters<
  ActionsRegistryActionOptions<any, any>['schema']['input']
>[0];

/** A row of the list of agents; further fields pass through. */
export function agentSummarySchema(z: Zod) {
  return z
    .object({
      cluster: z.string(),
      namespace: z.string(),
      name: z.string(),
      entityRef: z.string().optional().describe('Catalog entity of the agent.'),
      replicas: z
        .object({
          min: z.number().optional(),
          current: z.number(),
          desired: z.number(),
          max: z.number().optional(),
        })
        .describe('min and max are absent without an autoscaler.'),
      attention: z
        .object({
          state: z.string(),
          reasons: z.array(
            z.object({ code: z.string(), level: z.string() }).passthrough(),
          ),
        })
        .describe('What needs attention, most severe first.'),
    })
    .passthrough();
}
