import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page of all models, in an older app. */
export const legacyRootRouteRef = createRouteRef({ id: 'ai-models' });

/** The fleet of agents, in an older app. */
export const legacyAgentScalingRouteRef = createExternalRouteRef({
  id: 'agent-scaling',
  optional: true,
});
