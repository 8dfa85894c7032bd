import { screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { suokeEntities, suokeEntity } from './__fixtures__/suoke';
import {
  AiModelsPage,
  EntityAiModelContent,
  EntityModelRegistryContent,
  EntityModelVersionContent,
} from './legacy';

const apis = [
  [catalogApiRef, catalogApiMock({ entities: suokeEntities })],
] as const;

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

describe('the plugin in an older app', () => {
  it('shows all models', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <FlatRoutes>
          <Route path="/ai-models" element={<AiModelsPage />} />
        </FlatRoutes>
      </TestApiProvider>,
      { routeEntries: ['/ai-models'], mountedRoutes },
    );
    expect(
      await screen.findByRole('link', { name: '小艾对话大模型' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/aimodel/xiaoai-conversation-llm',
    );
  });

  it.each([
    ['xiaoai-conversation-llm', <EntityAiModelContent />, 'Versions'],
    [
      'xiaoai-conversation-llm-v1.10.0',
      <EntityModelVersionContent />,
      'Commands',
    ],
    ['suoke-models', <EntityModelRegistryContent />, 'Versions stored'],
  ])('shows %s on its entity page', async (name, content, region) => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={suokeEntity(name)}>{content}</EntityProvider>
      </TestApiProvider>,
      { mountedRoutes },
    );
    expect(await screen.findByRole('region', { name: region })).toBeVisible();
  });
});
