import fc from 'fast-check';
import {
  cpu,
  cpuUsage,
  external,
  externalUsage,
  hpa,
  metrics,
  NOW,
  pod,
  pods,
} from '../__testUtils__/builders';
import { resolveHpaOptions } from '../options';
import type { MetricSpec, MetricsReader } from '../types';
import { computeMetric } from './compute';
import type { MetricContext } from './types';

function compute(
  spec: MetricSpec,
  reader: MetricsReader,
  overrides: Partial<MetricContext> = {},
) {
  const currentReplicas =
    overrides.currentReplicas ?? overrides.pods?.length ?? 3;
  return computeMetric(
    {
      now: NOW,
      hpa: hpa(),
      pods: pods(currentReplicas),
      metrics: reader,
      currentReplicas,
      statusReplicas: currentReplicas,
      tolerances: { up: 0.1, down: 0.1 },
      options: resolveHpaOptions(),
      ...overrides,
    },
    spec,
    'spec.metrics[0]',
  );
}

function replicas(...args: Parameters<typeof compute>): number | string {
  const outcome = compute(...args);
  return outcome.ok ? outcome.count.replicas : outcome.error;
}

const never = pod('agent-2', {
  startTime: NOW - 3_600_000,
  ready: { status: 'False', lastTransitionTime: NOW - 3_600_000 },
});

describe('utilisation', () => {
  it('multiplies the double: 110 % of 50 % on 25 pods is 56, not 55', () => {
    expect(
      replicas(cpu(50), cpuUsage(...Array(25).fill(1100)), {
        currentReplicas: 25,
      }),
    ).toBe(56);
  });

  it('cuts to whole percent: 55.9 % is 55 %, which holds since 1.33 and did not before', () => {
    const usage = cpuUsage(559, 559, 559);
    expect(replicas(cpu(50), usage)).toBe(3);
    const options = resolveHpaOptions({
      features: { toleranceTest: 'absolute' },
    });
    expect(replicas(cpu(50), usage, { options })).toBe(4);
  });

  it('counts ready pods, not the current number', () => {
    expect(
      replicas(cpu(50), cpuUsage(1000, 1000), {
        pods: pods(2),
        currentReplicas: 5,
      }),
    ).toBe(4);
  });

  it('takes a missing pod for fully busy on the way down', () => {
    // 10 % of two pods and 100 % of the third: 40 %, so 0.8 * 3.
    expect(replicas(cpu(50), cpuUsage(100, 100, undefined))).toBe(3);
    expect(replicas(cpu(80), cpuUsage(100, 100, undefined))).toBe(2);
  });

  it('takes a missing pod for as busy as the target where that is above 100 %', () => {
    // (10 + 10 + 120) % of three requests is 46 %; with 100 % it would be 40 %.
    const outcome = compute(cpu(120), cpuUsage(100, 100, undefined));
    expect(outcome).toMatchObject({
      ok: true,
      count: { calculation: { ratio: 46 / 120 } },
    });
  });

  it('takes missing and unready pods for idle on the way up', () => {
    expect(replicas(cpu(50), cpuUsage(900, 900, undefined))).toBe(4);
    expect(
      replicas(cpu(50), cpuUsage(900, 900, 900), { pods: [...pods(2), never] }),
    ).toBe(4);
  });

  it('never turns around because of what was filled in', () => {
    const outcome = compute(
      cpu(50),
      cpuUsage(600, undefined, undefined, undefined),
    );
    expect(outcome).toMatchObject({
      ok: true,
      count: { replicas: 3, calculation: { held: 'directionWouldFlip' } },
    });
  });

  it('measures pod-level requests only with the gate', () => {
    const withPodRequest = pods(3).map(each => ({
      ...each,
      podRequests: { cpu: 2000 },
    }));
    expect(
      replicas(cpu(50), cpuUsage(2000, 2000, 2000), { pods: withPodRequest }),
    ).toBe(6);
    const options = resolveHpaOptions({
      features: { podLevelResources: false },
    });
    expect(
      replicas(cpu(50), cpuUsage(2000, 2000, 2000), {
        pods: withPodRequest,
        options,
      }),
    ).toBe(12);
  });

  it('adds up containers for what the pod level does not name', () => {
    const named = pods(3).map(each => ({
      ...each,
      podRequests: { memory: 1 },
    }));
    expect(replicas(cpu(50), cpuUsage(1000, 1000, 1000), { pods: named })).toBe(
      6,
    );
    const bare = named.map(each => ({
      ...each,
      containers: [{ name: 'agent', requests: {} }],
    }));
    expect(
      replicas(cpu(50), cpuUsage(1000, 1000, 1000), { pods: bare }),
    ).toMatch('missing pod-level request for cpu in Pod agent-0');
  });

  it('cannot measure against nothing, nor beyond 32 bits', () => {
    const requesting = (cpuRequest: number) =>
      pods(1).map(each => ({
        ...each,
        containers: [{ name: 'agent', requests: { cpu: cpuRequest } }],
      }));
    expect(replicas(cpu(50), cpuUsage(1000), { pods: requesting(0) })).toMatch(
      'no metrics returned matched known pods',
    );
    expect(replicas(cpu(50), cpuUsage(1e12), { pods: requesting(1) })).toMatch(
      'is outside the int32 range',
    );
  });

  it('adds the requests of sidecars', () => {
    const withSidecar = pods(3).map(each => ({
      ...each,
      containers: [
        { name: 'proxy', requests: { cpu: 1000 }, restartableInit: true },
        ...each.containers,
      ],
    }));
    expect(
      replicas(cpu(50), cpuUsage(2000, 2000, 2000), { pods: withSidecar }),
    ).toBe(6);
  });

  it('stops at one pod without a request', () => {
    const bare = pod('agent-2', {
      containers: [{ name: 'agent', requests: {} }],
    });
    expect(
      replicas(cpu(50), cpuUsage(500, 500, 500), { pods: [...pods(2), bare] }),
    ).toBe(
      'failed to get cpu resource metric value: failed to get cpu utilization: missing request for cpu in container agent of Pod agent-2',
    );
  });

  it.each([
    [
      cpuUsage(),
      pods(3),
      'unable to get metrics for resource cpu: no metrics returned from resource metrics API',
    ],
    [
      metrics(),
      pods(3),
      'unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)',
    ],
    [
      cpuUsage(500),
      [],
      'no pods returned by selector while calculating replica count',
    ],
    [
      cpuUsage(undefined, undefined, 500),
      [never],
      'did not receive metrics for targeted pods (pods might be unready)',
    ],
  ])('says why there is no number', (reader, list, error) => {
    expect(replicas(cpu(50), reader, { pods: list, currentReplicas: 3 })).toBe(
      `failed to get cpu resource metric value: failed to get cpu utilization: ${error}`,
    );
  });

  it('shows percent and amount in the status', () => {
    expect(compute(cpu(50), cpuUsage(700, 700, 701))).toMatchObject({
      metricName: 'cpu resource utilization (percentage of request)',
      status: {
        type: 'Resource',
        resource: {
          name: 'cpu',
          current: { averageUtilization: 70, averageValue: '700m' },
        },
      },
    });
  });

  it('refuses a sample that is not a number', () => {
    expect(() => compute(cpu(50), cpuUsage(NaN, 1, 1))).toThrow(
      'resourceMetrics[agent-0].value',
    );
  });
});

describe('container resource', () => {
  const spec: MetricSpec = {
    type: 'ContainerResource',
    containerResource: {
      name: 'cpu',
      container: 'agent',
      target: { type: 'Utilization', averageUtilization: 50 },
    },
  };
  const withProxy = pods(2).map(each => ({
    ...each,
    containers: [...each.containers, { name: 'proxy', requests: {} }],
  }));
  const usage = metrics({
    resourceMetrics: () => ({
      ok: true,
      value: withProxy.map(({ name }) => ({
        pod: name,
        timestamp: NOW,
        windowMs: 0,
        containers: [
          { name: 'proxy', usage: { cpu: 5000 } },
          { name: 'agent', usage: { cpu: 1000 } },
        ],
      })),
    }),
  });

  it('looks at one container only, also for the request', () => {
    expect(compute(spec, usage, { pods: withProxy })).toMatchObject({
      ok: true,
      metricName: 'cpu container resource utilization (percentage of request)',
      count: { replicas: 4 },
      status: {
        containerResource: {
          container: 'agent',
          current: { averageUtilization: 100 },
        },
      },
    });
  });

  it('names a container that does not exist', () => {
    const wrong = {
      ...spec,
      containerResource: { ...spec.containerResource!, container: 'main' },
    };
    expect(compute(wrong, usage, { pods: withProxy })).toMatchObject({
      ok: false,
      reason: 'FailedGetContainerResourceMetric',
      // No pod has a sample of such a container, and that is noticed first.
      error:
        'failed to get main container metric value: failed to get cpu utilization: did not receive metrics for targeted pods (pods might be unready)',
    });
  });
});

describe('average value', () => {
  const memory: MetricSpec = {
    type: 'Resource',
    resource: {
      name: 'memory',
      target: { type: 'AverageValue', averageValue: '512Mi' },
    },
  };
  const memoryUsage = (...mebibytes: number[]) =>
    metrics({
      resourceMetrics: () => ({
        ok: true,
        value: mebibytes.map((value, index) => ({
          pod: `agent-${index}`,
          timestamp: NOW,
          windowMs: 0,
          containers: [
            { name: 'agent', usage: { memory: value * 1024 ** 2 * 1000 } },
          ],
        })),
      }),
    });

  it('compares the mean amount and writes memory in binary', () => {
    expect(compute(memory, memoryUsage(1024, 1024, 1024))).toMatchObject({
      metricName: 'memory resource',
      count: { replicas: 6 },
      status: { resource: { current: { averageValue: '1Gi' } } },
    });
  });

  it('has no warm-up rule for memory', () => {
    expect(
      replicas(memory, memoryUsage(1024, 1024, 1024), {
        pods: [...pods(2), never],
      }),
    ).toBe(6);
  });

  it('takes missing pods for exactly on target on the way down', () => {
    const spec: MetricSpec = {
      type: 'Pods',
      pods: {
        metric: { name: 'rps' },
        target: { type: 'AverageValue', averageValue: '30' },
      },
    };
    const reader = metrics({
      podsMetric: () => ({
        ok: true,
        value: [{ pod: 'agent-0', timestamp: NOW, value: 3000 }],
      }),
    });
    // (3 + 30 + 30) / 3 = 21 of 30.
    expect(compute(spec, reader)).toMatchObject({
      metricName: 'pods metric rps',
      count: {
        replicas: 3,
        calculation: {
          usage: 3000,
          ratio: 0.7,
          missingPods: ['agent-1', 'agent-2'],
        },
      },
      status: {
        pods: { metric: { name: 'rps' }, current: { averageValue: '3' } },
      },
    });
  });

  it('says which target is missing', () => {
    const spec: MetricSpec = {
      type: 'Resource',
      resource: { name: 'cpu', target: { type: 'Utilization' } },
    };
    expect(replicas(spec, cpuUsage(1))).toMatch(
      'neither an average utilization target nor an average value',
    );
    const podsSpec: MetricSpec = {
      type: 'Pods',
      pods: { metric: { name: 'rps' }, target: { type: 'AverageValue' } },
    };
    expect(replicas(podsSpec, cpuUsage(1))).toMatch(
      'no average value target was set',
    );
  });
});

describe('one amount for the whole target', () => {
  it('multiplies the ratio with running and ready pods', () => {
    const starting = pod('agent-9', { phase: 'Pending', ready: undefined });
    expect(
      replicas(external({ value: '10' }), externalUsage(12_000, 8_000), {
        pods: [...pods(2), starting, never],
      }),
    ).toBe(4);
  });

  it('ignores the tolerance from 0 replicas', () => {
    expect(
      replicas(external({ value: '10' }), externalUsage(10_500), {
        currentReplicas: 0,
      }),
    ).toBe(2);
    expect(
      replicas(external({ value: '10' }), externalUsage(10_500), {
        currentReplicas: 1,
      }),
    ).toBe(1);
  });

  it.each([
    [95_000, 3, 3],
    [120_000, 3, 4],
    [0, 0, 0],
    [1, 0, 1],
    [90_000, 0, 3],
  ])(
    'divides %d by a target of 30 per pod at %d replicas: %d',
    (usage, statusReplicas, expected) => {
      expect(
        replicas(external({ averageValue: '30' }), externalUsage(usage), {
          statusReplicas,
        }),
      ).toBe(expected);
    },
  );

  it('shows usage per replica, rounded up', () => {
    expect(
      compute(external({ averageValue: '30' }), externalUsage(100_000)),
    ).toMatchObject({
      metricName: 'external metric queue_depth(nil)',
      status: { external: { current: { averageValue: '33334m' } } },
    });
  });

  it('prefers the average value of an external metric', () => {
    const both = external({ averageValue: '10' });
    both.external!.target.value = '1000';
    expect(replicas(both, externalUsage(100_000))).toBe(10);
  });

  const object = (target: {
    value?: string;
    averageValue?: string;
  }): MetricSpec => ({
    type: 'Object',
    object: {
      describedObject: { apiVersion: 'v1', kind: 'Service', name: 'xiaoai' },
      metric: { name: 'rps', selector: { matchLabels: { verb: 'GET' } } },
      target: {
        type: target.averageValue ? 'AverageValue' : 'Value',
        ...target,
      },
    },
  });
  const objectUsage = metrics({
    objectMetric: () => ({
      ok: true,
      value: { timestamp: NOW, value: 90_000 },
    }),
  });

  it('reads object metrics both ways', () => {
    expect(compute(object({ value: '45' }), objectUsage)).toMatchObject({
      metricName: 'Service metric rps',
      count: { replicas: 6 },
      status: { object: { current: { value: '90' } } },
    });
    expect(compute(object({ averageValue: '15' }), objectUsage)).toMatchObject({
      // Worded like this by the controller.
      metricName:
        'external metric rps(&LabelSelector{MatchLabels:map[string]string{verb: GET,},MatchExpressions:[]LabelSelectorRequirement{},})',
      count: { replicas: 6 },
      status: { object: { current: { averageValue: '30' } } },
    });
  });

  it.each([
    [
      object({ value: '45' }),
      'failed to get object metric value: unable to get metric rps on Service suoke-agents/xiaoai: unable to fetch metrics from custom metrics API: no custom metrics API',
    ],
    [
      object({ averageValue: '45' }),
      'failed to get object metric value: failed to get rps object metric: unable to get metric rps on Service suoke-agents/xiaoai: unable to fetch metrics from custom metrics API: no custom metrics API',
    ],
    [
      object({}),
      'failed to get object metric value: invalid object metric source: neither a value target nor an average value target was set',
    ],
    [
      external({ value: '1' }),
      'failed to get queue_depth external metric value: failed to get external metric queue_depth: unable to get external metric suoke-agents/queue_depth/nil: unable to fetch metrics from external metrics API: no external metrics API',
    ],
    [
      external({ averageValue: '1' }),
      'failed to get queue_depth external metric value: failed to get queue_depth external metric: unable to get external metric suoke-agents/queue_depth/nil: unable to fetch metrics from external metrics API: no external metrics API',
    ],
    [
      external({}),
      'failed to get queue_depth external metric value: invalid external metric source: neither a value target nor an average value target was set',
    ],
  ])('words its errors as the controller does', (spec, error) => {
    expect(replicas(spec, metrics())).toBe(error);
  });

  it('reports an answer without series and a selector that cannot be used', () => {
    expect(replicas(external({ value: '1' }), externalUsage())).toMatch(
      'nil: no metrics returned from external metrics API',
    );
    const bad = external({ value: '1' });
    bad.external!.metric.selector = {
      matchExpressions: [{ key: 'a', operator: 'Is' }],
    };
    expect(replicas(bad, externalUsage(1))).toMatch(
      '"Is" is not a valid label selector operator',
    );
  });
});

it('never asks for fewer pods under more load', () => {
  const usage = fc.array(fc.integer({ min: 0, max: 4000 }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(
      usage,
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 2000 }),
      (samples, target, more) => {
        const list = pods(samples.length);
        const before = replicas(cpu(target), cpuUsage(...samples), {
          pods: list,
        });
        const after = replicas(
          cpu(target),
          cpuUsage(...samples.map(value => value + more)),
          { pods: list },
        );
        expect(Number(after)).toBeGreaterThanOrEqual(Number(before));
      },
    ),
  );
});
