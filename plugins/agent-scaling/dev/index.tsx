import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import plugin, { agentScalingApiRef } from '../src';
import translations from '../src/translations';
import { ExampleAgentScalingApi } from './fixtures/ExampleAgentScalingApi';
import { exampleEntities } from './fixtures/exampleEntities';
import { ExampleSignals } from './fixtures/ExampleSignals';

const exampleApi = createFrontendModule({
  pluginId: 'agent-scaling',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: agentScalingApiRef,
          deps: {},
          factory: () => new ExampleAgentScalingApi(),
        }),
    }),
  ],
});

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

const exampleSignals = createFrontendPlugin({
  pluginId: 'signals',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: signalApiRef,
          deps: {},
          factory: () => new ExampleSignals(),
        }),
    }),
  ],
});

createDevApp({
  features: [
    plugin,
    translations,
    catalogPlugin,
    exampleApi,
    exampleCatalog,
    exampleSignals,
  ],
});
