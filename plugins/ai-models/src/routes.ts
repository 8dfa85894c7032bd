import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page of all models. */
export const rootRouteRef = createRouteRef();

/** The fleet of agents; when the app has it, an agent that uses a model also links to its scaling. */
export const agentScalingRouteRef = createExternalRouteRef({
  defaultTarget: 'agent-scaling.root',
});
