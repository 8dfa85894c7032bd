/** Flags of the VPA recommender and updater, with their defaults. */
import type { ResourceQuantities } from './types';

export interface VpaRecommenderOptions {
  /** `--recommendation-margin-fraction`. */
  marginFraction: number;
  /** `--pod-recommendation-min-cpu-millicores`. */
  podMinCpuMillicores: number;
  /** `--pod-recommendation-min-memory-mb`, in MiB. */
  podMinMemoryMebibytes: number;
  /** `--recommendation-lower-bound-*-percentile`, `--target-*-percentile`, `--recommendation-upper-bound-*-percentile`. */
  percentiles: { lowerBound: number; target: number; upperBound: number };
  /** `--confidence-interval-*`. */
  confidenceIntervalMs: number;
  /** `--round-cpu-millicores`. */
  roundCpuMillicores: number;
  /** `--container-recommendation-max-allowed-*`; a policy's own `maxAllowed` takes precedence. */
  globalMaxAllowed: ResourceQuantities;
}

export const DEFAULT_VPA_RECOMMENDER_OPTIONS: VpaRecommenderOptions = {
  marginFraction: 0.15,
  podMinCpuMillicores: 25,
  podMinMemoryMebibytes: 250,
  percentiles: { lowerBound: 0.5, target: 0.9, upperBound: 0.95 },
  confidenceIntervalMs: 24 * 3_600_000,
  roundCpuMillicores: 1,
  globalMaxAllowed: {},
};

export interface VpaUpdaterOptions {
  /** `--pod-update-threshold`: summed relative difference that is worth an update. */
  minChange: number;
  /** `--in-recommendation-bounds-eviction-lifetime-threshold`: age from which such a difference counts. */
  minLifetimeMs: number;
  /** `--evict-after-oom-threshold`: an OOM kill within this time after the start counts as quick. */
  quickOomMs: number;
  /** `--min-replicas`. */
  minReplicas: number;
  /** `--eviction-tolerance`: share of the configured replicas that may be gone at once. */
  evictionTolerance: number;
  /** How old the admission controller's lease may be. */
  maxLeaseAgeMs: number;
  /** How long a resize may stay Deferred before the pod is evicted instead. */
  deferredTimeoutMs: number;
  /** How long a resize may stay in progress before the pod is evicted instead. */
  inProgressTimeoutMs: number;
}

export const DEFAULT_VPA_UPDATER_OPTIONS: VpaUpdaterOptions = {
  minChange: 0.1,
  minLifetimeMs: 12 * 3_600_000,
  quickOomMs: 600_000,
  minReplicas: 2,
  evictionTolerance: 0.5,
  maxLeaseAgeMs: 60_000,
  deferredTimeoutMs: 300_000,
  inProgressTimeoutMs: 3_600_000,
};
