import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { agentScalingApiRef } from '../api/agentScalingApiRef';
import { agentScalingPlugin } from '../plugin';
import { agentScalingTranslations } from '../translations/resource';
import { FakeAgentScalingApi } from './FakeAgentScalingApi';
import { FakeSignals } from './FakeSignals';

/** Starts an app with the real plugin and the languages, as a portal would, against a fake backend. */
export function renderPlugin(options: {
  api?: FakeAgentScalingApi;
  signals?: FakeSignals;
  path?: string;
  language?: 'en' | 'zh';
}) {
  const api = options.api ?? new FakeAgentScalingApi();
  // As a reader who chose it in the settings.
  window.localStorage.setItem('language', options.language ?? 'en');
  const screen = renderTestApp({
    features: [agentScalingPlugin, agentScalingTranslations],
    apis: [[agentScalingApiRef, api]],
    extensions: options.signals
      ? [
          ApiBlueprint.make({
            name: 'signals',
            params: defineParams =>
              defineParams({
                api: signalApiRef,
                deps: {},
                factory: () => options.signals!,
              }),
          }),
        ]
      : [],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [options.path ?? '/agent-scaling'],
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: { availableLanguages: ['en', 'zh'] },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
  return { screen, api };
}
