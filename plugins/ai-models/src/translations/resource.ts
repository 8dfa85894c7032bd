import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { aiModelsTranslationRef } from './ref';

/**
 * The languages besides English; an older app passes it to `createApp`.
 *
 * @public
 */
export const aiModelsTranslationResource = createTranslationResource({
  ref: aiModelsTranslationRef,
  translations: { zh: () => import('./zh') },
});

/**
 * Adds the languages to an app of the new frontend system.
 *
 * @public
 */
export const aiModelsTranslations = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'ai-models',
      params: { resource: aiModelsTranslationResource },
    }),
  ],
});
