/**
 * The plugin for apps of the older frontend system.
 *
 * @packageDocumentation
 */

import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { LegacyProviders } from './app/legacyLinks';
import {
  legacyAgentScalingRouteRef,
  legacyRootRouteRef,
} from './app/legacyRoutes';

/** @public */
export const aiModelsPlugin = createPlugin({
  id: 'ai-models',
  routes: { root: legacyRootRouteRef },
  externalRoutes: { agentScaling: legacyAgentScalingRouteRef },
});

/**
 * The page of all models.
 *
 * @public
 */
export const AiModelsPage = aiModelsPlugin.provide(
  createRoutableExtension({
    name: 'AiModelsPage',
    mountPoint: legacyRootRouteRef,
    component: async () => {
      const { ModelsPage } = await import('./components/models/ModelsPage');
      return () => (
        <LegacyProviders>
          <ModelsPage />
        </LegacyProviders>
      );
    },
  }),
);

/**
 * Everything about the AIModel of an entity page.
 *
 * @public
 */
export const EntityAiModelContent = aiModelsPlugin.provide(
  createComponentExtension({
    name: 'EntityAiModelContent',
    component: {
      lazy: async () => {
        const { EntityAiModelContent: Content } = await import(
          './components/legacy/EntityAiModelContent'
        );
        return () => (
          <LegacyProviders>
            <Content />
          </LegacyProviders>
        );
      },
    },
  }),
);

/**
 * Everything about the ModelVersion of an entity page.
 *
 * @public
 */
export const EntityModelVersionContent = aiModelsPlugin.provide(
  createComponentExtension({
    name: 'EntityModelVersionContent',
    component: {
      lazy: async () => {
        const { EntityModelVersionContent: Content } = await import(
          './components/legacy/EntityModelVersionContent'
        );
        return () => (
          <LegacyProviders>
            <Content />
          </LegacyProviders>
        );
      },
    },
  }),
);

/**
 * Everything about the ModelRegistry of an entity page.
 *
 * @public
 */
export const EntityModelRegistryContent = aiModelsPlugin.provide(
  createComponentExtension({
    name: 'EntityModelRegistryContent',
    component: {
      lazy: async () => {
        const { EntityModelRegistryContent: Content } = await import(
          './components/legacy/EntityModelRegistryContent'
        );
        return () => (
          <LegacyProviders>
            <Content />
          </LegacyProviders>
        );
      },
    },
  }),
);
