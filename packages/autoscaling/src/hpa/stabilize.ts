/**
 * Stabilisation: what recent recommendations allow. Mirrors `stabilizeRecommendation` and
 * `stabilizeRecommendationWithBehaviors` in `horizontal.go`.
 */
import type { TimestampedRecommendation } from './types';

export interface Stabilized {
  /** The recommendation after stabilisation. */
  replicas: number;
  /** Recommendations to remember, with the new, unstabilised one in an obsolete slot or at the end. */
  recommendations: readonly TimestampedRecommendation[];
}

/** Without `behavior`: the highest recommendation that is not older than the window. */
export function stabilizeWithWindow(
  recommendations: readonly TimestampedRecommendation[],
  desiredReplicas: number,
  windowSeconds: number,
  now: number,
): Stabilized {
  const cutoff = now - windowSeconds * 1000;
  const isOld = ({ timestamp }: TimestampedRecommendation) =>
    timestamp < cutoff;
  const recent = recommendations.filter(
    recommendation => !isOld(recommendation),
  );
  return {
    replicas: recent.reduce(
      (highest, { replicas }) => Math.max(highest, replicas),
      desiredReplicas,
    ),
    recommendations: remember(recommendations, isOld, desiredReplicas, now),
  };
}

/**
 * With `behavior`: not above the lowest recommendation of the up window, not below the highest of the down window, and
 * otherwise the current number.
 */
export function stabilizeWithBehavior(
  recommendations: readonly TimestampedRecommendation[],
  input: {
    currentReplicas: number;
    desiredReplicas: number;
    upWindowSeconds: number;
    downWindowSeconds: number;
    now: number;
  },
): Stabilized {
  const { currentReplicas, desiredReplicas, now } = input;
  const upCutoff = now - input.upWindowSeconds * 1000;
  const downCutoff = now - input.downWindowSeconds * 1000;
  let up = desiredReplicas;
  let down = desiredReplicas;
  for (const { replicas, timestamp } of recommendations) {
    if (timestamp > upCutoff) up = Math.min(replicas, up);
    if (timestamp > downCutoff) down = Math.max(replicas, down);
  }
  return {
    replicas: Math.min(Math.max(currentReplicas, up), down),
    recommendations: remember(
      recommendations,
      ({ timestamp }) => timestamp < upCutoff && timestamp < downCutoff,
      desiredReplicas,
      now,
    ),
  };
}

/** The last obsolete slot is reused, so that the list does not grow without bound. */
function remember(
  recommendations: readonly TimestampedRecommendation[],
  isObsolete: (recommendation: TimestampedRecommendation) => boolean,
  replicas: number,
  now: number,
): readonly TimestampedRecommendation[] {
  const latest = { replicas, timestamp: now };
  const slot = recommendations.findLastIndex(isObsolete);
  return slot < 0
    ? [...recommendations, latest]
    : recommendations.with(slot, latest);
}
