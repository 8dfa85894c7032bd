import fc from 'fast-check';
import { stabilizeWithBehavior, stabilizeWithWindow } from './stabilize';
import { NOW } from './__testUtils__/builders';

const at = (replicas: number, ageSeconds: number) => ({
  replicas,
  timestamp: NOW - ageSeconds * 1000,
});

it('without behavior, a recommendation exactly as old as the window still counts', () => {
  expect(stabilizeWithWindow([at(9, 300)], 3, 300, NOW).replicas).toBe(9);
  expect(stabilizeWithWindow([at(9, 301)], 3, 300, NOW).replicas).toBe(3);
});

it('with behavior, a recommendation exactly as old as the window does not count', () => {
  const windows = { upWindowSeconds: 0, downWindowSeconds: 300, now: NOW };
  expect(
    stabilizeWithBehavior([at(9, 300)], {
      currentReplicas: 9,
      desiredReplicas: 3,
      ...windows,
    }).replicas,
  ).toBe(3);
  expect(
    stabilizeWithBehavior([at(9, 299)], {
      currentReplicas: 9,
      desiredReplicas: 3,
      ...windows,
    }).replicas,
  ).toBe(9);
});

it('remembers what was desired, not what came out', () => {
  expect(stabilizeWithWindow([at(9, 10)], 3, 300, NOW).recommendations).toEqual(
    [at(9, 10), { replicas: 3, timestamp: NOW }],
  );
});

const recommendation = fc.record({
  replicas: fc.integer({ min: 0, max: 100 }),
  timestamp: fc.integer({ min: NOW - 900_000, max: NOW }),
});
const recommendations = fc.array(recommendation, { maxLength: 12 });
const count = fc.integer({ min: 0, max: 100 });
const windowSeconds = fc.integer({ min: 0, max: 600 });

it('without behavior never goes below what is desired or recently was', () => {
  fc.assert(
    fc.property(
      recommendations,
      count,
      windowSeconds,
      (list, desired, window) => {
        const { replicas } = stabilizeWithWindow(list, desired, window, NOW);
        expect(replicas).toBeGreaterThanOrEqual(desired);
        for (const recent of list.filter(
          ({ timestamp }) => timestamp >= NOW - window * 1000,
        )) {
          expect(replicas).toBeGreaterThanOrEqual(recent.replicas);
        }
      },
    ),
  );
});

it('with behavior stays between the current and the desired number', () => {
  fc.assert(
    fc.property(
      recommendations,
      count,
      count,
      windowSeconds,
      windowSeconds,
      (list, current, desired, up, down) => {
        const { replicas, recommendations: after } = stabilizeWithBehavior(
          list,
          {
            currentReplicas: current,
            desiredReplicas: desired,
            upWindowSeconds: up,
            downWindowSeconds: down,
            now: NOW,
          },
        );
        expect(replicas).toBeGreaterThanOrEqual(Math.min(current, desired));
        expect(replicas).toBeLessThanOrEqual(Math.max(current, desired));
        expect(after.length - list.length).toBeLessThanOrEqual(1);
        expect(after).toContainEqual({ replicas: desired, timestamp: NOW });
      },
    ),
  );
});
