import fc from 'fast-check';
import {
  cpu,
  cpuUsage,
  external,
  externalUsage,
  hpa,
  metrics,
  NOW,
  observation,
  pods,
} from './__testUtils__/builders';
import { withFailedScaleUpdate } from './failedScaleUpdate';
import { reconcileHpa } from './reconcile';
import type {
  HpaBehavior,
  HpaFeatures,
  HpaMemory,
  HpaObservation,
  HpaReconcileResult,
} from './types';

const NOTHING: HpaMemory = {
  recommendations: [],
  scaleUpEvents: [],
  scaleDownEvents: [],
};

function reasons(result: HpaReconcileResult): Record<string, string> {
  return Object.fromEntries(
    (result.status.conditions ?? []).map(({ type, status, reason }) => [
      type,
      `${status}/${reason}`,
    ]),
  );
}

it('scales up and says so', () => {
  const result = reconcileHpa(
    observation(3, { metrics: cpuUsage(900, 900, 900) }),
  );
  expect(result).toMatchObject({ desiredReplicas: 6, rescale: true });
  expect(result.events).toEqual([
    {
      type: 'Normal',
      reason: 'SuccessfulRescale',
      message:
        'New size: 6; reason: cpu resource utilization (percentage of request) above target',
    },
  ]);
  expect(result.status).toEqual({
    lastScaleTime: '2026-11-23T12:00:00Z',
    currentReplicas: 3,
    desiredReplicas: 6,
    currentMetrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          current: { averageUtilization: 90, averageValue: '900m' },
        },
      },
    ],
    conditions: [
      {
        type: 'AbleToScale',
        status: 'True',
        lastTransitionTime: '2026-11-23T12:00:00Z',
        reason: 'SucceededRescale',
        message: 'the HPA controller was able to update the target scale to 6',
      },
      {
        type: 'ScalingActive',
        status: 'True',
        lastTransitionTime: '2026-11-23T12:00:00Z',
        reason: 'ValidMetricFound',
        message:
          'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
      },
      {
        type: 'ScalingLimited',
        status: 'False',
        lastTransitionTime: '2026-11-23T12:00:00Z',
        reason: 'DesiredWithinRange',
        message: 'the desired count is within the acceptable range',
      },
      {
        type: 'ScaledToZero',
        status: 'False',
        lastTransitionTime: '2026-11-23T12:00:00Z',
        reason: 'NotScaledToZero',
        message: 'the HPA controller did not scale the workload to zero',
      },
    ],
  });
});

it('keeps the times of conditions that did not change, and the last scale time', () => {
  const first = reconcileHpa(
    observation(3, { metrics: cpuUsage(900, 900, 900) }),
  );
  const later = reconcileHpa(
    observation(6, { now: NOW + 60_000, hpa: hpa({ status: first.status }) }),
    first.memory,
  );
  expect(later.rescale).toBe(false);
  expect(later.status.lastScaleTime).toBe('2026-11-23T12:00:00Z');
  expect(
    later.status.conditions?.map(
      ({ lastTransitionTime }) => lastTransitionTime,
    ),
  ).toEqual(Array(4).fill('2026-11-23T12:00:00Z'));
  expect(reasons(later)).toMatchObject({
    AbleToScale: 'True/ReadyForNewScale',
  });
});

it('starts its memory with the current number, so that a new HPA does not shrink at once', () => {
  const idle = observation(5, { metrics: cpuUsage(100, 100, 100, 100, 100) });
  const first = reconcileHpa(idle);
  expect(first).toMatchObject({ desiredReplicas: 5, rescale: false });
  expect(reasons(first).AbleToScale).toBe('True/ScaleDownStabilized');
  expect(first.memory.recommendations).toEqual([
    { replicas: 5, timestamp: NOW },
    { replicas: 1, timestamp: NOW },
  ]);
  const afterWindow = reconcileHpa(
    { ...idle, now: NOW + 301_000 },
    first.memory,
  );
  expect(afterWindow.desiredReplicas).toBe(2);
  expect(afterWindow.events[0].message).toBe(
    'New size: 2; reason: All metrics below target',
  );
});

describe('the range', () => {
  it.each([
    [12, 10, 'Current number of replicas above Spec.MaxReplicas', 'aboveMax'],
    [1, 2, 'Current number of replicas below Spec.MinReplicas', 'belowMin'],
  ])(
    'takes %d to %d without looking at metrics',
    (current, desired, reason, branch) => {
      const result = reconcileHpa(observation(current, { metrics: metrics() }));
      expect(result).toMatchObject({
        desiredReplicas: desired,
        rescale: true,
        explanation: { branch },
      });
      expect(result.events).toEqual([
        {
          type: 'Normal',
          reason: 'SuccessfulRescale',
          message: `New size: ${desired}; reason: ${reason}`,
        },
      ]);
      expect(result.status.currentMetrics).toBeNull();
    },
  );

  it('limits what metrics ask for', () => {
    const result = reconcileHpa(
      observation(8, { metrics: cpuUsage(...Array(8).fill(3000)) }),
    );
    expect(result.desiredReplicas).toBe(10);
    expect(reasons(result).ScalingLimited).toBe('True/TooManyReplicas');
  });

  it('defaults to a minimum of 1 and to 80 % cpu', () => {
    const spec = { minReplicas: undefined, metrics: undefined };
    const result = reconcileHpa(
      observation(2, { hpa: hpa({ spec }), metrics: cpuUsage(100, 100) }),
      NOTHING,
    );
    expect(result.desiredReplicas).toBe(1);
    expect(result.explanation.proposals).toMatchObject([
      { calculation: { target: 80 } },
    ]);
  });
});

it('stops when the scale cannot be read and leaves the rest of the status', () => {
  const previous = { desiredReplicas: 4, currentReplicas: 4 };
  const result = reconcileHpa(
    observation(4, {
      hpa: hpa({ status: previous }),
      scale: { ok: false, error: 'deployments.apps "xiaoai" not found' },
    }),
  );
  expect(result).toMatchObject({
    rescale: false,
    desiredReplicas: 4,
    status: previous,
  });
  expect(result.events).toEqual([
    {
      type: 'Warning',
      reason: 'FailedGetScale',
      message: 'deployments.apps "xiaoai" not found',
    },
  ]);
  expect(result.status.conditions).toMatchObject([
    {
      type: 'AbleToScale',
      status: 'False',
      reason: 'FailedGetScale',
      message:
        'the HPA controller was unable to get the target\'s current scale: deployments.apps "xiaoai" not found',
    },
  ]);
});

describe('the selector', () => {
  const withSelector = (selector: string, more: Partial<HpaObservation> = {}) =>
    reconcileHpa(
      observation(3, {
        scale: {
          ok: true,
          value: { specReplicas: 3, statusReplicas: 3, selector },
        },
        ...more,
      }),
    );

  it.each([
    ['', 'SelectorRequired', 'InvalidSelector', 'selector is required'],
    [
      'app=a=b',
      'InvalidSelector',
      'InvalidSelector',
      'couldn\'t convert selector into a corresponding internal selector object: unable to parse requirement: "app=a=b"',
    ],
  ])('%j stops the pass', (selector, event, reason, message) => {
    const result = withSelector(selector);
    expect(result.rescale).toBe(false);
    expect(reasons(result).ScalingActive).toBe(`False/${reason}`);
    expect(result.events).toEqual([
      { type: 'Warning', reason: event, message },
      { type: 'Warning', reason: 'FailedComputeMetricsReplicas', message },
    ]);
  });

  it('stops when another HPA selects the same pods', () => {
    const keys = ['xiaoai', 'other'].map(name => ({
      namespace: 'suoke-agents',
      name,
    }));
    const result = withSelector('app=xiaoai', { selectingHpas: keys });
    expect(reasons(result).ScalingActive).toBe('False/AmbiguousSelector');
    expect(result.events[0].message).toBe(
      'pods by selector app=xiaoai are controlled by more than one HPA (e.g. [{xiaoai suoke-agents} {other suoke-agents}])',
    );
    expect(
      withSelector('app=xiaoai', { selectingHpas: keys.slice(0, 1) }).rescale,
    ).toBe(false);
  });
});

describe('several metrics', () => {
  const two = hpa({ spec: { metrics: [cpu(50), external({ value: '10' })] } });

  it('the highest number wins', () => {
    const reader = {
      ...cpuUsage(900, 900, 900),
      externalMetric: externalUsage(15_000).externalMetric,
    };
    const result = reconcileHpa(observation(3, { hpa: two, metrics: reader }));
    expect(result.desiredReplicas).toBe(6);
    expect(result.explanation.decidingMetric).toBe(
      'cpu resource utilization (percentage of request)',
    );
    const busier = {
      ...reader,
      externalMetric: externalUsage(31_000).externalMetric,
    };
    expect(
      reconcileHpa(observation(3, { hpa: two, metrics: busier })).events[0]
        .message,
    ).toMatch('external metric queue_depth(nil) above target');
  });

  it('a broken metric blocks scaling down and not scaling up', () => {
    const down = reconcileHpa(
      observation(3, { hpa: two, metrics: cpuUsage(100, 100, 100) }),
      NOTHING,
    );
    expect(down).toMatchObject({
      rescale: false,
      explanation: { branch: 'metricsUnavailable' },
    });
    expect(reasons(down)).toEqual({
      AbleToScale: 'True/SucceededGetScale',
      ScalingActive: 'False/FailedGetExternalMetric',
    });
    expect(down.status.currentMetrics).toMatchObject([
      { type: 'Resource' },
      { type: '' },
    ]);
    expect(down.events.map(({ reason }) => reason)).toEqual([
      'FailedGetExternalMetric',
      'FailedComputeMetricsReplicas',
    ]);
    expect(down.events[1].message).toMatch(
      /^invalid metrics \(1 invalid out of 2\), first error is: failed to get queue_depth/,
    );

    const up = reconcileHpa(
      observation(3, { hpa: two, metrics: cpuUsage(900, 900, 900) }),
      NOTHING,
    );
    expect(up).toMatchObject({ desiredReplicas: 6, rescale: true });
    expect(reasons(up).ScalingActive).toBe('True/ValidMetricFound');
    expect(up.events.map(({ reason }) => reason)).toEqual([
      'FailedGetExternalMetric',
      'SuccessfulRescale',
    ]);
  });

  it('a broken metric leaves the others active when they want no change', () => {
    const result = reconcileHpa(observation(3, { hpa: two }), NOTHING);
    expect(result.rescale).toBe(false);
    expect(reasons(result).ScalingActive).toBe('True/ValidMetricFound');
  });

  it('when all are broken the first reason is shown', () => {
    const result = reconcileHpa(
      observation(3, { hpa: two, metrics: metrics() }),
    );
    expect(reasons(result).ScalingActive).toBe('False/FailedGetResourceMetric');
    expect(result.status.conditions?.[1].message).toBe(
      'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)',
    );
  });
});

describe('scale to zero', () => {
  const zero = hpa({
    spec: { minReplicas: 0, metrics: [external({ value: '10' })] },
  });
  const asleep = (scaledToZero: boolean, more: Partial<HpaObservation> = {}) =>
    observation(0, {
      hpa: {
        ...zero,
        status: {
          conditions: [
            {
              type: 'ScaledToZero',
              status: scaledToZero ? 'True' : 'False',
              reason: 'x',
              message: '',
            },
          ],
        },
      },
      metrics: externalUsage(15_000),
      ...more,
    });
  const desired = (
    input: HpaObservation,
    scaleToZero: HpaFeatures['scaleToZero'],
  ) =>
    reconcileHpa(input, NOTHING, { features: { scaleToZero } }).desiredReplicas;

  it('goes to zero and remembers who did it', () => {
    const result = reconcileHpa(
      observation(3, { hpa: zero, metrics: externalUsage(0) }),
      NOTHING,
    );
    expect(result.desiredReplicas).toBe(0);
    expect(reasons(result).ScaledToZero).toBe('True/ScaledToZero');
  });

  it.each([
    ['condition', true, 2],
    ['condition', false, 0],
    ['replicas', true, 2],
    ['replicas', false, 2],
    ['off', true, 0],
  ] as const)(
    '%s, ScaledToZero=%s: wakes to %d',
    (feature, scaledToZero, replicas) => {
      expect(desired(asleep(scaledToZero), feature)).toBe(replicas);
    },
  );

  it('leaves a target alone that somebody else put to 0', () => {
    const result = reconcileHpa(asleep(false), NOTHING);
    expect(reasons(result)).toMatchObject({
      ScalingActive: 'False/ScalingDisabled',
    });
    expect(result.explanation.branch).toBe('scalingDisabled');
  });

  it('wakes to a minimum that was raised meanwhile', () => {
    const raised = asleep(true);
    raised.hpa = {
      ...raised.hpa,
      spec: { ...raised.hpa.spec, minReplicas: 3 },
    };
    expect(desired(raised, 'condition')).toBe(3);
    expect(desired(raised, 'replicas')).toBe(0);
    expect(desired({ ...raised, metrics: externalUsage(0) }, 'condition')).toBe(
      3,
    );
  });

  it('wakes to a raised minimum with behavior and no load too', () => {
    const raised = asleep(true, { metrics: externalUsage(0) });
    const spec = { ...raised.hpa.spec, minReplicas: 3, behavior: {} };
    const result = reconcileHpa(
      { ...raised, hpa: { ...raised.hpa, spec } },
      NOTHING,
    );
    expect(result.desiredReplicas).toBe(3);
    expect(result.events[0].message).toBe(
      'New size: 3; reason: Current number of replicas below Spec.MinReplicas',
    );
  });

  it('keeps who scaled to zero when the write failed', () => {
    const input = asleep(true);
    const failed = withFailedScaleUpdate(
      reconcileHpa(input, NOTHING),
      input,
      undefined,
      'conflict',
    );
    expect(reasons(failed).ScaledToZero).toBe('True/x');
    expect(failed.memory.scaleUpEvents).toEqual([]);
  });

  it('needs a metric that can be read without pods', () => {
    const input = asleep(true);
    const spec = { ...input.hpa.spec, metrics: [cpu(50)] };
    expect(
      desired({ ...input, hpa: { ...input.hpa, spec } }, 'condition'),
    ).toBe(0);
  });
});

describe('behavior', () => {
  const withBehavior = (behavior: HpaBehavior) =>
    hpa({ spec: { maxReplicas: 100, behavior } });

  it('counts its own events against the policies', () => {
    const target = withBehavior({
      scaleUp: { policies: [{ type: 'Pods', value: 2, periodSeconds: 60 }] },
    });
    const busy = (replicas: number, now: number) =>
      observation(replicas, {
        now,
        hpa: target,
        metrics: cpuUsage(...Array(replicas).fill(2000)),
      });
    const first = reconcileHpa(busy(3, NOW), NOTHING);
    expect(first.desiredReplicas).toBe(5);
    expect(first.memory.scaleUpEvents).toEqual([
      { replicaChange: 2, timestamp: NOW, outdated: false },
    ]);
    const second = reconcileHpa(busy(5, NOW + 15_000), first.memory);
    expect(second.desiredReplicas).toBe(5);
    expect(reasons(second).ScalingLimited).toBe('True/ScaleUpLimit');
    const third = reconcileHpa(busy(5, NOW + 60_000), second.memory);
    expect(third.desiredReplicas).toBe(7);
  });

  it('without behavior keeps no events and doubles at most', () => {
    const result = reconcileHpa(
      observation(3, {
        hpa: hpa({ spec: { maxReplicas: 100 } }),
        metrics: cpuUsage(9000, 9000, 9000),
      }),
    );
    expect(result.desiredReplicas).toBe(6);
    expect(reasons(result).ScalingLimited).toBe('True/ScaleUpLimit');
    expect(result.memory.scaleUpEvents).toEqual([]);
  });

  it('Disabled keeps the current number', () => {
    const disabled = { selectPolicy: 'Disabled' };
    for (const usage of [10, 3000]) {
      const input = observation(5, {
        hpa: withBehavior({ scaleUp: disabled, scaleDown: disabled }),
        metrics: cpuUsage(...Array(5).fill(usage)),
      });
      expect(reconcileHpa(input, NOTHING)).toMatchObject({
        desiredReplicas: 5,
        rescale: false,
      });
    }
  });

  it('waits for the up window', () => {
    const target = withBehavior({
      scaleUp: { stabilizationWindowSeconds: 120 },
    });
    const memory = {
      ...NOTHING,
      recommendations: [{ replicas: 3, timestamp: NOW - 60_000 }],
    };
    const result = reconcileHpa(
      observation(3, { hpa: target, metrics: cpuUsage(900, 900, 900) }),
      memory,
    );
    expect(result.desiredReplicas).toBe(3);
    expect(reasons(result).AbleToScale).toBe('True/ScaleUpStabilized');
  });

  it('takes the down window from the flag when the rules leave it open', () => {
    const memory = {
      ...NOTHING,
      recommendations: [{ replicas: 5, timestamp: NOW - 100_000 }],
    };
    const input = observation(5, {
      hpa: withBehavior({ scaleDown: {} }),
      metrics: cpuUsage(...Array(5).fill(200)),
    });
    expect(reconcileHpa(input, memory).desiredReplicas).toBe(5);
    expect(
      reconcileHpa(input, memory, { downscaleStabilizationSeconds: 60 })
        .desiredReplicas,
    ).toBe(2);
  });

  it('reads the tolerance of each direction', () => {
    const target = withBehavior({ scaleUp: { tolerance: '0' } });
    const input = observation(3, {
      hpa: target,
      metrics: cpuUsage(510, 510, 510),
    });
    expect(reconcileHpa(input, NOTHING).desiredReplicas).toBe(4);
    expect(
      reconcileHpa(input, NOTHING, {
        features: { configurableTolerance: false },
      }).desiredReplicas,
    ).toBe(3);
  });
});

it('takes a failed write back', () => {
  const previous = {
    desiredReplicas: 3,
    lastScaleTime: '2026-11-23T10:00:00Z',
  };
  const input = observation(3, {
    hpa: hpa({ spec: { behavior: {} }, status: previous }),
    metrics: cpuUsage(900, 900, 900),
  });
  const failed = withFailedScaleUpdate(
    reconcileHpa(input, NOTHING),
    input,
    NOTHING,
    'conflict',
  );
  expect(failed).toMatchObject({
    desiredReplicas: 3,
    rescale: false,
    status: { ...previous, currentReplicas: 3 },
    memory: { scaleUpEvents: [], recommendations: [{ replicas: 6 }] },
    events: [
      {
        type: 'Warning',
        reason: 'FailedRescale',
        message:
          'New size: 6; reason: cpu resource utilization (percentage of request) above target; error: conflict',
      },
    ],
  });
  expect(reasons(failed)).toEqual({
    AbleToScale: 'False/FailedUpdateScale',
    ScalingActive: 'True/ValidMetricFound',
    ScalingLimited: 'False/DesiredWithinRange',
  });
});

it('writes the generation it has seen only with the gate', () => {
  const input = observation(3);
  input.hpa = {
    ...input.hpa,
    metadata: { ...input.hpa.metadata, generation: 7 },
  };
  expect(reconcileHpa(input).status.observedGeneration).toBeUndefined();
  expect(
    reconcileHpa(input, undefined, { features: { observedGeneration: true } })
      .status.observedGeneration,
  ).toBe(7);
});

describe('input that cannot be computed with', () => {
  it.each([
    [{ now: NaN }, 'now'],
    [{ hpa: hpa({ spec: { maxReplicas: 0 } }) }, 'spec.maxReplicas'],
    [{ hpa: hpa({ spec: { maxReplicas: NaN } }) }, 'spec.maxReplicas'],
    [{ hpa: hpa({ spec: { maxReplicas: 1 } }) }, 'spec.maxReplicas'],
    [{ hpa: hpa({ spec: { minReplicas: -1 } }) }, 'spec.minReplicas'],
    [
      { hpa: hpa({ spec: { metrics: [cpu(0)] } }) },
      'spec.metrics[0].resource.target.averageUtilization',
    ],
    [
      { hpa: hpa({ spec: { metrics: [external({ value: '0' })] } }) },
      'spec.metrics[0].external.target.value',
    ],
    [
      { hpa: hpa({ spec: { metrics: [external({ value: 'many' })] } }) },
      'spec.metrics[0].external.target.value',
    ],
    [
      { hpa: hpa({ spec: { behavior: { scaleUp: { policies: [] } } } }) },
      'spec.behavior.scaleUp.policies',
    ],
    [
      { hpa: hpa({ spec: { behavior: { scaleDown: { tolerance: '-1' } } } }) },
      'spec.behavior.scaleDown.tolerance',
    ],
    [
      {
        scale: {
          ok: true,
          value: { specReplicas: -1, statusReplicas: 0, selector: 'a=b' },
        },
      },
      'scale.spec.replicas',
    ],
  ] as [Partial<HpaObservation>, string][])(
    '%#: names %s',
    (overrides, field) => {
      expect(() => reconcileHpa(observation(3, overrides))).toThrow(
        expect.objectContaining({
          name: 'AutoscalingInputError',
          field,
          remedy: expect.stringMatching(/./),
        }),
      );
    },
  );

  it('checks the flags too', () => {
    expect(() =>
      reconcileHpa(observation(3), undefined, { tolerance: -1 }),
    ).toThrow('options.tolerance');
  });
});

it('always stays in the range once the metrics decide, and is a pure function', () => {
  const usage = fc.array(
    fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(
      usage,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 6, max: 30 }),
      fc.boolean(),
      fc.array(
        fc.record({
          replicas: fc.integer({ min: 0, max: 60 }),
          timestamp: fc.integer({ min: NOW - 600_000, max: NOW }),
        }),
        { maxLength: 5 },
      ),
      (samples, minReplicas, maxReplicas, hasBehavior, recommendations) => {
        const current = Math.min(
          Math.max(samples.length, minReplicas),
          maxReplicas,
        );
        const input = observation(current, {
          hpa: hpa({
            spec: {
              minReplicas,
              maxReplicas,
              ...(hasBehavior && { behavior: {} }),
            },
          }),
          pods: pods(samples.length),
          metrics: cpuUsage(...samples),
        });
        const memory = { ...NOTHING, recommendations };
        const result = reconcileHpa(input, memory);
        expect(result.desiredReplicas).toBeGreaterThanOrEqual(minReplicas);
        expect(result.desiredReplicas).toBeLessThanOrEqual(maxReplicas);
        expect(result.rescale).toBe(result.desiredReplicas !== current);
        expect(memory.recommendations).toBe(recommendations);
        expect(reconcileHpa(input, memory)).toEqual(result);
      },
    ),
  );
});
