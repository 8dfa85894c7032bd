import {
  createFrontendPlugin,
  PageBlueprint,
  PluginWrapperBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiBrainLine } from '@remixicon/react';
import { agentScalingRouteRef, rootRouteRef } from './routes';

// One query cache and the addresses of the app, around everything that the plugin shows.
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

// All models. It brings its own header: one that can follow the language of the app.
const page = PageBlueprint.make({
  params: {
    path: '/ai-models',
    title: 'AI models',
    icon: <RiBrainLine />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () =>
      import('./components/models/ModelsPage').then(m => <m.ModelsPage />),
  },
});

// What a model is and what serves it.
const modelCard = EntityCardBlueprint.make({
  name: 'model',
  params: {
    type: 'content',
    filter: { kind: 'aimodel' },
    loader: () =>
      import('./components/model/ModelCard').then(m => <m.ModelCard />),
  },
});

// Every version of a model, newest first.
const modelVersionsCard = EntityCardBlueprint.make({
  name: 'model-versions',
  params: {
    type: 'content',
    filter: { kind: 'aimodel' },
    loader: () =>
      import('./components/model/ModelVersionsCard').then(m => (
        <m.ModelVersionsCard />
      )),
  },
});

// How a new version of a model reaches users.
const modelDeliveryCard = EntityCardBlueprint.make({
  name: 'model-delivery',
  params: {
    type: 'content',
    filter: { kind: 'aimodel' },
    loader: () =>
      import('./components/model/ModelDeliveryCard').then(m => (
        <m.ModelDeliveryCard />
      )),
  },
});

// The agents that depend on a model.
const modelAgentsCard = EntityCardBlueprint.make({
  name: 'model-agents',
  params: {
    type: 'info',
    filter: { kind: 'aimodel' },
    loader: () =>
      import('./components/model/ModelAgentsCard').then(m => (
        <m.ModelAgentsCard />
      )),
  },
});

// What a version is made of and what serves it.
const versionCard = EntityCardBlueprint.make({
  name: 'version',
  params: {
    type: 'content',
    filter: { kind: 'modelversion' },
    loader: () =>
      import('./components/version/VersionCard').then(m => <m.VersionCard />),
  },
});

// What changed in a version.
const versionChangelogCard = EntityCardBlueprint.make({
  name: 'version-changelog',
  params: {
    type: 'content',
    filter: {
      $all: [{ kind: 'modelversion' }, { 'spec.changelog': { $exists: true } }],
    },
    loader: () =>
      import('./components/version/VersionChangelogCard').then(m => (
        <m.VersionChangelogCard />
      )),
  },
});

// How a version reaches users: its own rules and those of its model.
const versionDeliveryCard = EntityCardBlueprint.make({
  name: 'version-delivery',
  params: {
    type: 'content',
    filter: { kind: 'modelversion' },
    loader: () =>
      import('./components/version/VersionDeliveryCard').then(m => (
        <m.VersionDeliveryCard />
      )),
  },
});

// Commands for a terminal.
const versionCommandsCard = EntityCardBlueprint.make({
  name: 'version-commands',
  params: {
    type: 'info',
    filter: { kind: 'modelversion' },
    loader: () =>
      import('./components/version/VersionCommandsCard').then(m => (
        <m.VersionCommandsCard />
      )),
  },
});

// Where a registry is, how it is read and whether it answers.
const registryCard = EntityCardBlueprint.make({
  name: 'registry',
  params: {
    type: 'content',
    filter: { kind: 'modelregistry' },
    loader: () =>
      import('./components/registry/RegistryCard').then(m => (
        <m.RegistryCard />
      )),
  },
});

// What a registry keeps.
const registryVersionsCard = EntityCardBlueprint.make({
  name: 'registry-versions',
  params: {
    type: 'content',
    filter: { kind: 'modelregistry' },
    loader: () =>
      import('./components/registry/RegistryVersionsCard').then(m => (
        <m.RegistryVersionsCard />
      )),
  },
});

// What the cluster says about an object; only an object that a controller has seen has conditions.
const conditionsCard = EntityCardBlueprint.make({
  name: 'conditions',
  params: {
    type: 'content',
    filter: {
      $all: [
        { kind: { $in: ['aimodel', 'modelversion', 'modelregistry'] } },
        { 'status.conditions': { $exists: true } },
      ],
    },
    loader: () =>
      import('./components/shared/ConditionsCard').then(m => (
        <m.ConditionsCard />
      )),
  },
});

/**
 * Shows AI models, their versions and registries.
 *
 * @public
 */
export const aiModelsPlugin = createFrontendPlugin({
  pluginId: 'ai-models',
  title: 'AI models',
  icon: <RiBrainLine />,
  extensions: [
    wrapper,
    page,
    modelCard,
    modelVersionsCard,
    modelDeliveryCard,
    modelAgentsCard,
    versionCard,
    versionChangelogCard,
    versionDeliveryCard,
    versionCommandsCard,
    registryCard,
    registryVersionsCard,
    conditionsCard,
  ],
  routes: { root: rootRouteRef },
  externalRoutes: { agentScaling: agentScalingRouteRef },
});
