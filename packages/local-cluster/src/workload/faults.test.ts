import { agentDeployment, NAMESPACE } from '../__testUtils__/fixtures';
import { TestCluster } from '../__testUtils__/TestCluster';
import { findCondition } from '../controllers/runtime/conditions';
import { Pod } from '../controllers/runtime/objects';
import { resources } from '../controllers/runtime/resources';
import { Fault, FAULT_ANNOTATION, parseFaults } from './faults';

const waitingReason = (pod: Pod) =>
  pod.status?.containerStatuses?.[0].state.waiting?.reason;

/** A fault, what it looks like after three minutes, and what shows that it is healed. */
const CASES: [Fault, (test: TestCluster) => unknown, unknown, object?][] = [
  [
    'crash-loop',
    test => test.pods().map(waitingReason),
    ['CrashLoopBackOff', 'CrashLoopBackOff'],
  ],
  [
    'oom',
    test =>
      test
        .pods()
        .map(
          pod =>
            pod.status?.containerStatuses?.[0].lastState.terminated?.reason,
        ),
    ['OOMKilled', 'OOMKilled'],
  ],
  ['not-ready', test => test.readyPods().length, 0],
  [
    'image-pull',
    test => test.readyPods().length,
    // Pods that run have their image already.
    2,
  ],
];

describe('faults', () => {
  it('reads a list and leaves out what is none', () => {
    expect(parseFaults('oom, crash-loop,unknown,')).toEqual([
      'oom',
      'crash-loop',
    ]);
    expect(parseFaults(undefined)).toEqual([]);
  });

  it.each(CASES)('%s shows on running pods and heals', (name, look, seen) => {
    const test = TestCluster.create();
    test.apply(agentDeployment());
    test.until(() => test.readyPods().length === 2, 60);
    test.setFault(name);
    test.advance(180);
    expect(look(test)).toEqual(seen);
    test.setFault(null);
    test.until(() => test.readyPods().length === 2, 120);
    test.advance(300);
    expect(test.readyPods()).toHaveLength(2);
    expect(test.errors).toEqual([]);
  });

  it('a crash loop restarts with growing pauses and says so', () => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({ replicas: 1, annotations: fault('crash-loop') }),
    );
    test.advance(240);
    const [pod] = test.pods();
    const [status] = pod.status!.containerStatuses!;
    expect(status.restartCount).toBeGreaterThanOrEqual(4);
    expect(status.restartCount).toBeLessThanOrEqual(7);
    expect(status.state.waiting?.message).toBe(
      `back-off 1m0s restarting failed container=agent pod=${pod.metadata.name}_${NAMESPACE}(${pod.metadata.uid})`,
    );
    expect(status.lastState.terminated).toMatchObject({
      exitCode: 1,
      reason: 'Error',
    });
    expect(test.messages('BackOff')).toEqual([
      `Back-off restarting failed container agent in pod ${pod.metadata.name}_${NAMESPACE}(${pod.metadata.uid})`,
    ]);
  });

  it.each([
    ['pods-pending', {}, 'Insufficient cpu'],
    [
      'gpu-exhausted',
      {
        resources: {
          requests: { cpu: '500m', memory: '1Gi', 'nvidia.com/gpu': '1' },
          limits: { cpu: '1', memory: '2Gi', 'nvidia.com/gpu': '1' },
        },
      },
      'Insufficient nvidia.com/gpu',
    ],
  ])('%s keeps new pods waiting until healed', (name, container, reason) => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({ replicas: 1, annotations: fault(name), container }),
    );
    test.advance(60);
    const [pod] = test.pods();
    const message = `0/4 nodes are available: 4 ${reason}. preemption: 0/4 nodes are available: 4 No preemption victims found for incoming pod.`;
    expect(pod.status?.phase).toBe('Pending');
    expect(findCondition(pod.status?.conditions, 'PodScheduled')).toMatchObject(
      { status: 'False', reason: 'Unschedulable', message },
    );
    expect(test.messages('FailedScheduling')).toEqual([message]);
    test.setFault(null);
    test.until(() => test.readyPods().length === 1, 60);
  });

  it('slow-start makes readiness take ten times as long', () => {
    const timeToReady = (annotations?: Record<string, string>) => {
      const test = TestCluster.create();
      test.apply(
        agentDeployment({
          replicas: 1,
          annotations: { 'ai.suoke.life/start-up': '10s', ...annotations },
        }),
      );
      return test.until(() => test.readyPods().length === 1, 300);
    };
    expect(timeToReady()).toBeLessThan(30);
    expect(timeToReady(fault('slow-start'))).toBeGreaterThan(80);
  });

  it('on a namespace reaches every pod in it', () => {
    const test = TestCluster.create();
    test.apply(agentDeployment(), agentDeployment({ name: 'luma' }));
    test.until(() => test.readyPods().length === 4, 60);
    test.cluster.patch(
      resources.namespaces,
      { name: NAMESPACE },
      { metadata: { annotations: fault('not-ready') } },
    );
    test.advance(60);
    expect(test.readyPods()).toHaveLength(0);
    expect(test.messages('Unhealthy').length).toBeGreaterThan(0);
  });

  it('in a pod template hits the pods of that template only', () => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({
        replicas: 1,
        templateAnnotations: fault('metrics-missing'),
      }),
      agentDeployment({ name: 'luma', replicas: 1 }),
    );
    test.advance(60);
    const names = test.controlPlane.metrics
      .podMetrics({ namespace: NAMESPACE })
      .map(metrics => metrics.labels['app.kubernetes.io/name']);
    expect(names).toEqual(['luma']);
  });

  it('metrics-stale freezes the timestamp of samples', () => {
    const test = TestCluster.create();
    test.apply(agentDeployment({ replicas: 1 }));
    test.advance(60);
    const stamp = () => test.controlPlane.metrics.podMetrics()[0].timestamp;
    test.setFault('metrics-stale');
    test.advance(15);
    const frozen = stamp();
    test.advance(90);
    expect(stamp()).toBe(frozen);
    test.setFault(null);
    test.advance(15);
    expect(stamp()).not.toBe(frozen);
  });

  it('load-spike and load-none change what clients send', () => {
    const test = TestCluster.create();
    test.apply(agentDeployment({ replicas: 1 }));
    test.advance(120);
    const offered = () => {
      test.advance(15);
      return test.controlPlane.load.workload(test.deployment())!.offeredRps;
    };
    const before = offered();
    test.setFault('load-spike');
    expect(offered()).toBeGreaterThan(2 * before);
    test.setFault('load-none');
    expect(offered()).toBe(0);
  });
});

function fault(name: string): Record<string, string> {
  return { [FAULT_ANNOTATION]: name };
}
