/**
 * How much a recommendation's bounds can be trusted. Mirrors `getConfidence` in `pkg/recommender/logic/estimator.go`.
 * No component sets the `LowConfidence` condition that the API declares, so it is computed here.
 */
import { ContainerUsage } from './ContainerUsage';
import type { VpaCheckpointStatus } from './types';

const DAY_MS = 24 * 3_600_000;

export interface RecommendationConfidence {
  /** Days of history; under 1 the bounds are wide. */
  days: number;
  /** What the upper bound is multiplied with; infinite without history. */
  upperMultiplier: number;
  /** What the lower bound is multiplied with; 0 without history. */
  lowerMultiplier: number;
  /** Less than a day, or fewer than 1440 samples. */
  low: boolean;
}

type History = Pick<
  ContainerUsage,
  'firstSampleStart' | 'lastSampleStart' | 'totalSamplesCount'
>;

/** The smaller of the history's length and its number of samples at one per minute, in units of the interval. */
export function confidenceOf(
  history: History,
  intervalMs: number = DAY_MS,
): number {
  const { firstSampleStart, lastSampleStart, totalSamplesCount } = history;
  if (firstSampleStart === undefined || lastSampleStart === undefined) return 0;
  return Math.min(
    (lastSampleStart - firstSampleStart) / intervalMs,
    totalSamplesCount / (intervalMs / 60_000),
  );
}

/** Factor of `WithConfidenceMultiplier`. */
export function confidenceFactor(
  confidence: number,
  multiplier: number,
  exponent: number,
): number {
  return (1 + multiplier / confidence) ** exponent;
}

/** Multiplier and exponent of each bound. */
export const UPPER_BOUND_CONFIDENCE = { multiplier: 1, exponent: 1 } as const;
export const LOWER_BOUND_CONFIDENCE = {
  multiplier: 0.001,
  exponent: -2,
} as const;

function describe(days: number): RecommendationConfidence {
  const { multiplier, exponent } = LOWER_BOUND_CONFIDENCE;
  return {
    days,
    upperMultiplier: confidenceFactor(
      days,
      UPPER_BOUND_CONFIDENCE.multiplier,
      UPPER_BOUND_CONFIDENCE.exponent,
    ),
    lowerMultiplier: confidenceFactor(days, multiplier, exponent),
    low: days < 1,
  };
}

/** Confidence of a container's recommendation. */
export function recommendationConfidence(
  history: History,
): RecommendationConfidence {
  return describe(confidenceOf(history));
}

/**
 * Confidence from `VerticalPodAutoscalerCheckpoint.status`.
 *
 * @throws {@link AutoscalingInputError} when the checkpoint cannot be read
 */
export function checkpointConfidence(
  status: VpaCheckpointStatus,
): RecommendationConfidence {
  const { version, firstSampleStart, lastSampleStart, totalSamplesCount } =
    status;
  return recommendationConfidence(
    ContainerUsage.fromCheckpoint({
      version,
      firstSampleStart,
      lastSampleStart,
      totalSamplesCount,
    }),
  );
}
