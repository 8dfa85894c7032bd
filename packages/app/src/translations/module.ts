import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { portalTranslationRef } from './ref';

const portalTranslations = TranslationBlueprint.make({
  name: 'portal',
  params: {
    resource: createTranslationResource({
      ref: portalTranslationRef,
      translations: { zh: () => import('./zh') },
    }),
  },
});

export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [portalTranslations],
});
