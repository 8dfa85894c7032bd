import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  PluginWrapperBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiScales3Line } from '@remixicon/react';
import { AgentScalingClient } from '@suoke/plugin-agent-scaling-common';
import { agentScalingApiRef } from './api/agentScalingApiRef';
import { agentRouteRef, createAgentRouteRef, rootRouteRef } from './routes';

/** Components that say which workloads are theirs; the Kubernetes plugin asks for the same annotation. */
const runsOnKubernetes = {
  kind: 'component',
  'metadata.annotations.backstage.io/kubernetes-id': { $exists: true },
};

const client = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: agentScalingApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new AgentScalingClient({ discoveryApi, fetchApi }),
    }),
});

// One query cache and the addresses of the app, around everything the plugin shows.
const wrapper = PluginWrapperBlueprint.make({
  params: defineParams =>
    defineParams({
      loader: () =>
        import('./app/pluginWrapper').then(m => ({
          useWrapperValue: m.useWrapperValue,
          component: m.PluginWrapper,
        })),
    }),
});

// The fleet, and below it the page of each agent. It brings its own header: one that can follow the language of the app.
const page = PageBlueprint.make({
  params: {
    path: '/agent-scaling',
    title: 'Agent scaling',
    icon: <RiScales3Line />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/AgentScalingRouter').then(m => (
        <m.AgentScalingRouter />
      )),
  },
});

// The same content as the page of the agent, as a tab of its catalog entity.
const entityContent = EntityContentBlueprint.make({
  name: 'scaling',
  params: {
    path: '/scaling',
    title: 'Scaling',
    group: 'operation',
    icon: <RiScales3Line />,
    filter: runsOnKubernetes,
    loader: () =>
      import('./components/entity/EntityScalingContent').then(m => (
        <m.EntityScalingContent />
      )),
  },
});

// The scaling of an entity at a glance, on its overview.
const entityCard = EntityCardBlueprint.make({
  name: 'scaling',
  params: {
    type: 'content',
    filter: runsOnKubernetes,
    loader: () =>
      import('./components/entity/EntityScalingCard').then(m => (
        <m.EntityScalingCard />
      )),
  },
});

/** Shows how AI agents scale. @public */
export const agentScalingPlugin = createFrontendPlugin({
  pluginId: 'agent-scaling',
  title: 'Agent scaling',
  icon: <RiScales3Line />,
  extensions: [client, wrapper, page, entityContent, entityCard],
  routes: { root: rootRouteRef, agent: agentRouteRef },
  externalRoutes: { createAgent: createAgentRouteRef },
});
