import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ManualClock,
  startLocalCluster,
  type LocalCluster,
  type LocalClusterOptions,
} from '@suoke/local-cluster';
import request from 'supertest';
import { agentLabels, modelServerLabels } from './__fixtures__/builders';
import agentScalingPlugin from './index';

const NAMESPACE = 'suoke-agents';
const DEPLOYMENTS = { group: 'apps', resource: 'deployments' };
const XIAOAI = `/api/agent-scaling/agents/local/${NAMESPACE}/xiaoai`;

function workload(
  name: string,
  labels: Record<string, string>,
  annotations: Record<string, string>,
) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: NAMESPACE, labels, annotations },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'agent',
              image: 'suoke/xiaoai:v1.0.0',
              resources: { requests: { cpu: '500m', memory: '512Mi' } },
            },
          ],
        },
      },
    },
  };
}

/** Manifests: the server fills in what its own type of an object has already. */
type Manifests = NonNullable<LocalClusterOptions['objects']>;

/** One agent with a model server, under steady load that two replicas serve easily. */
const OBJECTS = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
  workload('xiaoai', agentLabels('xiaoai'), {
    'ai.suoke.life/load-rps': '5',
    'ai.suoke.life/load-rps-per-pod': '30',
    'ai.suoke.life/load-day-amplitude': '0',
    'ai.suoke.life/load-burst-factor': '0',
    'ai.suoke.life/load-ramp': '1s',
    'ai.suoke.life/start-up': '5s',
  }),
  workload('xiaoai-model-server', modelServerLabels('xiaoai'), {}),
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: {
      name: 'xiaoai',
      namespace: NAMESPACE,
      labels: agentLabels('xiaoai'),
    },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'xiaoai',
      },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        {
          type: 'Pods',
          pods: {
            metric: { name: 'ai_inference_requests_per_second' },
            target: { type: 'AverageValue', averageValue: '30' },
          },
        },
      ],
    },
  },
] as unknown as Manifests;

/** Asks until the answer is as wanted; the cluster is watched in the background. */
async function eventually<T>(
  ask: () => Promise<T>,
  accept: (answer: T) => boolean,
): Promise<T> {
  for (const end = Date.now() + 20_000; ; ) {
    const answer = await ask();
    if (accept(answer)) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`It did not happen: ${JSON.stringify(answer)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The plugin as it is in a portal, on the clusters that its configuration names. */
async function startPortal(clusters: { name: string; url: string }[]) {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      agentScalingPlugin,
      catalogServiceMock.factory(),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: clusters.map(cluster => ({
                  ...cluster,
                  authProvider: 'serviceAccount',
                  serviceAccountToken: 'token',
                })),
              },
            ],
          },
        },
      }),
    ],
  });
  const get = async (path: string) => {
    const { body } = await request(backend.server).get(path);
    return body;
  };
  return {
    get,
    list: () => get('/api/agent-scaling/agents'),
    sample: () => scheduler.triggerTask('agent-scaling-samples'),
  };
}

describe('agent-scaling on a cluster', () => {
  let cluster: LocalCluster;
  let clock: ManualClock;

  beforeEach(async () => {
    // So that the moment the agent scales is about now: a cluster's clock and ours differ by seconds, not by minutes.
    clock = new ManualClock({ start: Date.now() - 75_000 });
    cluster = await startLocalCluster({ clock, objects: OBJECTS });
    clock.advance(30_000);
  });

  afterEach(() => cluster.stop());

  it('follows an agent from rest into load: row, page, usage and history', async () => {
    const portal = await startPortal([{ name: 'local', url: cluster.url }]);
    const { items } = await eventually(
      portal.list,
      ({ items: [row] }) => row?.attention.state === 'ok',
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      name: 'xiaoai',
      replicas: { min: 2, current: 2, desired: 2, max: 10 },
      pods: { ready: 2, total: 2 },
      model: { server: 'xiaoai-model-server' },
      simulated: true,
    });
    await portal.sample();

    cluster.cluster.patch(
      DEPLOYMENTS,
      { namespace: NAMESPACE, name: 'xiaoai' },
      { metadata: { annotations: { 'ai.suoke.life/load-rps': '150' } } },
    );
    for (let step = 0; step < 5; step++) {
      clock.advance(15_000);
    }
    const grown = await eventually(
      portal.list,
      ({ items: [row] }) => row?.replicas.current >= 5,
    );
    expect(grown.items[0].metrics).toMatchObject([
      {
        name: 'ai_inference_requests_per_second',
        unit: 'perSecond',
        target: { value: 30 },
        current: { value: expect.any(Number) },
      },
    ]);

    await portal.sample();
    const agent = await portal.get(XIAOAI);
    expect(agent.hpa.conditions).toContainEqual(
      expect.objectContaining({
        type: 'ScalingActive',
        meaning: 'metricsWork',
      }),
    );
    expect(agent.podList.length).toBeGreaterThanOrEqual(5);
    expect(agent.podList[0].usage.cpu.value).toBeGreaterThan(0);
    expect(agent.modelServer.pods.length).toBeGreaterThanOrEqual(1);
    expect(agent.events).toContainEqual(
      expect.objectContaining({ reason: 'SuccessfulRescale' }),
    );
    expect(agent.lastScale.reason).toContain(
      'ai_inference_requests_per_second',
    );

    const history = await portal.get(
      `${XIAOAI}/history?to=${new Date(Date.now() + 120_000).toISOString()}`,
    );
    expect(history.samples.at(-1).usage.cpuCores).toBeGreaterThan(0);
    const told = history.events.filter(
      (event: { source: string }) => event.source === 'Event',
    );
    expect(told.at(-1)).toMatchObject({
      kind: 'rescale',
      reason: 'SuccessfulRescale',
      from: expect.any(Number),
      to: grown.items[0].replicas.desired,
    });

    const { items: clusters } = await portal.get('/api/agent-scaling/clusters');
    expect(clusters[0]).toMatchObject({
      name: 'local',
      state: 'Connected',
      simulated: true,
      resourceMetrics: { state: 'Available' },
    });
  }, 60_000);

  it('starts without the cluster, keeps what it knows while it is away, and says so', async () => {
    const portal = await startPortal([
      { name: 'local', url: cluster.url },
      { name: 'down', url: 'http://127.0.0.1:1' },
    ]);
    await eventually(
      portal.list,
      ({ items: [row] }) => row?.attention.state === 'ok',
    );
    const { clusters } = await eventually(
      portal.list,
      answer => answer.clusters[1]?.state === 'Unreachable',
    );
    expect(clusters[0].state).toBe('Connected');

    await cluster.stop();
    const { items } = await eventually(
      portal.list,
      ({ items: [row] }) => row?.attention.state === 'stale',
    );
    expect(items[0]).toMatchObject({
      name: 'xiaoai',
      replicas: { current: 2 },
      attention: { reasons: [{ code: 'clusterOutOfContact' }] },
    });
  }, 60_000);
});
