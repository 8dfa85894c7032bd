import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

export const rootRouteRef = createRouteRef({ id: 'agent-scaling' });

export const agentRouteRef = createSubRouteRef({
  id: 'agent-scaling/agent',
  parent: rootRouteRef,
  path: '/:cluster/:namespace/:name',
});

export const createAgentRouteRef = createExternalRouteRef({
  id: 'agent-scaling/create-agent',
  optional: true,
});
