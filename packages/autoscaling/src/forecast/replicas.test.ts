import { AutoscalingInputError } from '../errors';
import { DAY, HOUR, START, STEP } from './__testUtils__/synthetic';
import { describeTimeToMax } from './describe/describe';
import { forecastReplicas, type ReplicaOptions } from './replicas';
import { timeToMaxReplicas } from './timeToMaxReplicas';
import type { LoadForecast } from './types';

/** A forecast that says just that, with 80 % within 10 % and 95 % within 20 %. */
function saying(...means: number[]): LoadForecast {
  return {
    kind: 'forecast',
    now: START + 1,
    step: STEP,
    model: 'blend',
    parts: [{ model: 'level', weight: 1 }],
    seasons: [],
    accuracy: {
      from: START - DAY,
      to: START,
      origins: 1,
      mae: 1,
      baseline: { model: 'lastValue', mae: 2 },
      betterThanBaseline: true,
      scores: [],
    },
    points: means.map((mean, index) => ({
      at: START + index * STEP,
      mean,
      lower80: 0.9 * mean,
      upper80: 1.1 * mean,
      lower95: 0.8 * mean,
      upper95: 1.2 * mean,
    })),
    missingShare: 0,
  };
}

const options: ReplicaOptions = {
  targetPerPod: 30,
  minReplicas: 2,
  maxReplicas: 10,
};

describe('forecastReplicas', () => {
  it.each([
    [0, 2],
    [60, 2],
    [60.1, 3],
    [299, 10],
    [300, 10],
    [900, 10],
  ])('needs for a load of %d: %d', (load, replicas) => {
    const [{ needed, aboveMax }] = forecastReplicas(saying(load), options);
    expect(needed.mean).toBe(replicas);
    expect(aboveMax).toBe(load > 300);
  });

  it('does the same for the ends of the intervals', () => {
    const [{ needed }] = forecastReplicas(saying(100), options);
    expect(needed).toEqual({
      mean: 4,
      lower80: 3,
      upper80: 4,
      lower95: 3,
      upper95: 4,
    });
  });

  it.each([
    [0, [2, 2, 5, 2]],
    [1, [2, 5, 5, 2]],
    [900, [2, 5, 5, 2]],
    [901, [5, 5, 5, 2]],
  ])(
    'asks %d seconds ahead for what has to start up',
    (startUpSeconds, asked) => {
      const points = forecastReplicas(saying(30, 30, 150, 30), {
        ...options,
        startUpSeconds,
      });
      expect(points.map(({ requested }) => requested.mean)).toEqual(asked);
      expect(points.map(({ needed }) => needed.mean)).toEqual([2, 2, 5, 2]);
    },
  );

  it.each<[Partial<ReplicaOptions>, string]>([
    [{ targetPerPod: 0 }, 'targetPerPod'],
    [{ targetPerPod: NaN }, 'targetPerPod'],
    [{ minReplicas: 1.5 }, 'minReplicas'],
    [{ minReplicas: -1 }, 'minReplicas'],
    [{ maxReplicas: 1 }, 'maxReplicas'],
    [{ startUpSeconds: -1 }, 'startUpSeconds'],
  ])('refuses %j', (change, field) => {
    const call = () => forecastReplicas(saying(1), { ...options, ...change });
    expect(call).toThrow(AutoscalingInputError);
    expect(call).toThrow(expect.objectContaining({ field }));
  });
});

describe('timeToMaxReplicas', () => {
  it('says when, at the earliest, and at the latest', () => {
    const result = timeToMaxReplicas(saying(100, 250, 275, 320, 320), options);
    expect(result).toEqual({
      kind: 'expected',
      horizonEnd: START + 5 * STEP,
      at: START + 2 * STEP,
      // 275 + 10 % needs the tenth as well; 250 + 10 % is 275.
      earliest: START + STEP,
      latest: START + 3 * STEP,
      exceededAt: START + 3 * STEP,
    });
    expect(describeTimeToMax(result)).toBe(
      'The last replica is expected to be needed at 2026-10-05 00:30+00:00, at the earliest at 2026-10-05 00:15+00:00 and at the ' +
        'latest at 2026-10-05 00:45+00:00 (80 % interval). From 2026-10-05 00:45+00:00 on the expected load is more than the maximum of ' +
        'replicas bears.',
    );
    expect(
      describeTimeToMax(result, 'zh', [{ from: 0, offsetMinutes: 480 }]),
    ).toContain('预计在 2026-10-05 08:30+08:00 需要最后一个副本');
  });

  it('says now for what has begun', () => {
    const result = timeToMaxReplicas(saying(400), options);
    expect([result.at, result.earliest, result.latest]).toEqual([
      START + 1,
      START + 1,
      START + 1,
    ]);
  });

  it('says that it is only possible', () => {
    const result = timeToMaxReplicas(saying(100, 260), options);
    expect(result).toEqual({
      kind: 'possible',
      horizonEnd: START + 2 * STEP,
      earliest: START + STEP,
    });
    expect(describeTimeToMax(result)).toContain('may be from');
    expect(describeTimeToMax(result, 'zh')).toContain('可能需要');
  });

  it('says that it is not within the horizon', () => {
    const result = timeToMaxReplicas(saying(100, 110), options);
    expect(result).toEqual({
      kind: 'notWithinHorizon',
      horizonEnd: START + HOUR / 2,
    });
    expect(describeTimeToMax(result)).toContain('not needed until');
    expect(describeTimeToMax(result, 'zh')).toContain('不需要最后一个副本');
  });
});
