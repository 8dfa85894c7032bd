/** Buckets of the recommender's histograms. Mirrors `pkg/recommender/util/histogram_options.go` and `model/aggregations_config.go`. */

export interface HistogramBuckets {
  readonly count: number;
  /** A bucket with less weight is empty. */
  readonly epsilon: number;
  /** Bucket that a value falls into. */
  find(value: number): number;
  /** Smallest value of a bucket. */
  start(bucket: number): number;
}

/** Buckets that each are `ratio` times as wide as the one before; the first is `firstWidth` wide. */
export function exponentialBuckets(options: {
  /** The last bucket starts here or above. */
  max: number;
  firstWidth: number;
  ratio: number;
  epsilon: number;
}): HistogramBuckets {
  const { max, firstWidth, ratio, epsilon } = options;
  const growth = ratio - 1;
  const count =
    Math.ceil(Math.log((max * growth) / firstWidth + 1) / Math.log(ratio)) + 1;
  return {
    count,
    epsilon,
    find: value => {
      if (value < firstWidth) return 0;
      const bucket = Math.floor(
        Math.log((value * growth) / firstWidth + 1) / Math.log(ratio),
      );
      return Math.min(bucket, count - 1);
    },
    start: bucket =>
      bucket === 0 ? 0 : (firstWidth * (ratio ** bucket - 1)) / growth,
  };
}

const RATIO = 1.05;
const EPSILON = 0.001 * 0.1;

/** 176 buckets from 0.01 to 1000 cores. */
export const CPU_BUCKETS = exponentialBuckets({
  max: 1000,
  firstWidth: 0.01,
  ratio: RATIO,
  epsilon: EPSILON,
});

/** 176 buckets from 10 MB to 1 TB. */
export const MEMORY_BUCKETS = exponentialBuckets({
  max: 1e12,
  firstWidth: 1e7,
  ratio: RATIO,
  epsilon: EPSILON,
});
