/** What the controller remembers between passes. */

export interface TimestampedRecommendation {
  replicas: number;
  timestamp: number;
}

export interface TimestampedScaleEvent {
  /** Absolute number of replicas added or removed. */
  replicaChange: number;
  timestamp: number;
  /** No policy period reaches back to it: its slot is reused by the next event. */
  outdated: boolean;
}

/** What the controller remembers of one HPA between passes. It is lost when the controller restarts. */
export interface HpaMemory {
  /** Recommendations before stabilisation; `undefined` before the first pass. */
  recommendations?: readonly TimestampedRecommendation[];
  scaleUpEvents: readonly TimestampedScaleEvent[];
  scaleDownEvents: readonly TimestampedScaleEvent[];
}
