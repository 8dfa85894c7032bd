import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import backstageResources from './backstage';
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

/** The Chinese of Backstage's own pages; `translations/` has the messages, `npm run generate` the wiring. */
const backstageTranslations = backstageResources.map(resource =>
  TranslationBlueprint.make({ name: resource.id, params: { resource } }),
);

export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [portalTranslations, ...backstageTranslations],
});
