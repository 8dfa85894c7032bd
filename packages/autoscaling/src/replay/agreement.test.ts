import {
  FROM,
  history,
  MINUTE_MS,
  rpsSignals,
  rpsSpec,
} from './__testUtils__/builders';
import { matchDecisions, replayAgreement, replicaChanges } from './agreement';
import { compareReplays } from './compareReplays';
import { replayHpa } from './replayHpa';
import type { ReplayResult } from './types';

/** A busy hour: up in two steps, down, up again. */
const busy = history({
  signals: rpsSignals([20, 5.1], [60, 5.1], [33, 15.1], [90, 5.1], [20, 30]),
});

function replicasOf(result: ReplayResult) {
  return {
    at: result.timeline.map(({ from }) => from),
    replicas: result.timeline.map(({ replicas }) => replicas),
  };
}

const truth = replayHpa(rpsSpec(), busy, { phaseSeconds: 3.75 });
const replicas = replicasOf(truth);

it('reproduces every decision of the same controller', () => {
  const agreement = replayAgreement(rpsSpec(), busy, replicas);
  expect(agreement.total).toBe(truth.decisions.length);
  expect(agreement.total).toBeGreaterThan(4);
  expect(agreement.best).toMatchObject({
    reproduced: agreement.total,
    extra: 0,
  });
  expect(agreement.phases.map(({ phaseSeconds }) => phaseSeconds)).toEqual([
    0, 3.75, 7.5, 11.25,
  ]);
});

it('reproduces less with a spec that was not in force', () => {
  const other = rpsSpec({
    metrics: [
      {
        type: 'Pods',
        pods: {
          metric: { name: 'rps' },
          target: { type: 'AverageValue', averageValue: '14' },
        },
      },
    ],
  });
  const { best, total } = replayAgreement(other, busy, replicas);
  expect(best.reproduced).toBeLessThan(total / 2);
});

describe('matchDecisions', () => {
  const match = (
    real: [number, number, number][],
    decided: [number, number, number][],
  ) => {
    const changes = (list: [number, number, number][]) =>
      list.map(([seconds, from, to]) => ({ at: seconds * 1000, from, to }));
    return matchDecisions(changes(real), changes(decided), 15_000, 30_000);
  };
  it.each<
    [
      string,
      [number, number, number][],
      [number, number, number][],
      [number, number, number],
    ]
  >([
    ['the same', [[100, 2, 4]], [[90, 2, 4]], [1, 0, 0]],
    ['another number', [[100, 2, 4]], [[90, 2, 5]], [0, 1, 0]],
    ['another direction', [[100, 2, 4]], [[90, 2, 1]], [0, 0, 1]],
    [
      'too early',
      [[100, 2, 4]],
      [
        [60, 2, 4],
        [75, 2, 4],
        [90, 2, 4],
      ],
      [0, 0, 1],
    ],
    ['nothing', [[100, 2, 4]], [], [0, 0, 0]],
    [
      'only the replay',
      [],
      [
        [90, 2, 4],
        [105, 2, 4],
      ],
      [0, 0, 1],
    ],
    [
      'one wish for one change',
      [
        [100, 2, 4],
        [110, 2, 4],
      ],
      [[100, 2, 4]],
      [1, 0, 0],
    ],
    [
      'a wish that grows',
      [[100, 2, 5]],
      [
        [85, 2, 4],
        [100, 2, 5],
      ],
      [1, 0, 0],
    ],
  ])('%s', (_, real, decided, [reproduced, sameDirection, extra]) => {
    expect(match(real, decided)).toEqual({ reproduced, sameDirection, extra });
  });
});

it('takes changes from a history', () => {
  expect(replicaChanges({ at: [1, 2, 3, 4], replicas: [2, 2, 5, 3] })).toEqual([
    { at: 3, from: 2, to: 5 },
    { at: 4, from: 5, to: 3 },
  ]);
});

it('compares candidates with the actual spec, over the phases', () => {
  const comparison = compareReplays({
    actual: rpsSpec(),
    candidates: [rpsSpec({ minReplicas: 10 }), rpsSpec()],
    history: busy,
    replicas,
  });
  const { agreement, actual, candidates } = comparison;
  expect(agreement?.best.phaseSeconds).toBe(3.75);
  expect(actual.result).toEqual(truth);
  expect(candidates[1]).toEqual(actual);
  expect(candidates[0].result.replicaHours).toBeGreaterThan(
    actual.replicaHours[1],
  );
  expect(actual.replicaHours[0]).toBeLessThanOrEqual(
    actual.result.replicaHours,
  );
});

it.each([
  [{ at: [], replicas: [] }, 'actual'],
  [{ at: [FROM + MINUTE_MS], replicas: [2] }, 'actual.at[0]'],
  [{ at: [FROM, FROM], replicas: [2, 3] }, 'actual.at[1]'],
  [{ at: [FROM], replicas: [-1] }, 'actual.replicas[0]'],
])('refuses a history of replicas (%#)', (actual, field) => {
  expect(() => replayAgreement(rpsSpec(), busy, actual)).toThrow(
    expect.objectContaining({ name: 'AutoscalingInputError', field }),
  );
});

it('refuses a number of phases that is none', () => {
  expect(() =>
    replayAgreement(rpsSpec(), busy, replicas, { phases: 0 }),
  ).toThrow(expect.objectContaining({ field: 'options.phases' }));
});
