import { agentDeployment } from '../../__testUtils__/fixtures';
import { TestCluster } from '../../__testUtils__/TestCluster';
import { findCondition } from '../../controllers/runtime/conditions';
import { Pod } from '../../controllers/runtime/objects';
import { resources } from '../../controllers/runtime/resources';
import { crashBackoffMs } from './containerLifecycle';
import { imageId } from './images';
import { qosClass } from './podStatus';

describe('Kubelet', () => {
  it('brings a pod from ContainerCreating to Ready with the events of a real one', () => {
    const test = TestCluster.create();
    test.apply(agentDeployment({ replicas: 1 }));
    test.advance(1);
    const state = () => test.pods()[0].status?.containerStatuses?.[0];
    expect(test.pods()[0].status?.phase).toBe('Pending');
    expect(state()?.state.waiting?.reason).toBe('ContainerCreating');
    test.until(() => Boolean(state()?.state.running), 20);
    expect(state()).toMatchObject({ ready: false, started: true });
    test.until(() => test.readyPods().length === 1, 30);
    const [pod] = test.pods();
    expect(pod.status).toMatchObject({
      phase: 'Running',
      podIP: expect.stringMatching(/^10\.244\.\d\.\d+$/),
      hostIP: expect.stringMatching(/^172\.18\.0\.\d$/),
      qosClass: 'Burstable',
    });
    expect(pod.status?.containerStatuses?.[0].imageID).toBe(
      imageId('suoke/nova:v1.0.0'),
    );
    for (const type of [
      'PodScheduled',
      'PodReadyToStartContainers',
      'Initialized',
      'ContainersReady',
      'Ready',
    ]) {
      expect(findCondition(pod.status?.conditions, type)?.status).toBe('True');
    }
    expect(test.messages('Pulling')).toEqual([
      'Pulling image "suoke/nova:v1.0.0"',
    ]);
    expect(test.messages('Pulled')[0]).toMatch(
      /^Successfully pulled image "suoke\/nova:v1.0.0" in \d+\.\d{3}s .* Image size: \d+ bytes\.$/,
    );
    expect(test.messages('Started')).toEqual(['Container started: agent']);
  });

  it('says which probe is refused while a container starts slowly', () => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({
        replicas: 1,
        annotations: { 'ai.suoke.life/start-up': '60s' },
        container: {
          ports: [{ name: 'http', containerPort: 8080 }],
          startupProbe: { httpGet: { path: '/readyz', port: 'http' } },
        },
      }),
    );
    test.advance(40);
    const { podIP } = test.pods()[0].status!;
    expect(test.messages('Unhealthy')).toEqual([
      `Startup probe failed: Get "http://${podIP}:8080/readyz": dial tcp ${podIP}:8080: connect: connection refused`,
    ]);
  });

  it('does not pull an image twice to one node', () => {
    const test = TestCluster.create();
    test.apply(agentDeployment({ replicas: 1 }));
    test.advance(60);
    test.patchDeployment({ spec: { replicas: 4 } });
    test.advance(60);
    expect(test.messages('Pulling')).toHaveLength(3);
    expect(
      test
        .messages('Pulled')
        .filter(message => message.endsWith('already present on machine')),
    ).toHaveLength(1);
  });

  it('lets a pod drain before it is gone, and gives its address to the next', () => {
    const test = TestCluster.create();
    test.apply(agentDeployment({ replicas: 1 }));
    test.advance(60);
    const [pod] = test.pods();
    const { namespace, name, uid } = pod.metadata;
    test.cluster.delete(resources.pods, { namespace, name });
    test.advance(0.5);
    const dying = test.pods().find(one => one.metadata.uid === uid);
    expect(dying?.metadata.deletionTimestamp).toBeDefined();
    expect(test.messages('Killing')).toEqual(['Stopping container agent']);
    test.advance(5);
    expect(test.pods().some(one => one.metadata.uid === uid)).toBe(false);
    test.until(() => test.readyPods().length === 1, 60);
  });

  it('runs init containers first', () => {
    const test = TestCluster.create();
    const deployment = agentDeployment({ replicas: 1 });
    deployment.spec!.template.spec.initContainers = [
      { name: 'fetch', image: 'suoke/fetch:v1' },
      { name: 'proxy', image: 'suoke/proxy:v1', restartPolicy: 'Always' },
    ];
    test.apply(deployment);
    test.until(() => test.readyPods().length === 1, 60);
    expect(test.pods()[0].status?.initContainerStatuses).toMatchObject([
      { name: 'fetch', state: { terminated: { reason: 'Completed' } } },
      { name: 'proxy', state: { running: {} } },
    ]);
  });

  it('is ready at once without a readiness probe', () => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({
        replicas: 1,
        annotations: { 'ai.suoke.life/start-up': '60s' },
        container: { readinessProbe: undefined },
      }),
    );
    expect(test.until(() => test.readyPods().length === 1, 30)).toBeLessThan(
      15,
    );
  });

  it('kills what needs more memory than its limit', () => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({
        replicas: 1,
        annotations: { 'ai.suoke.life/load-memory-floor': '3Gi' },
      }),
    );
    test.advance(120);
    expect(
      test.pods()[0].status?.containerStatuses?.[0].lastState.terminated,
    ).toMatchObject({ reason: 'OOMKilled', exitCode: 137 });
  });
});

describe('crashBackoffMs', () => {
  it.each([
    [0, 0],
    [1, 10_000],
    [2, 20_000],
    [3, 40_000],
    [4, 60_000],
    [20, 60_000],
  ])('after %d restarts is %d ms', (restarts, ms) => {
    expect(crashBackoffMs(restarts)).toBe(ms);
  });
});

describe('qosClass', () => {
  const pod = (resourcesOf: object) =>
    ({
      spec: { containers: [{ name: 'c', image: 'i', resources: resourcesOf }] },
    } as unknown as Pod);

  it.each([
    ['BestEffort', {}],
    ['Burstable', { requests: { cpu: '1' } }],
    [
      'Guaranteed',
      {
        requests: { cpu: '1000m', memory: '1Gi' },
        limits: { cpu: '1', memory: '1024Mi' },
      },
    ],
  ])('%s', (expected, amounts) => {
    expect(qosClass(pod(amounts))).toBe(expected);
  });
});
