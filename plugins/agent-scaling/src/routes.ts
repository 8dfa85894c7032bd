import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The fleet page. */
export const rootRouteRef = createRouteRef();

/** The page of one agent. */
export const agentRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:cluster/:namespace/:name',
});

/** Where a new agent is created; the empty fleet points there when the app has a scaffolder. */
export const createAgentRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});
