import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { agent } from '../../__fixtures__/agent';
import { agentList } from '../../__fixtures__/agentList';
import { FakeAgentScalingApi } from '../../__testUtils__/FakeAgentScalingApi';
import { agentScalingApiRef } from '../../api/agentScalingApiRef';
import { PluginWrapper } from '../../app/pluginWrapper';
import { createQueryClient } from '../../app/queryClient';
import { rootRouteRef } from '../../routes';
import { EntityScalingCard } from './EntityScalingCard';
import { EntityScalingContent } from './EntityScalingContent';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'xiaoai', namespace: 'default' },
};

function renderOnEntity(api: FakeAgentScalingApi, element: JSX.Element) {
  window.localStorage.setItem('language', 'en');
  renderInTestApp(
    <EntityProvider entity={entity}>
      <PluginWrapper value={createQueryClient()}>{element}</PluginWrapper>
    </EntityProvider>,
    {
      apis: [[agentScalingApiRef, api]],
      mountedRoutes: {
        '/agent-scaling': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('EntityScalingContent', () => {
  it('shows the agent of the entity', async () => {
    const api = new FakeAgentScalingApi();
    renderOnEntity(api, <EntityScalingContent />);

    expect(
      await screen.findByRole('region', { name: 'What it is doing now' }),
    ).toBeInTheDocument();
    expect(api.listRequests[0]).toEqual({
      entityRef: ['component:default/xiaoai'],
    });
    expect(screen.queryByRole('link', { name: 'Catalog page' })).toBeNull();
  });

  it('lets the reader pick when the entity runs in several clusters', async () => {
    const api = new FakeAgentScalingApi();
    api.list = agentList([
      agent({ cluster: 'old', attention: { state: 'stale', reasons: [] } }),
      agent({ cluster: 'east' }),
      agent({ cluster: 'west' }),
    ]);
    renderOnEntity(api, <EntityScalingContent />);

    const picker = await screen.findByRole('button', { name: /east/ });
    await userEvent.click(picker);
    await userEvent.click(
      await screen.findByRole('option', { name: 'west/suoke-agents/xiaoai' }),
    );
    expect(await screen.findByRole('button', { name: /west/ })).toBeVisible();
    expect(api.agentRequests.map(key => key.cluster)).toEqual(['east', 'west']);
  });

  it('says how to tie a workload to the entity', async () => {
    const api = new FakeAgentScalingApi();
    api.list = agentList([]);
    renderOnEntity(api, <EntityScalingContent />);

    expect(
      await screen.findByText('This component has no agent in any cluster'),
    ).toBeInTheDocument();
    expect(screen.getByText(/kubectl -n NAMESPACE label/)).toBeInTheDocument();
  });
});

describe('EntityScalingCard', () => {
  it('says in a sentence what the agent is doing and leads to all of it', async () => {
    renderOnEntity(new FakeAgentScalingApi(), <EntityScalingCard />);

    expect(
      await screen.findByText(/Xiaoai holds 3 replicas/),
    ).toBeInTheDocument();
    expect(screen.getByText('At rest')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open scaling' })).toHaveAttribute(
      'href',
      '/agent-scaling/local/suoke-agents/xiaoai',
    );
  });

  it('shows an error instead of nothing', async () => {
    const api = new FakeAgentScalingApi();
    api.list = Object.assign(new Error('no'), { statusCode: 403 });
    renderOnEntity(api, <EntityScalingCard />);

    expect(
      await screen.findByText('You may not see how agents scale'),
    ).toBeInTheDocument();
  });
});
