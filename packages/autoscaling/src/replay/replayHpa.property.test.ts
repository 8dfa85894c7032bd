import fc from 'fast-check';
import type { HpaSpec, MetricSpec, ScalingRules } from '../hpa/types';
import { keysOf, referenceReplay } from './__testUtils__/referenceReplay';
import { replayHpa } from './replayHpa';
import {
  REPLAY_RULES,
  type ReplayHistory,
  type ReplayOptions,
  type ReplaySignal,
} from './types';

const FROM = Date.UTC(2026, 10, 23);
const GI = 1024 ** 3 * 1000;

const metricPool: readonly fc.Arbitrary<MetricSpec>[] = [
  fc.integer({ min: 20, max: 130 }).map(averageUtilization => ({
    type: 'Resource',
    resource: {
      name: 'cpu',
      target: { type: 'Utilization', averageUtilization },
    },
  })),
  fc.integer({ min: 40, max: 95 }).map(averageUtilization => ({
    type: 'Resource',
    resource: {
      name: 'memory',
      target: { type: 'Utilization', averageUtilization },
    },
  })),
  fc.integer({ min: 20, max: 100 }).map(averageUtilization => ({
    type: 'ContainerResource',
    containerResource: {
      name: 'cpu',
      container: 'agent',
      target: { type: 'Utilization', averageUtilization },
    },
  })),
  fc.integer({ min: 5, max: 40 }).map(value => ({
    type: 'Pods',
    pods: {
      metric: { name: 'rps' },
      target: { type: 'AverageValue', averageValue: String(value) },
    },
  })),
  fc.integer({ min: 5, max: 40 }).map(value => ({
    type: 'External',
    external: {
      metric: { name: 'queue' },
      target: { type: 'AverageValue', averageValue: `${value}` },
    },
  })),
  fc.integer({ min: 20, max: 200 }).map(value => ({
    type: 'External',
    external: {
      metric: { name: 'pressure' },
      target: { type: 'Value', value: `${value}` },
    },
  })),
  fc.integer({ min: 20, max: 200 }).map(value => ({
    type: 'Object',
    object: {
      describedObject: { kind: 'Service', name: 'agent' },
      metric: { name: 'depth' },
      target: { type: 'Value', value: `${value}` },
    },
  })),
];

const rules: fc.Arbitrary<ScalingRules> = fc.record(
  {
    stabilizationWindowSeconds: fc.constantFrom(0, 15, 30, 60, 100, 300),
    selectPolicy: fc.constantFrom('Max', 'Min', 'Disabled'),
    policies: fc.array(
      fc.record({
        type: fc.constantFrom('Pods', 'Percent'),
        value: fc.integer({ min: 1, max: 120 }),
        periodSeconds: fc.constantFrom(15, 20, 60, 180, 600),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    tolerance: fc.constantFrom('0', '0.05', '200m'),
  },
  { requiredKeys: [] },
);

const spec: fc.Arbitrary<HpaSpec> = fc
  .record({
    minReplicas: fc.integer({ min: 0, max: 4 }),
    extra: fc.integer({ min: 0, max: 25 }),
    metrics: fc
      .subarray([...metricPool], { minLength: 1, maxLength: 3 })
      .chain(pool => fc.tuple(...pool)),
    behavior: fc.option(
      fc.record({ scaleUp: rules, scaleDown: rules }, { requiredKeys: [] }),
      { nil: undefined },
    ),
  })
  .map(({ minReplicas, extra, metrics, behavior }) => ({
    scaleTargetRef: { kind: 'Deployment', name: 'agent' },
    minReplicas,
    maxReplicas: Math.max(1, minReplicas + extra),
    metrics,
    ...(behavior && { behavior }),
  }));

/** Loads that are steady for a while, jump, drift and are missing at times. */
function loads(
  step: number,
  scale: number,
): fc.Arbitrary<ReplaySignal['load']> {
  return fc
    .array(
      fc.record({
        level: fc.oneof(
          fc.integer({ min: 0, max: 30 }),
          fc.integer({ min: 0, max: 30 }),
          fc.constant(NaN),
        ),
        hold: fc.integer({ min: 1, max: 12 }),
        drift: fc.integer({ min: -1, max: 1 }),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map(parts => {
      const values = parts.flatMap(({ level, hold, drift }) =>
        Array.from({ length: hold }, (_, index) =>
          Math.max(0, (level + (drift * index) / 7) * scale),
        ).map(value => (Number.isNaN(level) ? NaN : value)),
      );
      return {
        at: values.map((_, index) => FROM + (index - 2) * step * 1000),
        values,
        maxGapSeconds: 120,
      };
    });
}

function signalFor(
  key: string,
  lagSeconds: number,
): fc.Arbitrary<ReplaySignal> {
  const isMemory = key.endsWith('memory');
  const isCpu = key.endsWith('cpu');
  const unit = isMemory ? GI : 1000;
  const isResource = isMemory || isCpu;
  const resourceScale = isMemory ? 0.7 * GI : 450;
  const scale = isResource ? resourceScale : 20_000;
  const model = fc.record({
    floor: fc.integer({ min: 0, max: Math.round(unit / 3) }),
    share: fc.constantFrom(1, 0.37, 1.9),
  });
  return fc.constantFrom(15, 35, 60).chain(step =>
    fc.record(
      {
        load: loads(step, scale),
        perPod: /^(object|external)/.test(key)
          ? fc.option(model, { nil: undefined })
          : model,
        startingUsage: fc.integer({ min: 0, max: unit * 2 }),
        capacity: fc.integer({ min: unit, max: unit * 3 }),
        lagSeconds: fc.constant(lagSeconds),
        windowSeconds: isResource
          ? fc.constant(30)
          : fc.constantFrom(0, 15, 60),
      },
      { requiredKeys: ['load', 'lagSeconds', 'windowSeconds', 'perPod'] },
    ),
  );
}

const scenario = spec.chain(candidate =>
  fc
    .record({
      lag: fc.constantFrom(0, 10, 15, 40),
      requests: fc.record({
        cpu: fc.integer({ min: 100, max: 2000 }),
        memory: fc.constantFrom(GI, 2 * GI, 7 * GI + 123_000),
      }),
      hasSidecar: fc.boolean(),
      runningSeconds: fc.constantFrom(0, 7, 20, 45),
      extraReady: fc.constantFrom(0, 10, 60, 400),
      initialReplicas: fc.integer({ min: 0, max: 30 }),
      scaledToZero: fc.boolean(),
      phaseSeconds: fc.constantFrom(0, 4),
      controller: fc.record(
        {
          cpuInitializationPeriodSeconds: fc.constantFrom(0, 60, 300),
          initialReadinessDelaySeconds: fc.constantFrom(0, 30),
          downscaleStabilizationSeconds: fc.constantFrom(0, 60, 300),
          features: fc.record(
            {
              toleranceTest: fc.constantFrom('isWithin', 'absolute'),
              scaleToZero: fc.constantFrom('off', 'replicas', 'condition'),
            },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: [] },
      ),
    })
    .chain(world =>
      fc
        .tuple(...keysOf(candidate).map(key => signalFor(key, world.lag)))
        .map(signals => {
          const history: ReplayHistory = {
            from: FROM,
            to: FROM + 40 * 60_000,
            signals: Object.fromEntries(
              keysOf(candidate).map((key, index) => [key, signals[index]]),
            ),
            pod: {
              containers: [
                { name: 'agent', requests: world.requests },
                // A container's own metric and the whole pod's differ only where there is a second container.
                { name: 'proxy', requests: { cpu: 50, memory: GI / 8 } },
              ].slice(
                0,
                world.hasSidecar || keysOf(candidate).length > 1 ? 2 : 1,
              ),
            },
            startUp: {
              runningSeconds: world.runningSeconds,
              readySeconds: world.runningSeconds + world.extraReady,
            },
            initialReplicas: world.initialReplicas,
            scaledToZero: world.scaledToZero,
          };
          const options: ReplayOptions = {
            phaseSeconds: world.phaseSeconds,
            controller: world.controller as ReplayOptions['controller'],
          };
          return { spec: candidate, history, options };
        }),
    ),
);

it('decides what reconcileHpa decides, pass by pass', () => {
  fc.assert(
    fc.property(scenario, ({ spec: candidate, history, options }) => {
      const expected = referenceReplay(candidate, history, options);
      const actual = replayHpa(candidate, history, options);
      expect(actual.decisions).toEqual(expected.decisions);
      expect(actual.ticks).toBe(expected.ticks);
      const minutes = 0.25;
      for (const rule of REPLAY_RULES) {
        expect([rule, actual.minutesByRule[rule] / minutes]).toEqual([
          rule,
          expected.ticksByRule[rule],
        ]);
      }
      expect(actual.minutesBlocked / minutes).toBe(expected.ticksBlocked);
    }),
    { numRuns: Number(process.env.REPLAY_RUNS ?? 300) },
  );
});
