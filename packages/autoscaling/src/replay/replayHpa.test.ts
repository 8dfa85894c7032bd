import {
  FROM,
  history,
  load,
  MINUTE_MS,
  rpsSignals,
  rpsSpec,
} from './__testUtils__/builders';
import { replayHpa } from './replayHpa';
import type { ReplayHistory, ReplayOptions } from './types';

const steps = (spec = rpsSpec(), over = history(), options?: ReplayOptions) =>
  replayHpa(spec, over, options).decisions.map(
    ({ at, from, to, limitedBy }) =>
      `${(at - FROM) / 1000}s ${from}->${to} ${limitedBy}`,
  );

it('rests at the target', () => {
  const result = replayHpa(rpsSpec(), history());
  expect(result).toMatchObject({
    ticks: 240,
    decisions: [],
    timeline: [{ replicas: 2, from: FROM, to: FROM + 60 * MINUTE_MS }],
    replicaHours: 2,
    churn: 0,
    unmetMinutes: 0,
    minutesBlocked: 0,
    metrics: [{ name: 'pods metric rps', minutesAboveTarget: 0 }],
  });
  expect(result.minutesByRule.none).toBe(60);
});

it('follows a step up at once and a step down after the window', () => {
  const result = replayHpa(
    rpsSpec(),
    history({ signals: rpsSignals([20, 10], [60, 10], [20, 40]) }),
  );
  expect(result.decisions).toMatchObject([
    {
      // Samples are one pass old.
      at: FROM + 10 * MINUTE_MS + 15_000,
      from: 2,
      to: 4,
      metric: 'pods metric rps',
      metricDesiredReplicas: 6,
      limitedBy: 'rateLimited',
    },
    { from: 4, to: 6, limitedBy: 'none' },
    { from: 6, to: 2, metricDesiredReplicas: 2, limitedBy: 'none' },
  ]);
  expect(result).toMatchObject({
    scaleUps: 2,
    scaleDowns: 1,
    churn: 8,
    directionChanges: 1,
    maxReplicas: 6,
  });
  // From the first low sample until the last high recommendation is older than the window.
  expect(result.minutesByRule.stabilized).toBe(5.25);
});

it.each([
  ['max', rpsSpec({ maxReplicas: 3 }), [60, 60], ['30s 2->3 max']],
  ['min', rpsSpec({ minReplicas: 3 }), [15, 60], ['0s 2->3 min']],
] as const)('stops at the %s', (rule, spec, step, expected) => {
  const over = history({ signals: rpsSignals([20, 0.1], [...step]) });
  expect(steps(spec, over)).toEqual(expected);
  expect(replayHpa(spec, over).minutesByRule[rule]).toBeGreaterThan(50);
});

it('tells rest from tolerance', () => {
  const over = history({ signals: rpsSignals([21.5, 60]) });
  expect(replayHpa(rpsSpec(), over)).toMatchObject({
    decisions: [],
    minutesByRule: { tolerance: 60 },
    metrics: [{ minutesAboveTarget: 60, minutesAboveTolerance: 0 }],
  });
});

it('lets pods start before they serve', () => {
  const over = (readySeconds: number) =>
    history({
      signals: {
        'pods/rps': {
          load: load([20, 10], [36, 50]),
          windowSeconds: 0,
          capacity: 12_000,
        },
      },
      startUp: { runningSeconds: 0, readySeconds },
    });
  const fast = replayHpa(rpsSpec(), over(0));
  const slow = replayHpa(rpsSpec(), over(300));
  expect(slow.unmetMinutes - fast.unmetMinutes).toBeGreaterThan(4.5);
  expect(slow.signals['pods/rps'].unmetShare).toBeGreaterThan(
    fast.signals['pods/rps'].unmetShare,
  );
});

it('counts load without a serving pod as unmet', () => {
  const result = replayHpa(
    rpsSpec({
      minReplicas: 0,
      metrics: [
        {
          type: 'External',
          external: {
            metric: { name: 'queue' },
            target: { type: 'AverageValue', averageValue: '10' },
          },
        },
      ],
    }),
    history({
      initialReplicas: 0,
      signals: { 'external/queue': { load: load([0, 10], [20, 50]) } },
      startUp: { runningSeconds: 30, readySeconds: 120 },
    }),
  );
  expect(result.decisions).toMatchObject([{ from: 0, to: 2 }]);
  // One pass until the sample is seen, then the start.
  expect(result.unmetMinutes).toBe(2.25);
  expect(result.signals['external/queue'].unmetShare).toBeCloseTo(2.25 / 50, 9);
});

it('keeps what a floor of every pod uses', () => {
  const signals = {
    'resource/memory': {
      load: load([10, 60]),
      perPod: { floor: 1024 ** 3 * 900, share: 1 },
    },
  };
  const spec = rpsSpec({
    minReplicas: 1,
    metrics: [
      {
        type: 'Resource',
        resource: {
          name: 'memory',
          target: { type: 'Utilization', averageUtilization: 80 },
        },
      },
    ],
  });
  // 90 % of the request without any load: more pods never help.
  expect(replayHpa(spec, history({ signals })).maxReplicas).toBe(10);
});

it('blocks without data and says for how long', () => {
  const signals: ReplayHistory['signals'] = {
    'pods/rps': {
      load: { ...load([20, 60]), maxGapSeconds: 600 },
      windowSeconds: 0,
    },
  };
  const result = replayHpa(rpsSpec(), history({ signals }));
  // Passes see what was there one pass before.
  expect(result.minutesBlocked).toBe(50.75);
  expect(result.signals['pods/rps'].minutesWithoutData).toBe(51);
});

it('leaves out metrics without history and says so', () => {
  const metrics = [
    ...rpsSpec().metrics!,
    {
      type: 'External' as const,
      external: {
        metric: { name: 'gpu', selector: { matchLabels: { a: 'b' } } },
        target: { type: 'Value', value: '80' },
      },
    },
  ];
  expect(replayHpa(rpsSpec({ metrics }), history()).withoutHistory).toEqual([
    'external/gpu(a=b)',
  ]);
});

it('costs what is requested while it runs', () => {
  const price = { cpuCoreHour: 0.5, memoryGibibyteHour: 0.25 };
  expect(
    replayHpa(rpsSpec(), history(), { pricing: { price } }).cost,
  ).toMatchObject({ cpu: 1, memory: 0.5, total: 1.5 });
});

it('measures by the goal, whatever the target', () => {
  const signals = {
    'pods/rps': { ...rpsSignals([20, 60])['pods/rps'], goal: 8_000 },
  };
  const measured = (averageValue: string) =>
    replayHpa(
      rpsSpec({
        metrics: [
          {
            type: 'Pods',
            pods: {
              metric: { name: 'rps' },
              target: { type: 'AverageValue', averageValue },
            },
          },
        ],
      }),
      history({ signals }),
    ).signals['pods/rps'].minutesAboveGoal;
  expect(measured('10')).toBe(60);
  expect(measured('5')).toBeLessThan(1);
});

it.each<[string, Parameters<typeof replayHpa>, string]>([
  ['a range', [rpsSpec({ maxReplicas: 1 }), history()], 'spec.maxReplicas'],
  ['an end', [rpsSpec(), history({ to: FROM })], 'history.to'],
  [
    'a number of replicas',
    [rpsSpec(), history({ initialReplicas: 1.5 })],
    'history.initialReplicas',
  ],
  [
    'a start-up',
    [rpsSpec(), history({ startUp: { runningSeconds: 9, readySeconds: 3 } })],
    'history.startUp.readySeconds',
  ],
  [
    'a series',
    [
      rpsSpec(),
      history({
        signals: { 'pods/rps': { load: { at: [FROM], values: [-1] } } },
      }),
    ],
    'history.signals[pods/rps].load.values[0]',
  ],
  ['the signals', [rpsSpec(), history({ signals: {} })], 'history.signals'],
  [
    'a phase',
    [rpsSpec(), history(), { phaseSeconds: 15 }],
    'options.phaseSeconds',
  ],
])('names %s that it cannot compute with', (_, input, field) => {
  expect(() => replayHpa(...input)).toThrow(
    expect.objectContaining({ name: 'AutoscalingInputError', field }),
  );
});
