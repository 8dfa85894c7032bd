import fc from 'fast-check';
import {
  limitWithBehavior,
  limitWithoutBehavior,
  scaleDownLimit,
  scaleUpLimit,
} from './rate';
import { NOW } from './__testUtils__/builders';

const noHistory = { scaleUpEvents: [], scaleDownEvents: [], now: NOW };

function rules(
  type: 'Pods' | 'Percent',
  value: number,
  selectPolicy: string = 'Max',
) {
  return {
    stabilizationWindowSeconds: 0,
    selectPolicy,
    policies: [{ type, value, periodSeconds: 60 }],
  };
}

describe('policies', () => {
  it('round percentages up as floats when growing', () => {
    // 50 * 1.1 is 55.00000000000001 as a double.
    expect(scaleUpLimit(50, rules('Percent', 10), noHistory)).toBe(56);
    expect(scaleUpLimit(1, rules('Percent', 1), noHistory)).toBe(2);
  });

  it('cut percentages when shrinking', () => {
    expect(scaleDownLimit(90, rules('Percent', 30), noHistory)).toBe(62);
    expect(scaleDownLimit(1, rules('Percent', 50), noHistory)).toBe(0);
  });

  it('pick by the size of the change: Max shrinks most, Min least, Disabled not at all', () => {
    const policies = [
      { type: 'Pods', value: 2, periodSeconds: 60 },
      { type: 'Percent', value: 50, periodSeconds: 60 },
    ];
    const pick = (selectPolicy: string) => ({
      stabilizationWindowSeconds: 0,
      selectPolicy,
      policies,
    });
    expect([
      scaleDownLimit(10, pick('Max'), noHistory),
      scaleDownLimit(10, pick('Min'), noHistory),
    ]).toEqual([5, 8]);
    expect([
      scaleUpLimit(10, pick('Max'), noHistory),
      scaleUpLimit(10, pick('Min'), noHistory),
    ]).toEqual([15, 12]);
    expect([
      scaleUpLimit(10, pick('Disabled'), noHistory),
      scaleDownLimit(10, pick('Disabled'), noHistory),
    ]).toEqual([10, 10]);
  });

  it('count events of both directions, strictly younger than the period', () => {
    const event = (replicaChange: number, age: number) => ({
      replicaChange,
      timestamp: NOW - age * 1000,
      outdated: false,
    });
    const history = {
      scaleUpEvents: [event(4, 59), event(9, 60)],
      scaleDownEvents: [event(1, 10)],
      now: NOW,
    };
    // Started the minute at 10 - 4 + 1 = 7.
    expect(scaleUpLimit(10, rules('Pods', 5), history)).toBe(12);
  });
});

const replicas = fc.integer({ min: 0, max: 500 });
const anyRules = fc.record({
  stabilizationWindowSeconds: fc.constant(0),
  selectPolicy: fc.constantFrom('Max', 'Min', 'Disabled'),
  policies: fc.array(
    fc.record({
      type: fc.constantFrom('Pods', 'Percent'),
      value: fc.integer({ min: 1, max: 300 }),
      periodSeconds: fc.integer({ min: 1, max: 1800 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const anyEvents = fc.array(
  fc.record({
    replicaChange: fc.integer({ min: 1, max: 50 }),
    timestamp: fc.integer({ min: NOW - 3_600_000, max: NOW }),
    outdated: fc.constant(false),
  }),
  { maxLength: 4 },
);

it('moves towards what is desired, never past it and never the other way', () => {
  fc.assert(
    fc.property(
      replicas,
      replicas,
      replicas,
      replicas,
      anyRules,
      anyRules,
      anyEvents,
      anyEvents,
      (
        a,
        b,
        current,
        desired,
        scaleUp,
        scaleDown,
        scaleUpEvents,
        scaleDownEvents,
      ) => {
        const [minReplicas, maxReplicas] = [Math.min(a, b), Math.max(a, b, 1)];
        fc.pre(current >= minReplicas && current <= maxReplicas);
        const limited = limitWithBehavior(
          {
            currentReplicas: current,
            desiredReplicas: desired,
            minReplicas,
            maxReplicas,
            scaleUp,
            scaleDown,
          },
          { scaleUpEvents, scaleDownEvents, now: NOW },
        );
        expect(limited.replicas).toBeGreaterThanOrEqual(minReplicas);
        expect(limited.replicas).toBeLessThanOrEqual(maxReplicas);
        // Between the current and the desired number, or at the end of the range that lies on that side.
        expect(limited.replicas).toBeGreaterThanOrEqual(
          Math.min(current, Math.max(desired, minReplicas)),
        );
        expect(limited.replicas).toBeLessThanOrEqual(
          Math.max(current, desired),
        );
        const direction = desired > current ? scaleUp : scaleDown;
        const disabled =
          direction.selectPolicy === 'Disabled' && desired !== current;
        expect(disabled ? limited.replicas : current).toBe(current);
      },
    ),
  );
});

it('without behavior stays in the range and at most doubles', () => {
  fc.assert(
    fc.property(
      replicas,
      replicas,
      replicas,
      replicas,
      (a, b, current, desired) => {
        const [minReplicas, maxReplicas] = [Math.min(a, b), Math.max(a, b, 1)];
        fc.pre(current >= minReplicas && current <= maxReplicas);
        const limited = limitWithoutBehavior({
          currentReplicas: current,
          desiredReplicas: desired,
          minReplicas,
          maxReplicas,
          scaleUpLimitFactor: 2,
          scaleUpLimitMinimum: 4,
        });
        expect(limited.replicas).toBeGreaterThanOrEqual(minReplicas);
        expect(limited.replicas).toBeLessThanOrEqual(
          Math.max(
            minReplicas,
            Math.min(maxReplicas, Math.max(2 * current, 4)),
          ),
        );
      },
    ),
  );
});
