import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import plugin, { aiModelsKindIcons } from '../src';
import translations from '../src/translations';
import { exampleEntities } from './exampleEntities';

const exampleCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: exampleEntities }),
        }),
    }),
  ],
});

createDevApp({
  features: [
    plugin,
    translations,
    aiModelsKindIcons,
    catalogPlugin,
    exampleCatalog,
  ],
});
