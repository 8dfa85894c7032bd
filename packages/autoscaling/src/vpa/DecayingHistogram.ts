/** Mirrors `histogram.go` and `decaying_histogram.go` in `vertical-pod-autoscaler/pkg/recommender/util`. */
import { AutoscalingInputError } from '../errors';
import { GO_ZERO_TIME } from '../hpa/observe';
import type { HistogramBuckets } from './buckets';
import type { HistogramCheckpoint } from './types';

/** Largest weight of a bucket in a checkpoint. */
const MAX_CHECKPOINT_WEIGHT = 10_000;
/** Weights are renormalised when they would grow by more than 2 to this power. */
const MAX_DECAY_EXPONENT = 100;

/** How long it takes a sample to lose half of its weight: a day. */
export const HALF_LIFE_MS = 24 * 3_600_000;

/**
 * Weighted samples that are forgotten exponentially: newer ones weigh more, by a factor of 2 per half-life.
 * One object is one growing history, so adding changes it in place.
 */
export class DecayingHistogram {
  readonly #buckets: HistogramBuckets;
  readonly #halfLifeMs: number;
  readonly #weights: Float64Array;
  #totalWeight = 0;
  #minBucket: number;
  #maxBucket = 0;
  #reference = GO_ZERO_TIME;

  constructor(buckets: HistogramBuckets, halfLifeMs: number = HALF_LIFE_MS) {
    this.#buckets = buckets;
    this.#halfLifeMs = halfLifeMs;
    this.#weights = new Float64Array(buckets.count);
    this.#minBucket = buckets.count - 1;
  }

  /**
   * A histogram from what the recommender saved. Weights are whole numbers there, so it is an approximation.
   *
   * @throws {@link AutoscalingInputError} for negative weights or buckets that do not exist
   */
  static fromCheckpoint(
    checkpoint: HistogramCheckpoint,
    buckets: HistogramBuckets,
    halfLifeMs: number = HALF_LIFE_MS,
  ): DecayingHistogram {
    const histogram = new DecayingHistogram(buckets, halfLifeMs);
    const {
      totalWeight = 0,
      bucketWeights = {},
      referenceTimestamp,
    } = checkpoint;
    if (!(totalWeight >= 0))
      throw badCheckpoint(
        'totalWeight',
        totalWeight,
        'a weight that is not negative',
      );
    const entries = Object.entries(bucketWeights).map(([key, weight]) => {
      const bucket = Number(key);
      if (!Number.isInteger(bucket) || bucket < 0 || bucket >= buckets.count) {
        throw badCheckpoint(
          'bucketWeights',
          key,
          `a bucket from 0 to ${buckets.count - 1}`,
        );
      }
      if (!(weight >= 0))
        throw badCheckpoint(
          `bucketWeights.${key}`,
          weight,
          'a weight that is not negative',
        );
      return [bucket, weight] as const;
    });
    if (referenceTimestamp) {
      const reference = Date.parse(referenceTimestamp);
      if (Number.isNaN(reference))
        throw badCheckpoint(
          'referenceTimestamp',
          referenceTimestamp,
          'an RFC 3339 time',
        );
      histogram.#reference = reference;
    }
    const sum = entries.reduce((total, [, weight]) => total + weight, 0);
    if (sum === 0) return histogram;
    const ratio = totalWeight / sum;
    for (const [bucket, weight] of entries) {
      histogram.#minBucket = Math.min(histogram.#minBucket, bucket);
      histogram.#maxBucket = Math.max(histogram.#maxBucket, bucket);
      histogram.#weights[bucket] += weight * ratio;
    }
    histogram.#totalWeight = totalWeight;
    return histogram;
  }

  /** Adds a sample; `weight` before decay. */
  addSample(value: number, weight: number, timestamp: number): void {
    const decayed = weight * this.#decayFactor(timestamp);
    const bucket = this.#buckets.find(value);
    this.#weights[bucket] += decayed;
    this.#totalWeight += decayed;
    if (this.#weights[bucket] < this.#buckets.epsilon) return;
    this.#minBucket = Math.min(this.#minBucket, bucket);
    this.#maxBucket = Math.max(this.#maxBucket, bucket);
  }

  /** Takes a sample back that was added with the same arguments. */
  subtractSample(value: number, weight: number, timestamp: number): void {
    const decayed = weight * this.#decayFactor(timestamp);
    const bucket = this.#buckets.find(value);
    const present = this.#weights[bucket];
    const removed =
      decayed > present - this.#buckets.epsilon ? present : decayed;
    this.#totalWeight -= removed;
    this.#weights[bucket] -= removed;
    this.#skipEmptyBuckets();
  }

  /**
   * The END of the smallest bucket that has the given share of the weight at or below it (for the last bucket its
   * start); 0 when empty.
   *
   * @param share - from 0 to 1
   */
  percentile(share: number): number {
    if (this.isEmpty()) return 0;
    const threshold = share * this.#totalWeight;
    let partialSum = 0;
    let bucket = this.#minBucket;
    for (; bucket < this.#maxBucket; bucket += 1) {
      partialSum += this.#weights[bucket];
      if (partialSum >= threshold) break;
    }
    return this.#buckets.start(Math.min(bucket + 1, this.#buckets.count - 1));
  }

  isEmpty(): boolean {
    return this.#weights[this.#minBucket] < this.#buckets.epsilon;
  }

  get totalWeight(): number {
    return this.#totalWeight;
  }

  /** Weight per bucket that is not empty, for charts: the bucket's range and its share of the whole. */
  distribution(): { start: number; end: number; share: number }[] {
    if (this.isEmpty()) return [];
    const entries = [];
    for (let bucket = this.#minBucket; bucket <= this.#maxBucket; bucket += 1) {
      const start = this.#buckets.start(bucket);
      const end =
        bucket + 1 < this.#buckets.count
          ? this.#buckets.start(bucket + 1)
          : Infinity;
      const share = this.#weights[bucket] / this.#totalWeight;
      if (share > 0) entries.push({ start, end, share });
    }
    return entries;
  }

  /** Adds all samples of a histogram with the same buckets and half-life. */
  merge(other: DecayingHistogram): void {
    if (
      other.#buckets !== this.#buckets ||
      other.#halfLifeMs !== this.#halfLifeMs
    ) {
      throw new AutoscalingInputError({
        field: 'histogram',
        problem: 'has other buckets or another half-life',
        remedy: 'merge histograms of one resource only',
      });
    }
    if (this.#reference < other.#reference)
      this.#shiftReference(other.#reference);
    // The other one stays as it is: its weights are brought to this reference on the way.
    const factor =
      2 ** Math.round((other.#reference - this.#reference) / this.#halfLifeMs);
    for (
      let bucket = other.#minBucket;
      bucket <= other.#maxBucket;
      bucket += 1
    ) {
      this.#weights[bucket] += other.#weights[bucket] * factor;
    }
    this.#totalWeight += other.#totalWeight * factor;
    this.#minBucket = Math.min(this.#minBucket, other.#minBucket);
    this.#maxBucket = Math.max(this.#maxBucket, other.#maxBucket);
    this.#skipEmptyBuckets();
  }

  /** As the recommender saves it: the heaviest bucket is 10000, lighter ones are rounded, the lightest are dropped. */
  toCheckpoint(): Required<HistogramCheckpoint> {
    const heaviest = Math.max(...this.#weights);
    const bucketWeights: Record<string, number> = {};
    if (heaviest > 0) {
      for (
        let bucket = this.#minBucket;
        bucket <= this.#maxBucket;
        bucket += 1
      ) {
        const weight = Math.floor(
          (this.#weights[bucket] * MAX_CHECKPOINT_WEIGHT) / heaviest + 0.5,
        );
        if (weight > 0) bucketWeights[bucket] = weight;
      }
    }
    return {
      referenceTimestamp: `${new Date(this.#reference)
        .toISOString()
        .slice(0, 19)}Z`,
      bucketWeights,
      totalWeight: this.#totalWeight,
    };
  }

  #decayFactor(timestamp: number): number {
    if (timestamp > this.#reference + this.#halfLifeMs * MAX_DECAY_EXPONENT)
      this.#shiftReference(timestamp);
    return 2 ** ((timestamp - this.#reference) / this.#halfLifeMs);
  }

  /** Moves the reference to the nearest multiple of the half-life; relative weights stay. */
  #shiftReference(timestamp: number): void {
    const periods = Math.round((timestamp - GO_ZERO_TIME) / this.#halfLifeMs);
    const reference = GO_ZERO_TIME + periods * this.#halfLifeMs;
    const factor =
      2 ** Math.round((this.#reference - reference) / this.#halfLifeMs);
    for (let bucket = this.#minBucket; bucket <= this.#maxBucket; bucket += 1) {
      this.#weights[bucket] *= factor;
    }
    this.#totalWeight *= factor;
    this.#reference = reference;
    this.#skipEmptyBuckets();
  }

  #skipEmptyBuckets(): void {
    const { epsilon, count } = this.#buckets;
    while (
      this.#weights[this.#minBucket] < epsilon &&
      this.#minBucket < count - 1
    )
      this.#minBucket += 1;
    while (this.#weights[this.#maxBucket] < epsilon && this.#maxBucket > 0)
      this.#maxBucket -= 1;
  }
}

function badCheckpoint(
  field: string,
  value: unknown,
  wanted: string,
): AutoscalingInputError {
  return new AutoscalingInputError({
    field: `checkpoint.${field}`,
    problem: `${JSON.stringify(value)} is not ${wanted}`,
    remedy: 'delete the checkpoint, the recommender writes it again',
  });
}
