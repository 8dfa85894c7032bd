import fc from 'fast-check';
import { CPU_BUCKETS, MEMORY_BUCKETS, type HistogramBuckets } from './buckets';
import { DecayingHistogram } from './DecayingHistogram';

const HOUR_MS = 3_600_000;
const START = 1_234_567_890_000;

/** Ten buckets one unit wide, as the upstream tests use. */
const linear: HistogramBuckets = {
  count: 11,
  epsilon: 1e-15,
  find: value => Math.max(0, Math.min(Math.floor(value), 10)),
  start: bucket => bucket,
};

function histogram(
  ...samples: [value: number, weight: number, hours: number][]
): DecayingHistogram {
  const result = new DecayingHistogram(linear, HOUR_MS);
  for (const [value, weight, hours] of samples)
    result.addSample(value, weight, START + hours * HOUR_MS);
  return result;
}

describe('buckets', () => {
  it('are 176 for each resource', () => {
    expect([CPU_BUCKETS.count, MEMORY_BUCKETS.count]).toEqual([176, 176]);
  });

  it.each([
    [0, 0],
    [0.0099, 0],
    [0.011, 1],
    [1, 36],
    [1e9, 175],
  ])('%d cores fall into bucket %d', (cores, bucket) => {
    expect(CPU_BUCKETS.find(cores)).toBe(bucket);
  });

  it('contain the values that fall into them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 900, noNaN: true }), cores => {
        const bucket = CPU_BUCKETS.find(cores);
        expect(CPU_BUCKETS.start(bucket)).toBeLessThanOrEqual(
          cores * (1 + 1e-9) + 1e-12,
        );
        expect(CPU_BUCKETS.start(bucket + 1)).toBeGreaterThanOrEqual(
          cores * (1 - 1e-9),
        );
      }),
    );
  });
});

describe('percentile (TestPercentiles, TestNoDecay)', () => {
  const filled = histogram([1, 1, 0], [2, 2, 0], [3, 3, 0], [4, 4, 0]);
  it.each([
    [-0.5, 2],
    [0, 2],
    [0.1, 2],
    [0.2, 3],
    [0.3, 3],
    [0.4, 4],
    [0.6, 4],
    [0.7, 5],
    [1, 5],
    [1.5, 5],
  ])('%d is %d', (share, value) => {
    expect(filled.percentile(share)).toBe(value);
  });

  it('is 0 for an empty histogram', () => {
    expect(histogram().percentile(0.9)).toBe(0);
  });

  it('is the start of the last bucket, which has no end', () => {
    expect(histogram([99, 1, 0]).percentile(0.5)).toBe(10);
  });
});

describe('decay', () => {
  it('forgets a heavy sample slowly (TestSimpleDecay)', () => {
    const decayed = histogram([2, 1000, 0], [1, 1, 20]);
    expect([decayed.percentile(0.999), decayed.percentile(1)]).toEqual([2, 3]);
  });

  it('forgets it wholly beyond 2^100 (TestLongtermDecay)', () => {
    expect(histogram([2, 1, 0], [1, 1, 101]).percentile(1)).toBe(2);
  });

  it.each([
    [0, 2],
    [0.02, 2],
    [0.03, 3],
    [0.1, 3],
    [0.11, 4],
    [0.34, 4],
    [0.35, 5],
    [1, 5],
  ])(
    'weighs by age: %d is %d (TestDecayingHistogramPercentiles)',
    (share, value) => {
      expect(
        histogram([1, 1, 0], [2, 2, 1], [3, 3, 2], [4, 4, 3]).percentile(share),
      ).toBe(value);
    },
  );
});

it('takes samples back, and forgets weights below epsilon (TestEmptyHistogram)', () => {
  const emptied = histogram([1, 2.5e-15, 0.5]);
  const at = START + 0.5 * HOUR_MS;
  expect(emptied.isEmpty()).toBe(false);
  emptied.subtractSample(1, 1e-15, at);
  expect(emptied.isEmpty()).toBe(false);
  emptied.subtractSample(1, 2e-15, at);
  expect(emptied.isEmpty()).toBe(true);
});

it('merges as if all samples had been added to one (TestDecayingHistogramMerge)', () => {
  const merged = histogram([1, 1, 0], [2, 1, 1]);
  merged.merge(histogram([2, 1, 2], [3, 1, 1], [5, 1, 300]));
  const expected = histogram(
    [2, 1, 2],
    [2, 1, 1],
    [3, 1, 1],
    [1, 1, 0],
    [5, 1, 300],
  );
  expect(merged.toCheckpoint().bucketWeights).toEqual(
    expected.toCheckpoint().bucketWeights,
  );
  expect(merged.percentile(0.5)).toBe(expected.percentile(0.5));
  expect(() => merged.merge(new DecayingHistogram(CPU_BUCKETS))).toThrow(
    'other buckets',
  );
});

describe('checkpoints', () => {
  it('scale the heaviest bucket to 10000 and drop the lightest', () => {
    const { bucketWeights, totalWeight } = new DecayingHistogram(
      linear,
      HOUR_MS,
    ).toCheckpoint();
    expect([bucketWeights, totalWeight]).toEqual([{}, 0]);
    expect(
      histogram([1, 1, 0], [2, 10000, 0], [3, 50, 0]).toCheckpoint()
        .bucketWeights,
    ).toEqual({ 1: 1, 2: 10000, 3: 50 });
    expect(
      histogram([1, 1, 0], [2, 100000, 0]).toCheckpoint().bucketWeights,
    ).toEqual({ 2: 10000 });
  });

  it('are read back with the same percentiles', () => {
    const saved = histogram([1, 1, 0], [2, 2, 1], [7, 3, 2]);
    const loaded = DecayingHistogram.fromCheckpoint(
      saved.toCheckpoint(),
      linear,
      HOUR_MS,
    );
    for (const share of [0.1, 0.3, 0.5, 0.9, 1])
      expect(loaded.percentile(share)).toBe(saved.percentile(share));
    expect(loaded.totalWeight).toBeCloseTo(saved.totalWeight, 9);
    loaded.addSample(9, 100, START + 3 * HOUR_MS);
    expect(loaded.percentile(0.9)).toBe(10);
  });

  it('keep the proportions of the total weight (TestHistogramLoadFromCheckpoint)', () => {
    const loaded = DecayingHistogram.fromCheckpoint(
      { totalWeight: 6, bucketWeights: { 0: 1, 1: 2 } },
      linear,
    );
    expect(loaded.distribution()).toEqual([
      { start: 0, end: 1, share: 1 / 3 },
      { start: 1, end: 2, share: 2 / 3 },
    ]);
  });

  it.each([
    [
      { totalWeight: 1, bucketWeights: { '-1': 1 } },
      'checkpoint.bucketWeights',
    ],
    [{ totalWeight: 1, bucketWeights: { 99: 1 } }, 'checkpoint.bucketWeights'],
    [
      { totalWeight: 1, bucketWeights: { 1: -1 } },
      'checkpoint.bucketWeights.1',
    ],
    [{ totalWeight: -1 }, 'checkpoint.totalWeight'],
    [
      { totalWeight: 1, referenceTimestamp: 'now' },
      'checkpoint.referenceTimestamp',
    ],
  ])('refuse %j', (checkpoint, field) => {
    expect(() => DecayingHistogram.fromCheckpoint(checkpoint, linear)).toThrow(
      expect.objectContaining({ field }),
    );
  });
});
