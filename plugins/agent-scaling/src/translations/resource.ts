import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { agentScalingTranslationRef } from './ref';

/** The languages besides English; an older app passes it to `createApp`. @public */
export const agentScalingTranslationResource = createTranslationResource({
  ref: agentScalingTranslationRef,
  translations: { zh: () => import('./zh') },
});

/** Adds the languages to an app of the new frontend system. @public */
export const agentScalingTranslations = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'agent-scaling',
      params: { resource: agentScalingTranslationResource },
    }),
  ],
});
