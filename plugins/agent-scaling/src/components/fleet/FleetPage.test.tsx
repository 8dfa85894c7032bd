import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import { agent } from '../../__fixtures__/agent';
import { agentList } from '../../__fixtures__/agentList';
import { metric } from '../../__fixtures__/metric';
import { FakeAgentScalingApi } from '../../__testUtils__/FakeAgentScalingApi';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const limited = agent({
  name: 'laoke',
  title: 'Laoke',
  replicas: { min: 1, current: 6, desired: 6, max: 6 },
  pods: { ready: 5, total: 6 },
  attention: {
    state: 'limited',
    reasons: [{ code: 'atMaxReplicas', level: 'warning' }],
  },
  metrics: [
    metric({ current: { value: 96 }, ratio: 96 / 70 }),
    metric({
      id: 'Pods/rps',
      type: 'Pods',
      name: 'tcm_diagnosis_requests_per_second',
      unit: 'perSecond',
      target: { type: 'AverageValue', value: 20 },
      current: undefined,
      ratio: undefined,
    }),
  ],
  lastScale: {
    at: '2026-11-23T07:00:00Z',
    from: 5,
    to: 6,
    reason: 'cpu resource utilization above target',
  },
  vpa: { name: 'laoke', updateMode: 'Off', hasRecommendation: true },
  model: {
    entityRef: 'aimodel:default/laoke-tcm-expert',
    name: 'laoke-tcm-expert',
  },
});

function apiWith(list: FakeAgentScalingApi['list']): FakeAgentScalingApi {
  const api = new FakeAgentScalingApi();
  api.list = list;
  return api;
}

describe('FleetPage', () => {
  it('shows every agent with what a person needs to know', async () => {
    renderPlugin({ api: apiWith(agentList([limited, agent()])) });

    const link = await screen.findByRole('link', { name: 'laoke' });
    expect(link).toHaveAttribute(
      'href',
      '/agent-scaling/local/suoke-agents/laoke',
    );
    const row = screen.getByRole('row', { name: /laoke/ });
    expect(within(row).getByText('Limited')).toBeInTheDocument();
    expect(
      within(row).getByText('Runs as many replicas as it may have.'),
    ).toBeInTheDocument();
    expect(
      within(row).getByRole('img', {
        name: '6 replicas now, 6 wanted, allowed are 1 to 6.',
      }),
    ).toBeInTheDocument();
    expect(within(row).getByText('5 of 6 ready')).toBeInTheDocument();
    expect(within(row).getByText('96% / 70%')).toBeInTheDocument();
    expect(within(row).getByText('<unknown> / 20/s')).toBeInTheDocument();
    expect(
      within(row).getByRole('img', {
        name: 'tcm_diagnosis_requests_per_second: <unknown>, target 20/s. No value.',
      }),
    ).toBeInTheDocument();
    expect(within(row).getByText('5 → 6')).toBeInTheDocument();
    expect(within(row).getByText('VPA Off, recommends')).toBeInTheDocument();
    expect(
      within(row).getByRole('link', { name: 'laoke-tcm-expert' }),
    ).toHaveAttribute('href', '/catalog/default/aimodel/laoke-tcm-expert');
    expect(
      within(row).getByRole('link', { name: 'suoke-life-dev' }),
    ).toHaveAttribute('href', '/catalog/default/group/suoke-life-dev');
  });

  it('speaks Chinese', async () => {
    renderPlugin({ api: apiWith(agentList([limited])), language: 'zh' });

    const row = await screen.findByRole('row', { name: /laoke/ });
    expect(within(row).getByText('受限')).toBeInTheDocument();
    expect(within(row).getByText('副本数已达到上限。')).toBeInTheDocument();
    expect(
      within(row).getByRole('img', {
        name: '当前 6 个副本，期望 6 个，允许范围 1 到 6 个。',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: '智能体伸缩' }),
    ).toBeInTheDocument();
    expect(screen.getByText('1 个智能体')).toBeInTheDocument();
  });

  it('counts the fleet and narrows it to a state', async () => {
    const { api } = renderPlugin({
      api: apiWith(agentList([limited, agent()])),
    });

    const totals = await screen.findByRole('group', { name: 'Totals' });
    expect(within(totals).getByText('8')).toHaveTextContent('8 of 9');
    await userEvent.click(
      within(totals).getByRole('button', { name: /^Limited/ }),
    );
    await waitFor(() =>
      expect(api.listRequests.at(-1)).toMatchObject({ state: ['limited'] }),
    );
    expect(
      within(totals).getByRole('button', { name: /^Limited/ }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  it('reads its filters from the address', async () => {
    const { api } = renderPlugin({
      path: '/agent-scaling?text=xiao&namespace=suoke-agents&sort=name',
    });

    expect(
      await screen.findByRole('searchbox', { name: 'Find an agent' }),
    ).toHaveValue('xiao');
    expect(api.listRequests[0]).toMatchObject({
      text: 'xiao',
      namespace: ['suoke-agents'],
      orderBy: 'name',
      order: 'asc',
    });
  });

  it('asks again for what is typed, and sorts by a column', async () => {
    const { api } = renderPlugin({});

    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Find an agent' }),
      'soer',
    );
    await waitFor(() =>
      expect(api.listRequests.at(-1)).toMatchObject({ text: 'soer' }),
    );
    await userEvent.click(
      screen.getByRole('columnheader', { name: /Replicas/ }),
    );
    await waitFor(() =>
      expect(api.listRequests.at(-1)).toMatchObject({
        text: 'soer',
        orderBy: 'currentReplicas',
        order: 'asc',
      }),
    );
  });

  it('turns pages when the fleet is large', async () => {
    const { api } = renderPlugin({
      api: apiWith(agentList([agent()], { totalItems: 120 })),
    });

    expect(await screen.findByText('Page 1 of 3')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(api.listRequests.at(-1)?.offset).toBe(50));
  });

  it('shows what is left when a cluster does not answer', async () => {
    renderPlugin({
      api: apiWith(
        agentList([agent()], {
          clusters: [
            { name: 'local', state: 'Connected', simulated: true },
            {
              name: 'remote',
              title: 'Hangzhou',
              state: 'Unreachable',
              simulated: false,
            },
          ],
        }),
      ),
    });

    expect(
      await screen.findByText('1 cluster is out of contact'),
    ).toBeInTheDocument();
    const clusters = screen.getByRole('list', { name: 'Clusters' });
    const [local, remote] = within(clusters).getAllByRole('listitem');
    expect(local).toHaveTextContent('localConnectedno contact yetsimulated');
    expect(remote).toHaveTextContent('HangzhouUnreachable');
    expect(screen.getByRole('link', { name: 'xiaoai' })).toBeInTheDocument();
    expect(
      screen.getByRole('columnheader', { name: /Location/ }),
    ).toBeInTheDocument();
  });

  it('tells how to get the first agent', async () => {
    renderPlugin({ api: apiWith(agentList([])) });

    expect(
      await screen.findByRole('heading', { name: 'No agents yet' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/kubectl -n NAMESPACE label/)).toBeInTheDocument();
  });

  it('tells an empty fleet from a filter that matches nothing', async () => {
    renderPlugin({
      api: apiWith(agentList([])),
      path: '/agent-scaling?text=nobody',
    });

    expect(
      await screen.findByText('No agent matches these filters'),
    ).toBeInTheDocument();
  });

  it('tells when no cluster is configured', async () => {
    renderPlugin({ api: apiWith(agentList([], { clusters: [] })) });

    expect(
      await screen.findByText('No cluster is configured'),
    ).toBeInTheDocument();
  });

  it.each([
    ['en', 'You may not see how agents scale'],
    ['zh', '您无权查看智能体的伸缩状态'],
  ] as const)('explains a refusal in %s', async (language, title) => {
    renderPlugin({ api: apiWith(new NotAllowedError('no')), language });

    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('agent-scaling.read');
  });

  it('offers to try again after a failure', async () => {
    const api = apiWith(
      Object.assign(new Error('Request failed with 401'), { statusCode: 401 }),
    );
    renderPlugin({ api });

    expect(await screen.findByText('You are signed out')).toBeInTheDocument();
    api.list = agentList();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'xiaoai' }),
    ).toBeInTheDocument();
  });

  it('reads again when a signal says that something changed', async () => {
    const signals = new FakeSignals();
    const { api } = renderPlugin({ signals });

    expect(await screen.findByText('Live')).toBeInTheDocument();
    api.list = agentList([agent({ name: 'newcomer' })]);
    act(() => signals.send({ agents: ['local/suoke-agents/newcomer'] }));
    expect(
      await screen.findByRole('link', { name: 'newcomer' }),
    ).toBeInTheDocument();
  });

  it('says how old it is without signals', async () => {
    renderPlugin({});

    expect(await screen.findByText(/^Updated /)).toBeInTheDocument();
  });

  it('copies the command that labels an agent', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderPlugin({ api: apiWith(agentList([])) });

    await user.click(
      await screen.findByRole('button', { name: /^Copy the command: kubectl/ }),
    );
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith(
      expect.stringContaining('ai.suoke.life/agent=NAME'),
    );
  });
});
