import {
  agentDeployment,
  agentHpa,
  NAMESPACE,
} from '../../__testUtils__/fixtures';
import { TestCluster } from '../../__testUtils__/TestCluster';
import { FAULT_ANNOTATION } from '../../workload/faults';
import { findCondition } from '../runtime/conditions';
import { resources } from '../runtime/resources';

const sizeOf = (test: TestCluster, name?: string) =>
  test.deployment(name).spec.replicas ?? 1;

const condition = (test: TestCluster, type: string, name?: string) =>
  findCondition(test.hpa(name).status?.conditions, type);

function newcomer(annotations?: Record<string, string>): TestCluster {
  const test = TestCluster.create();
  test.apply(agentDeployment({ replicas: 1, annotations }), agentHpa());
  return test;
}

describe('HpaController', () => {
  it('lets a newcomer grow from its minimum within two minutes', () => {
    const test = newcomer();
    const seconds = test.until(() => sizeOf(test) >= 3, 120);
    expect(seconds).toBeGreaterThan(15);
    expect(test.errors).toEqual([]);
    expect(test.messages('SuccessfulRescale')[0]).toMatch(
      /^New size: \d; reason: .* above target$/,
    );
    expect(test.hpa().status).toMatchObject({
      currentMetrics: [
        { type: 'Resource', resource: { name: 'cpu' } },
        {
          type: 'Pods',
          pods: { metric: { name: 'nova_requests_per_second' } },
        },
      ],
    });
    expect(condition(test, 'ScalingActive')).toMatchObject({
      status: 'True',
      reason: 'ValidMetricFound',
    });
  });

  it('scales through a whole day, both ways, and stays within its range', () => {
    const test = newcomer();
    const sizes: number[] = [];
    for (let minute = 0; minute < 60; minute++) {
      test.advance(60);
      sizes.push(sizeOf(test));
    }
    const settled = sizes.slice(5);
    expect(Math.max(...settled)).toBeGreaterThanOrEqual(4);
    expect(Math.min(...settled)).toBeLessThanOrEqual(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6);
  });

  it('does the same with the same seed, and something else with another', () => {
    const history = (seed: number) => {
      const test = TestCluster.create({ seed });
      test.apply(agentDeployment({ replicas: 1 }), agentHpa());
      test.advance(1200);
      return test
        .messages('SuccessfulRescale')
        .concat(test.pods().map(pod => pod.metadata.name));
    };
    expect(history(7)).toEqual(history(7));
    expect(history(7)).not.toEqual(history(8));
  });

  it('holds when metrics go missing, says why, and heals', () => {
    const test = newcomer();
    test.advance(180);
    const before = sizeOf(test);
    test.setFault('metrics-missing');
    test.advance(45);
    expect(condition(test, 'ScalingActive')).toMatchObject({
      status: 'False',
      reason: 'FailedGetResourceMetric',
      message:
        'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: no metrics returned from resource metrics API',
    });
    test.advance(300);
    expect(sizeOf(test)).toBe(before);
    test.setFault(null);
    test.advance(45);
    expect(condition(test, 'ScalingActive')?.status).toBe('True');
  });

  it('scales on cpu alone while only the custom metric is missing', () => {
    const test = newcomer();
    test.advance(120);
    test.setFault('custom-metrics-missing');
    test.advance(45);
    expect(test.messages('FailedGetPodsMetric')[0]).toContain(
      'the server could not find the metric nova_requests_per_second for pods',
    );
  });

  it.each([
    [
      'deleted',
      'the server could not find the requested resource (get pods.metrics.k8s.io)',
    ],
    [
      'down',
      'the server is currently unable to handle the request (get pods.metrics.k8s.io)',
    ],
  ])('meets a metrics API that is %s', (how, message) => {
    const test = newcomer();
    test.advance(60);
    const name = 'v1beta1.metrics.k8s.io';
    if (how === 'deleted') {
      test.cluster.delete(resources.apiServices, { name });
    } else {
      test.cluster.patch(
        resources.apiServices,
        { name },
        {
          metadata: { annotations: { [FAULT_ANNOTATION]: 'metrics-missing' } },
        },
      );
    }
    test.advance(30);
    expect(test.messages('FailedGetResourceMetric').at(-1)).toContain(message);
  });

  it('says when its target does not exist', () => {
    const test = TestCluster.create();
    test.apply(agentHpa({ name: 'ghost' }));
    test.advance(20);
    expect(condition(test, 'AbleToScale', 'ghost')).toMatchObject({
      status: 'False',
      reason: 'FailedGetScale',
    });
    expect(test.messages('FailedGetScale')).toEqual([
      'deployments.apps "ghost" not found',
    ]);
  });

  it('stops two autoscalers that select the same pods', () => {
    const test = newcomer();
    test.advance(60);
    test.apply({
      ...agentHpa(),
      metadata: { ...agentHpa().metadata!, name: 'rival' },
    });
    test.advance(40);
    for (const name of ['nova', 'rival']) {
      expect(condition(test, 'ScalingActive', name)?.reason).toBe(
        'AmbiguousSelector',
      );
    }
  });

  it('remembers its stabilisation window over a restart when given its memory', () => {
    const test = newcomer();
    test.advance(120);
    const memories = test.controlPlane.hpa.exportMemories();
    const memory = memories[test.hpa().metadata.uid];
    expect(memory.recommendations?.length).toBeGreaterThan(3);
    expect(JSON.parse(JSON.stringify(memories))).toEqual(memories);
  });

  it('scales on an external queue', () => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({
        replicas: 1,
        annotations: {
          'ai.suoke.life/load-rps': '200',
          'ai.suoke.life/load-rps-per-pod': '20',
        },
      }),
      agentHpa({
        metrics: [
          {
            type: 'External',
            external: {
              metric: {
                name: 'ai_request_queue_depth',
                selector: { matchLabels: { agent: 'nova' } },
              },
              target: { type: 'AverageValue', averageValue: '50' },
            },
          },
        ],
      }),
    );
    test.until(() => sizeOf(test) === 6, 180);
    expect(test.messages('SuccessfulRescale')[0]).toContain(
      'external metric ai_request_queue_depth',
    );
  });

  it('decides as the version does that the cluster reports', () => {
    const test = newcomer();
    test.until(() => sizeOf(test) >= 3, 120);
    // From 1.37 on every rescale says whether it went to zero, and what the HPA itself put there is woken again.
    expect(condition(test, 'ScaledToZero')).toBeUndefined();
    test.patchDeployment({ spec: { replicas: 0 } });
    const hpa = test.hpa();
    test.cluster.updateStatus(resources.horizontalPodAutoscalers, {
      ...hpa,
      status: {
        ...hpa.status,
        conditions: [
          {
            type: 'ScaledToZero',
            status: 'True',
            reason: 'ScaledToZero',
            message: 'the HPA controller scaled the workload to zero',
            lastTransitionTime: '2026-11-23T08:00:00Z',
          },
        ],
      },
    });
    test.advance(60);
    expect(sizeOf(test)).toBe(0);
    expect(condition(test, 'ScalingActive')?.reason).toBe('ScalingDisabled');
  });

  it('forgets what is gone', () => {
    const test = newcomer();
    test.advance(30);
    test.cluster.delete(resources.horizontalPodAutoscalers, {
      namespace: NAMESPACE,
      name: 'nova',
    });
    test.advance(30);
    expect(test.controlPlane.hpa.exportMemories()).toEqual({});
  });
});
