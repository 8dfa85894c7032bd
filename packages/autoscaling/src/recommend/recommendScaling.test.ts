import fc from 'fast-check';
import { validateHpa } from '../hpa';
import type { HpaSpec, MetricSpec } from '../hpa/types';
import { FROM, rps, rpsSpec } from '../replay/__testUtils__/builders';
import { replayHpa, type ReplayHistory } from '../replay';
import { ContainerUsage } from '../vpa';
import { scalePointOf } from './metricTargets';
import { recommendScaling } from './recommendScaling';
import { restateTargets } from './restateTargets';
import type { RecommendScalingInput } from './types';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const GI = 1024 ** 3;
const metadata = { name: 'xiaoai', namespace: 'suoke-agents' };

function cpu(averageUtilization: number): MetricSpec {
  return {
    type: 'Resource',
    resource: {
      name: 'cpu',
      target: { type: 'Utilization', averageUtilization },
    },
  };
}

/** Some days of a load per minute; pods need two minutes to be Ready. */
function days(
  count: number,
  rpsAt: (minute: number) => number,
  overrides: Partial<ReplayHistory> = {},
): ReplayHistory {
  const minutes = Array.from({ length: count * DAY_MINUTES }, (_, i) => i - 1);
  const load = {
    at: minutes.map(minute => FROM + minute * MINUTE_MS),
    values: minutes.map(minute => Math.round(rpsAt(minute) * 1000)),
  };
  return {
    from: FROM,
    to: FROM + count * DAY_MINUTES * MINUTE_MS,
    signals: {
      'pods/rps': { load },
      'resource/cpu': { load, perPod: { floor: 100, share: 0.06 } },
    },
    pod: {
      containers: [
        { name: 'agent', requests: { cpu: 2000, memory: 8 * GI * 1000 } },
      ],
    },
    startUp: { runningSeconds: 20, readySeconds: 120 },
    initialReplicas: 2,
    ...overrides,
  };
}

const steady = () => 19;
/** Every hour ten minutes of three times the load. */
const bursty = (minute: number) => (minute % 60 < 10 ? 60 : 20);
const growing = (minute: number) => (minute > 600 ? 150 : 19);

function input(
  overrides: Partial<RecommendScalingInput> = {},
): RecommendScalingInput {
  return {
    metadata,
    spec: rpsSpec(),
    history: days(2, steady),
    bounds: {
      minReplicas: { min: 2, max: 10 },
      maxReplicas: { min: 10, max: 20 },
    },
    ...overrides,
  };
}

/** A week of a container that uses so much, with a little noise. */
function usageOf(cores: number, bytes: number): ContainerUsage {
  const usage = new ContainerUsage();
  for (let minute = 0; minute < 8 * DAY_MINUTES; minute += 5)
    for (let pod = 0; pod < 6; pod += 1)
      usage.addCpuSample(
        cores * (1 + 0.02 * ((minute + pod) % 3)),
        FROM + minute * MINUTE_MS,
      );
  for (let day = 0; day < 8; day += 1)
    usage.memoryPeaks.addSample(bytes, 1, FROM + day * DAY_MINUTES * MINUTE_MS);
  return usage;
}

function resources(
  cores: number,
  bytes: number,
  overrides: Partial<NonNullable<RecommendScalingInput['resources']>> = {},
): NonNullable<RecommendScalingInput['resources']> {
  return {
    containers: [
      {
        name: 'agent',
        requests: { cpu: '2', memory: '8Gi' },
        limits: { cpu: '4', memory: '16Gi' },
      },
    ],
    usage: { agent: usageOf(cores, bytes) },
    ...overrides,
  };
}

it('leaves alone what rests at its target', () => {
  const answer = recommendScaling(input());
  expect(answer).toMatchObject({
    noChangeIsBetter: true,
    recommendations: [],
    withheld: [],
    patches: [],
    spec: rpsSpec(),
  });
  expect(answer.after).toEqual(answer.before);
});

it('raises a maximum that is too low, within its bounds', () => {
  const answer = recommendScaling(
    input({
      spec: rpsSpec({ metrics: [rps('10')] }),
      history: days(2, growing),
    }),
  );
  const max = answer.recommendations.find(({ kind }) => kind === 'maxReplicas');
  expect(max).toMatchObject({ field: 'spec.maxReplicas', from: 10 });
  expect(answer.spec.maxReplicas).toBeGreaterThanOrEqual(15);
  expect(answer.spec.maxReplicas).toBeLessThanOrEqual(20);
  expect(max?.explanation.zh).toContain('提高最大副本数');
  expect(
    answer.before.minutesAboveGoal - answer.after.minutesAboveGoal,
  ).toBeGreaterThan(1000);

  const bounded = recommendScaling(
    input({
      history: days(2, growing),
      bounds: {
        minReplicas: { min: 2, max: 10 },
        maxReplicas: { min: 10, max: 12 },
      },
    }),
  );
  expect(bounded.spec.maxReplicas).toBeLessThanOrEqual(12);
});

it('is better by its own objective, and says by how much', () => {
  const price = { cpuCoreHour: 0.1, memoryGibibyteHour: 0.01 };
  const over = input({ history: days(2, bursty) });
  const answer = recommendScaling(over, { pricing: { price } });
  expect(answer.noChangeIsBetter).toBe(false);
  expect(answer.after.score).toBeLessThan(answer.before.score * 0.98);
  expect(answer.after.cost?.total).toBeGreaterThan(0);
  // What is said to come out is what a replay of the patched HPA gives.
  const [patch] = answer.patches;
  const body = patch.body as { spec: Partial<HpaSpec> };
  const patched = { ...over.spec, ...body.spec };
  expect(patched).toEqual(answer.spec);
  const again = replayHpa(patched, over.history, { pricing: { price } });
  expect(again.replicaHours).toBe(answer.after.replicaHours);
  expect(again.churn).toBe(answer.after.churn);
  expect(again.cost).toEqual(answer.after.cost);
  expect(body.spec.behavior).toMatchObject({
    scaleUp: {
      selectPolicy: expect.any(String),
      stabilizationWindowSeconds: expect.any(Number),
      policies: expect.any(Array),
    },
    scaleDown: {
      selectPolicy: expect.any(String),
      stabilizationWindowSeconds: expect.any(Number),
      policies: expect.any(Array),
    },
  });
  expect(
    validateHpa({
      metadata: { name: 'x', namespace: 'y' },
      spec: patched,
    }),
  ).toEqual([]);
  for (const { evidence, explanation } of answer.recommendations) {
    expect(Object.values(evidence).every(Number.isFinite)).toBe(true);
    expect(explanation.en).not.toContain('undefined');
    expect(explanation.zh).not.toContain('undefined');
  }
});

it('weighs what it is told to weigh', () => {
  const over = input({ history: days(2, bursty) });
  const cheap = recommendScaling(over, {
    objective: { minuteAboveGoal: 0, unmetMinute: 0, podChange: 0 },
  });
  const calm = recommendScaling(over, {
    objective: { minuteAboveGoal: 0, unmetMinute: 0, replicaMinute: 0 },
  });
  expect(cheap.after.replicaHours).toBeLessThan(cheap.before.replicaHours);
  expect(calm.after.churn).toBeLessThan(calm.before.churn);
});

it('answers the same to the same, within its number of replays', () => {
  const over = input({
    history: days(2, bursty),
    resources: resources(0.5, GI),
  });
  const answer = recommendScaling(over, { maxReplays: 12 });
  expect(recommendScaling(over, { maxReplays: 12 })).toEqual(answer);
  // Taking back takes one more per dimension.
  expect(answer.replaysRun).toBeLessThanOrEqual(12 + 5);
});

it('withholds what a short history suggests', () => {
  const answer = recommendScaling(
    input({ history: { ...days(1, bursty), to: FROM + 12 * 60 * MINUTE_MS } }),
  );
  expect(answer.recommendations).toEqual([]);
  expect(answer.withheld.length).toBeGreaterThan(0);
  expect(answer.withheld[0]).toMatchObject({
    confidence: 'low',
    confidenceReasons: expect.arrayContaining(['shortHistory']),
  });
});

describe('with what really happened', () => {
  const over = input({ history: days(8, bursty) });
  const truth = replayHpa(over.spec, over.history);
  const replicas = {
    at: truth.timeline.map(({ from }) => from),
    replicas: truth.timeline.map(({ replicas: count }) => count),
  };
  it('trusts a replay that reproduces it', () => {
    const answer = recommendScaling({ ...over, replicas }, { maxReplays: 20 });
    expect(answer.recommendations[0]).toMatchObject({
      confidence: 'high',
      confidenceReasons: ['weekOfHistory', 'agrees'],
    });
  });
  it('trusts none that does not', () => {
    const shifted = {
      ...replicas,
      at: replicas.at.map((at, i) => (i === 0 ? at : at + 200_000)),
    };
    const answer = recommendScaling(
      { ...over, replicas: shifted },
      { maxReplays: 20 },
    );
    expect(answer.recommendations).toEqual([]);
    expect(answer.withheld[0].confidenceReasons).toContain('disagrees');
  });
});

describe('requests', () => {
  const spec = rpsSpec({ metrics: [cpu(70), rps('10')] });

  it('shrinks requests and keeps the scale point', () => {
    const answer = recommendScaling(
      input({
        spec,
        history: days(2, steady),
        resources: resources(0.6, 2 * GI),
      }),
    );
    const [requests, target] = answer.recommendations;
    expect(requests).toMatchObject({
      kind: 'requests',
      field: 'containers[agent].resources',
      confidence: 'high',
      from: { cpu: '2', memory: '8589934592' },
    });
    expect(target.evidence.fromPercent).toBe(70);
    expect(target.evidence.scalePointAfterMilli).toBeCloseTo(1400, 0);
    // Never below what the HPA drives a pod to, and a tenth more.
    expect(target.evidence.toPercent).toBeLessThanOrEqual(90);
    expect(requests.evidence.cpuToMillicores).toBeGreaterThanOrEqual(
      1400 / 0.9,
    );
    const [deployment, hpa] = answer.patches;
    expect(deployment).toMatchObject({
      target: { kind: 'Deployment', name: 'x', namespace: 'suoke-agents' },
      type: 'application/strategic-merge-patch+json',
      body: {
        spec: { template: { spec: { containers: [{ name: 'agent' }] } } },
      },
    });
    expect(hpa).toMatchObject({
      target: { kind: 'HorizontalPodAutoscaler', ...metadata },
      type: 'application/merge-patch+json',
      body: { spec: { metrics: [{ type: 'Resource' }, rps('10')] } },
    });
  });

  it('decides the same with new requests and restated targets', () => {
    const answer = recommendScaling(
      input({
        spec,
        history: days(2, bursty),
        resources: resources(0.6, 2 * GI),
      }),
      { minGain: 0.99 },
    );
    const { before, after } = answer.replays;
    expect(after.decisions.map(({ at, to }) => [at, to])).toEqual(
      before.decisions.map(({ at, to }) => [at, to]),
    );
  });

  it('stays within the ranges of policy and LimitRange', () => {
    const capped = recommendScaling(
      input({
        spec: rpsSpec(),
        resources: resources(3.5, 12 * GI, {
          vpa: {
            resourcePolicy: {
              containerPolicies: [
                { containerName: '*', maxAllowed: { cpu: '3' } },
              ],
            },
          },
          limitRange: { max: { memory: '20Gi' } },
        }),
      }),
    );
    const [requests] = capped.recommendations;
    expect(requests.to).toMatchObject({
      requests: { cpu: '3' },
      limits: { cpu: '6' },
    });
    // 20Gi of limit at twice the request.
    expect(requests.evidence.memoryToBytes).toBe(10 * GI);
    expect(requests.explanation.en).toContain('end of its allowed range');
  });

  it('costs less with smaller requests', () => {
    const price = { cpuCoreHour: 0.1, memoryGibibyteHour: 0.01 };
    const perReplica = { cpuCores: 2.5, memoryBytes: 9 * GI, gpus: 1 };
    const answer = recommendScaling(
      input({ resources: resources(0.6, 2 * GI) }),
      { pricing: { price, perReplica } },
    );
    expect(answer.after.cost!.total).toBeLessThan(answer.before.cost!.total);
  });

  it('withholds requests from less than a day of samples', () => {
    const usage = new ContainerUsage();
    for (let minute = 0; minute < 600; minute += 1)
      usage.addCpuSample(0.3, FROM + minute * MINUTE_MS);
    const answer = recommendScaling(
      input({ spec, resources: resources(0, 0, { usage: { agent: usage } }) }),
    );
    expect(answer.patches).toEqual([]);
    expect(answer.withheld).toMatchObject([
      {
        kind: 'requests',
        confidence: 'low',
        confidenceReasons: ['fewSamples'],
      },
    ]);
  });
});

it('holds every scale point to half a percent of the request', () => {
  const metric = fc.oneof(
    fc.integer({ min: 20, max: 95 }).map(cpu),
    fc.integer({ min: 20, max: 95 }).map(
      (averageUtilization): MetricSpec => ({
        type: 'ContainerResource',
        containerResource: {
          name: 'memory',
          container: 'agent',
          target: { type: 'Utilization', averageUtilization },
        },
      }),
    ),
    fc.integer({ min: 1, max: 50 }).map(value => rps(String(value))),
    fc.integer({ min: 100, max: 4000 }).map(
      (value): MetricSpec => ({
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'AverageValue', averageValue: `${value}m` },
        },
      }),
    ),
  );
  const pod = fc
    .record({
      cpu: fc.integer({ min: 50, max: 8000 }),
      memory: fc.integer({ min: 1e11, max: 3e13 }),
      proxy: fc.integer({ min: 10, max: 500 }),
    })
    .map(({ proxy, ...requests }) => ({
      containers: [
        { name: 'agent', requests },
        { name: 'proxy', requests: { cpu: proxy, memory: 1e11 } },
      ],
    }));
  fc.assert(
    fc.property(
      fc.array(metric, { minLength: 1, maxLength: 4 }),
      pod,
      pod,
      (metrics, before, after) => {
        const spec = rpsSpec({ metrics });
        const { spec: restated } = restateTargets(spec, before, after);
        const moves = metrics.map((each, index) => {
          const point = scalePointOf(each, before)!;
          const now = scalePointOf(restated.metrics![index], after)!;
          const resource = each.containerResource ? 'memory' : 'cpu';
          const base = after.containers
            .filter(({ name }) => !each.containerResource || name === 'agent')
            .reduce((sum, { requests }) => sum + requests[resource], 0);
          // A target of less than one percent cannot be said.
          return point * 100 < base ? 0 : Math.abs(now - point) / base;
        });
        expect(Math.max(...moves)).toBeLessThanOrEqual(0.005 + 1e-9);
      },
    ),
  );
});

it('holds the scale point exactly where requests are free', () => {
  let checked = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 30, max: 90 }),
      fc.double({ min: 0.05, max: 6, noNaN: true }),
      (target, cores) => {
        const usage = new ContainerUsage();
        for (let hour = 0; hour < 8 * 24; hour += 1)
          for (let sample = 0; sample < 60; sample += 1)
            usage.addCpuSample(cores, FROM + hour * 60 * MINUTE_MS);
        const over = input({
          spec: rpsSpec({ metrics: [cpu(target)] }),
          history: { ...days(1, steady), to: FROM + 30 * MINUTE_MS },
          resources: resources(0, 0, { usage: { agent: usage } }),
        });
        const answer = recommendScaling(over, { maxReplays: 2 });
        const restated = answer.recommendations.find(
          ({ kind }) => kind === 'target',
        );
        if (!restated) return;
        checked += 1;
        const { scalePointBeforeMilli, scalePointAfterMilli, toPercent } =
          restated.evidence;
        // To the millicore that a request is rounded to.
        expect(
          Math.abs(scalePointAfterMilli - scalePointBeforeMilli),
        ).toBeLessThanOrEqual(toPercent / 200 + 1e-6);
      },
    ),
    { numRuns: 40 },
  );
  expect(checked).toBeGreaterThan(10);
});

it.each<[() => unknown, string]>([
  [
    () => recommendScaling(input(), { objective: { podChange: -1 } }),
    'objective.podChange',
  ],
  [
    () =>
      recommendScaling(input(), {
        objective: {
          minuteAboveGoal: 0,
          unmetMinute: 0,
          replicaMinute: 0,
          podChange: 0,
        },
      }),
    'objective',
  ],
  [() => recommendScaling(input(), { minGain: 1 }), 'options.minGain'],
  [() => recommendScaling(input(), { maxReplays: 1.5 }), 'options.maxReplays'],
  [
    () =>
      recommendScaling(input({ bounds: { minReplicas: { min: 3, max: 2 } } })),
    'bounds.minReplicas',
  ],
  [
    () => recommendScaling(input({ spec: rpsSpec({ maxReplicas: 1 }) })),
    'spec.maxReplicas',
  ],
])('names the field that it cannot compute with (%#)', (compute, field) => {
  expect(compute).toThrow(
    expect.objectContaining({ name: 'AutoscalingInputError', field }),
  );
});
