import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotFoundError } from '@backstage/errors';
import type {
  AgentDetail,
  Condition,
  Metric,
} from '@suoke/plugin-agent-scaling-common';
import { agentDetail, hpa } from '../../__fixtures__/agentDetail';
import { metric } from '../../__fixtures__/metric';
import { pod } from '../../__fixtures__/pod';
import { FakeAgentScalingApi } from '../../__testUtils__/FakeAgentScalingApi';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-scaling/local/suoke-agents/xiaoai';

function apiWith(agent: AgentDetail | Error): FakeAgentScalingApi {
  const api = new FakeAgentScalingApi();
  api.agent = agent;
  return api;
}

function renderAgent(
  overrides: Partial<AgentDetail> = {},
  language: 'en' | 'zh' = 'en',
) {
  return renderPlugin({
    api: apiWith(agentDetail(overrides)),
    path: PATH,
    language,
  });
}

const section = (name: string) => screen.findByRole('region', { name });
const part = (name: string) => screen.findByRole('group', { name });

describe('AgentPage', () => {
  it('asks for the agent of the address and says what it is doing', async () => {
    const { api } = renderAgent();

    expect(
      await screen.findByText(
        'Xiaoai holds 3 replicas. cpu comes closest to asking for more, at 50% of its target.',
      ),
    ).toBeInTheDocument();
    expect(api.agentRequests[0]).toEqual({
      cluster: 'local',
      namespace: 'suoke-agents',
      name: 'xiaoai',
    });
    expect(screen.getByRole('link', { name: 'Catalog page' })).toHaveAttribute(
      'href',
      '/catalog/default/component/xiaoai',
    );
    expect(
      screen.getByRole('link', { name: 'Kubernetes objects' }),
    ).toHaveAttribute('href', '/catalog/default/component/xiaoai/kubernetes');
  });

  it.each([
    [
      'en',
      'Xiaoai is growing from 3 to 6 replicas, because cpu is at 140% with a target of 70%.',
    ],
    ['zh', 'Xiaoai 正在从 3 个副本扩容到 6 个，因为 cpu 为 140%，目标是 70%。'],
  ] as const)('says in %s why it grows', async (language, sentence) => {
    renderAgent(
      {
        replicas: { min: 2, current: 3, desired: 6, max: 10 },
        metrics: [metric({ current: { value: 140 }, ratio: 2 })],
        attention: { state: 'scaling', reasons: [] },
      },
      language,
    );

    expect(await screen.findByText(sentence)).toBeInTheDocument();
  });

  it('shows all five types of metrics with what their target means', async () => {
    const metrics: Metric[] = [
      metric({ id: '1' }),
      metric({ id: '2', type: 'ContainerResource', container: 'agent' }),
      metric({
        id: '3',
        type: 'Pods',
        name: 'requests',
        unit: 'perSecond',
        target: { type: 'AverageValue', value: 30 },
        current: { value: 28.44 },
        ratio: 0.948,
      }),
      metric({
        id: '4',
        type: 'Object',
        name: 'hits',
        unit: 'none',
        per: 'total',
        describedObject: { kind: 'Ingress', name: 'main' },
        target: { type: 'Value', value: 2000 },
        current: { value: 2400 },
        ratio: 1.2,
      }),
      metric({
        id: '5',
        type: 'External',
        name: 'queue',
        unit: 'none',
        per: 'total',
        selector: 'queue=work',
        trigger: 'rabbitmq',
        target: { type: 'Value', value: 100 },
        current: undefined,
        ratio: undefined,
      }),
    ];
    renderAgent({ hpa: hpa({ metrics }) });

    const area = await part('Metrics');
    const rows = within(area).getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringContaining('70% of the request, averaged over the pods'),
      expect.stringContaining('cpu of container agent'),
      expect.stringMatching(
        /28\.4\/s.*30\/s per pod.*Close enough to target\./,
      ),
      expect.stringMatching(
        /hits of Ingress main.*2,400.*2,000 in total.*Above target\./,
      ),
      expect.stringMatching(
        /queue=work.*KEDA trigger rabbitmq.*<unknown>.*100 in total.*No value\./,
      ),
    ]);
  });

  it.each([
    ['en', 'More replicas are wanted than the maximum allows.', 'Conditions'],
    ['zh', '需要的副本数超过了上限。', '状况'],
  ] as const)(
    'explains conditions in %s and shows the unknown as it is',
    async (language, meaning, title) => {
      const conditions: Condition[] = [
        {
          type: 'ScalingLimited',
          status: 'True',
          reason: 'TooManyReplicas',
          message: 'the desired replica count is too high',
          level: 'warning',
          meaning: 'heldAtMax',
        },
        {
          type: 'Foreseen',
          status: 'True',
          reason: 'NotYetKnown',
          message: 'from a newer cluster',
          level: 'info',
        },
      ];
      renderAgent({ hpa: hpa({ conditions }), vpaDetail: undefined }, language);

      const area = await part(title);
      expect(within(area).getByText(meaning)).toBeInTheDocument();
      expect(
        within(area).getByText(/TooManyReplicas. ?the desired replica count/),
      ).toBeInTheDocument();
      expect(
        within(area).getByText(/NotYetKnown. ?from a newer cluster/),
      ).toBeInTheDocument();
    },
  );

  it('shows the behavior and what of it is a default', async () => {
    renderAgent({
      hpa: hpa({
        behavior: {
          scaleUp: {
            source: 'Legacy',
            explicitFields: [],
            stabilizationWindowSeconds: 0,
            selectPolicy: 'Max',
            policies: [],
          },
          scaleDown: {
            source: 'Explicit',
            explicitFields: ['policies', 'tolerance'],
            stabilizationWindowSeconds: 300,
            selectPolicy: 'Min',
            policies: [
              { type: 'Pods', value: 1, periodSeconds: 60 },
              { type: 'Percent', value: 10, periodSeconds: 60 },
            ],
            tolerance: 0.05,
          },
        },
      }),
    });

    const area = await part('Behavior');
    expect(area).toHaveTextContent(
      'Growing defaults of Kubernetes without behavior',
    );
    expect(area).toHaveTextContent('none: acts at once (default)');
    expect(area).toHaveTextContent(
      'at most twice the replicas, and 4 in any case, per round (default)',
    );
    expect(area).toHaveTextContent('Stabilization window5 min (default)');
    expect(area).toHaveTextContent(
      'at most 1 pod per 1 minat most 10% per 1 min',
    );
    expect(area).toHaveTextContent('the one that changes least (default)');
    expect(area).toHaveTextContent('Tolerance5%');
  });

  it('says that there is no autoscaler', async () => {
    renderAgent({
      hpa: undefined,
      autoscaler: undefined,
      replicas: { current: 1, desired: 1 },
      metrics: [],
      attention: {
        state: 'noAutoscaler',
        reasons: [{ code: 'noAutoscaler', level: 'info' }],
      },
    });

    expect(
      await screen.findByText(
        'Nothing scales Xiaoai: it keeps 1 replica until somebody changes that.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No HorizontalPodAutoscaler targets this agent'),
    ).toBeInTheDocument();
  });

  it('warns of several autoscalers', async () => {
    renderAgent({ otherAutoscalers: ['old', 'older'] });

    expect(
      await screen.findByText(
        'Further autoscalers act on the same workload: old and older. Remove all but one.',
      ),
    ).toBeInTheDocument();
  });

  it('shows what the VPA recommends, and why it is off beside an HPA', async () => {
    const cpu = (value: number) => ({
      cpu: { value, quantity: String(value) },
    });
    renderAgent({
      vpaDetail: {
        name: 'xiaoai',
        updateMode: 'Off',
        conditions: [],
        containers: [
          {
            name: 'agent',
            mode: 'Auto',
            controlledResources: ['cpu'],
            controlledValues: 'RequestsAndLimits',
            minAllowed: cpu(1),
            maxAllowed: cpu(8),
            lowerBound: cpu(1.2),
            target: cpu(2),
            upperBound: cpu(4),
            uncappedTarget: cpu(2),
            requests: cpu(1),
          },
        ],
      },
    });

    const area = await section('Vertical recommendation');
    expect(area).toHaveTextContent(
      'Beside an autoscaler that measures cpu it has to be so',
    );
    expect(area).toHaveTextContent(
      'The request is too small: 50% of the target.',
    );
    expect(area).toHaveTextContent('Allowed range1 to 8');
    expect(
      within(area).getByRole('img', {
        name: 'Request 1, target 2, recommended from 1.2 to 4.',
      }),
    ).toBeInTheDocument();
  });

  it('shows KEDA when it owns the autoscaler', async () => {
    renderAgent({
      autoscaler: { kind: 'ScaledObject', name: 'xiaoai' },
      keda: {
        name: 'xiaoai',
        minReplicaCount: 0,
        maxReplicaCount: 10,
        pollingIntervalSeconds: 30,
        cooldownPeriodSeconds: 300,
        paused: true,
        pausedReplicas: 2,
        fallback: { failureThreshold: 3, replicas: 6 },
        triggers: [{ type: 'prometheus', threshold: '30', query: 'sum(rps)' }],
        conditions: [],
      },
    });

    const area = await section('KEDA');
    expect(area).toHaveTextContent(
      'Scaling is paused at 2 replicas by an annotation.',
    );
    expect(area).toHaveTextContent('6 replicas after 3 failures');
    expect(area).toHaveTextContent('sum(rps)');
    expect(
      await screen.findByText(
        'kubectl -n suoke-agents describe scaledobject xiaoai',
      ),
    ).toBeInTheDocument();
  });

  it('lists pods, the broken ones first', async () => {
    renderAgent({
      podList: [
        pod(),
        pod({
          name: 'xiaoai-broken',
          uid: 'broken',
          ready: false,
          restarts: 14,
          reason: 'CrashLoopBackOff',
          usage: undefined,
        }),
      ],
      disruptionBudgets: [
        {
          name: 'xiaoai',
          disruptionsAllowed: 1,
          currentHealthy: 2,
          desiredHealthy: 1,
          expectedPods: 2,
        },
      ],
    });

    const area = await section('Pods');
    const [first, second] = within(area).getAllByRole('row').slice(1);
    expect(first).toHaveTextContent(
      /xiaoai-broken.*Not ready.*CrashLoopBackOff/,
    );
    expect(first).toHaveTextContent('14');
    expect(first).toHaveTextContent('no sample of 1');
    expect(second).toHaveTextContent('500m of 1');
    expect(
      within(second).getByRole('img', {
        name: 'cpu: 500m used, 1 requested, limit 2.',
      }),
    ).toBeInTheDocument();
    expect(area).toHaveTextContent('xiaoai: 1 pod may be disrupted now.');
  });

  it('lists events and filters them', async () => {
    const event = {
      id: 'a',
      type: 'Normal' as const,
      reason: 'SuccessfulRescale',
      message: 'New size: 4',
      count: 3,
      lastAt: '2026-11-23T07:59:00Z',
      object: { kind: 'HorizontalPodAutoscaler', name: 'xiaoai' },
    };
    renderAgent({
      events: [
        event,
        {
          ...event,
          id: 'b',
          type: 'Warning',
          reason: 'BackOff',
          message: 'again',
        },
      ],
    });

    const area = await section('Events');
    expect(within(area).getAllByRole('row')).toHaveLength(3);
    expect(area).toHaveTextContent('3×');
    await userEvent.click(
      within(area).getByRole('switch', { name: 'Warnings only' }),
    );
    expect(within(area).getAllByRole('row')).toHaveLength(2);
    await userEvent.type(
      within(area).getByRole('searchbox', { name: 'Filter events' }),
      'rescale',
    );
    expect(
      await within(area).findByText('No event matches.'),
    ).toBeInTheDocument();
  });

  it('warns when what it shows is old', async () => {
    renderAgent({
      freshness: [
        {
          resource: 'pods',
          state: 'Stale',
          lastContactAt: '2026-11-23T07:00:00Z',
          objectCount: 3,
        },
      ],
    });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This is not the present');
    expect(alert).toHaveTextContent(
      /local has been out of contact since .*2026/,
    );
    expect(alert).toHaveTextContent('Out of date: pods.');
  });

  it('tells the changes of scale in words and as a list', async () => {
    const api = apiWith(agentDetail());
    api.history = {
      from: '2026-11-23T02:00:00Z',
      to: '2026-11-23T08:00:00Z',
      samples: [
        { at: '2026-11-23T03:00:00Z', current: 2, desired: 2, ready: 2 },
        { at: '2026-11-23T03:01:00Z', current: 5, desired: 5, ready: 4 },
      ],
      events: [
        {
          id: 'a',
          at: '2026-11-23T03:01:00Z',
          kind: 'rescale',
          from: 2,
          to: 5,
          message: 'New size: 5; reason: cpu above target',
          source: 'Event',
        },
        {
          id: 'b',
          at: '2026-11-23T03:05:00Z',
          kind: 'rescale',
          to: 4,
          source: 'Observed',
        },
      ],
      retention: { samplesSeconds: 86_400, eventsSeconds: 86_400 },
    };
    renderPlugin({ api, path: PATH });

    const area = await section('Replicas over time');
    await waitFor(() =>
      expect(area).toHaveTextContent(
        /Between 2 and 5 replicas from .*; 2 changes of scale\./,
      ),
    );
    await userEvent.click(within(area).getByText('All changes of scale'));
    const table = within(area).getByRole('region', {
      name: 'Changes of scale',
    });
    const [newest, oldest] = within(table).getAllByRole('row').slice(1);
    expect(newest).toHaveTextContent(/to 4.*without a word from an autoscaler/);
    expect(oldest).toHaveTextContent(/2 → 5.*cpu above target/);
  });

  it('asks for another time range', async () => {
    const { api } = renderAgent();

    await userEvent.click(await screen.findByRole('radio', { name: '24 h' }));
    await waitFor(() => expect(api.historyRequests).toHaveLength(2));
    const { from, to } = api.historyRequests[1];
    expect(Date.parse(to!) - Date.parse(from!)).toBe(24 * 3_600_000);
  });

  it('shows the model server', async () => {
    renderAgent({
      modelServer: {
        model: {
          name: 'xiaoai-conversation-llm',
          entityRef: 'aimodel:default/xiaoai-conversation-llm',
          version: 'v2.1.0',
          framework: 'huggingface',
        },
        workload: {
          kind: 'Deployment',
          name: 'xiaoai-model-server',
          replicas: {
            desired: 2,
            current: 2,
            ready: 1,
            updated: 2,
            available: 1,
            unavailable: 1,
          },
          rollout: 'progressing',
          conditions: [],
          containers: [
            {
              name: 'model-server',
              image: 'suoke/xiaoai-model-server:v2.1.0',
              requests: { cpu: { value: 2, quantity: '2' } },
              limits: { cpu: { value: 4, quantity: '4' } },
            },
          ],
        },
        pods: [],
      },
    });

    const area = await section('Model server');
    expect(
      within(area).getByRole('link', { name: 'xiaoai-conversation-llm' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/aimodel/xiaoai-conversation-llm',
    );
    expect(area).toHaveTextContent('1 of 2 ready');
    expect(area).toHaveTextContent('cpu: 2, limit 4');
  });

  it('says that an agent does not exist and leads back', async () => {
    renderPlugin({ api: apiWith(new NotFoundError('gone')), path: PATH });

    expect(
      await screen.findByText('This agent does not exist'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All agents' })).toHaveAttribute(
      'href',
      '/agent-scaling',
    );
  });

  it('reads again for its own signals and not for those of others', async () => {
    const signals = new FakeSignals();
    const { api } = renderPlugin({ signals, path: PATH });

    await screen.findByText('Live');
    act(() => signals.send({ agents: ['local/suoke-agents/soer'] }));
    api.agent = agentDetail({ title: 'Renamed' });
    act(() => signals.send({ agents: ['local/suoke-agents/xiaoai'] }));
    expect(
      await screen.findByRole('heading', { name: 'Renamed' }),
    ).toBeInTheDocument();
    expect(api.agentRequests).toHaveLength(2);
  });
});
