import { act } from 'react';
import type { Entity } from '@backstage/catalog-model';
import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
  type FrontendFeature,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import aiModelsPlugin from '..';
import aiModelsTranslations from '../translations';

/** Stands for the agent-scaling plugin: all that this plugin knows of it is that its page is there. */
export function agentScalingStandIn(): FrontendFeature {
  const rootRouteRef = createRouteRef();
  return createFrontendPlugin({
    pluginId: 'agent-scaling',
    routes: { root: rootRouteRef },
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/agent-scaling',
          title: 'Agents',
          routeRef: rootRouteRef,
          loader: async () => <></>,
        },
      }),
    ],
  });
}

/** Renders the plugin in a real app with a real catalog plugin, whose entities are these. */
export async function renderPortal(options: {
  path: string;
  entities?: Entity[];
  catalog?: Partial<CatalogApi>;
  language?: 'en' | 'zh';
  features?: FrontendFeature[];
}) {
  const { path, entities = [], language = 'en', features = [] } = options;
  const catalog: CatalogApi = Object.assign(
    catalogApiMock({ entities }),
    options.catalog,
  );
  // The app remembers the language in the browser, so the choice of one test would be that of the next.
  window.localStorage.setItem('language', language);
  // The app loads languages and pages after it has rendered; the act makes sure that the first of it is on the screen.
  return act(async () =>
    renderTestApp({
      features: [
        catalogPlugin,
        aiModelsPlugin,
        aiModelsTranslations,
        ...features,
      ],
      initialRouteEntries: [path],
      apis: [[catalogApiRef, catalog]],
      config: {
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: language,
                  availableLanguages: ['en', 'zh'],
                },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    }),
  );
}
