import type { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { AgentScalingClient } from '@suoke/plugin-agent-scaling-common';
import { agentScalingApiRef } from './api/agentScalingApiRef';
import {
  agentRouteRef,
  createAgentRouteRef,
  rootRouteRef,
} from './legacyRoutes';

/** @public */
export const agentScalingPlugin = createPlugin({
  id: 'agent-scaling',
  apis: [
    createApiFactory({
      api: agentScalingApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new AgentScalingClient({ discoveryApi, fetchApi }),
    }),
  ],
  routes: { root: rootRouteRef, agent: agentRouteRef },
  externalRoutes: { createAgent: createAgentRouteRef },
});

/** The fleet and the pages of its agents. @public */
export const AgentScalingPage = agentScalingPlugin.provide(
  createRoutableExtension({
    name: 'AgentScalingPage',
    component: () =>
      import('./components/legacy/LegacyScreens').then(m => m.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/** The scaling of an entity, for a tab of its page. @public */
export const EntityScalingContent = agentScalingPlugin.provide(
  createComponentExtension({
    name: 'EntityScalingContent',
    component: {
      lazy: () =>
        import('./components/legacy/LegacyScreens').then(
          m => m.LegacyEntityContent,
        ),
    },
  }),
);

/** The scaling of an entity at a glance, for its overview. @public */
export const EntityScalingCard = agentScalingPlugin.provide(
  createComponentExtension({
    name: 'EntityScalingCard',
    component: {
      lazy: () =>
        import('./components/legacy/LegacyScreens').then(
          m => m.LegacyEntityCard,
        ),
    },
  }),
);

/** Whether an entity says which workloads are its own. @public */
export function isAgentScalingAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.['backstage.io/kubernetes-id']);
}
