import { screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { FakeAgentScalingApi } from './__testUtils__/FakeAgentScalingApi';
import {
  AgentScalingPage,
  agentScalingApiRef,
  agentScalingPlugin,
  EntityScalingCard,
  EntityScalingContent,
  isAgentScalingAvailable,
} from './legacy';
import { createAgentRouteRef, rootRouteRef } from './legacyRoutes';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'xiaoai',
    annotations: { 'backstage.io/kubernetes-id': 'xiaoai' },
  },
};

function render(element: JSX.Element, path = '/') {
  return renderInTestApp(
    <TestApiProvider apis={[[agentScalingApiRef, new FakeAgentScalingApi()]]}>
      {element}
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create': createAgentRouteRef,
        ...(path === '/' ? { '/agent-scaling': rootRouteRef } : {}),
      },
    },
  );
}

describe('the plugin in an older app', () => {
  it('shows the fleet with links that work there', async () => {
    await render(
      <FlatRoutes>
        <Route path="/agent-scaling" element={<AgentScalingPage />} />
      </FlatRoutes>,
      '/agent-scaling',
    );

    expect(await screen.findByRole('link', { name: 'xiaoai' })).toHaveAttribute(
      'href',
      '/agent-scaling/local/suoke-agents/xiaoai',
    );
  });

  it('shows the agent of an entity in a tab', async () => {
    await render(
      <EntityProvider entity={entity}>
        <EntityScalingContent />
      </EntityProvider>,
    );

    expect(
      await screen.findByRole('region', { name: 'Horizontal autoscaler' }),
    ).toBeInTheDocument();
  });

  it('shows the agent of an entity on a card', async () => {
    await render(
      <EntityProvider entity={entity}>
        <EntityScalingCard />
      </EntityProvider>,
    );

    expect(
      await screen.findByRole('link', { name: 'Open scaling' }),
    ).toBeInTheDocument();
  });

  it('offers what an app file needs', () => {
    expect(agentScalingPlugin.getId()).toBe('agent-scaling');
    expect(isAgentScalingAvailable(entity)).toBe(true);
    expect(
      isAgentScalingAvailable({ ...entity, metadata: { name: 'other' } }),
    ).toBe(false);
  });
});
