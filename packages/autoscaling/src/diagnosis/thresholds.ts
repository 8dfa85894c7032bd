import { AutoscalingInputError } from '../errors';

/** From where on something counts as a fault. Units are in the names; shares and ratios are plain numbers. */
export const DEFAULT_DIAGNOSIS_THRESHOLDS = {
  /** How long an event of a failing autoscaler counts. */
  recentEventMinutes: 5,
  /** M09: how long a new HPA may have no values. */
  settlingSeconds: 60,
  /** M15: a utilization target above this leaves no headroom. */
  highTargetPercent: 90,
  /** M16: a utilization target below this wastes most of what is requested. */
  lowTargetPercent: 30,
  /** M17: how many pods the tolerance may swallow. */
  deadBandPods: 2,
  /** M18: a sample older than this is stale; twice the usual minute between samples. */
  staleSampleSeconds: 120,
  /** M19: usage (95th percentile) over request, above which requests are too small. */
  usageOverRequestHigh: 3,
  /** M19: the same, below which requests are too large. */
  usageOverRequestLow: 0.2,
  /** M19: history that is needed to judge requests. */
  usageHistoryHours: 24,
  /** M20: the busiest pod over the mean. */
  hotPodRatio: 2,
  /** M20: how long it must stay so. */
  hotPodMinutes: 15,
  /** M12, M13: scale-ups, or samples with other metrics asking for less, that are needed to judge. */
  minObservations: 5,
  /** M23: GPU utilization that counts as saturated. */
  gpuSaturatedPercent: 95,
  /** M23: share of the time above it. */
  gpuSaturatedShare: 0.5,
  /** M23: variation (standard deviation over mean) of the other metrics that proves a changing load. */
  loadVariation: 0.1,
  /** R03: how long at the maximum; as in kubernetes-mixin. */
  maxedOutMinutes: 15,
  /** R04: share of the time at the minimum. */
  pinnedAtMinShare: 0.95,
  /** R04, R13: history that is needed to judge habits. */
  habitDays: 7,
  /** R06: how long the scale-up rate may hold back; three passes. */
  scaleUpLimitedSeconds: 45,
  /** R07: how long the scale-down rate may hold back. */
  scaleDownLimitedMinutes: 15,
  /** R09: changes of direction. */
  flappingChanges: 4,
  /** R09: the time they are counted over. */
  flappingMinutes: 60,
  /** R10: the scale-down window over the start-up time. */
  windowStartUpFactor: 2,
  /** R13: autocorrelation at a day. */
  seasonalCorrelation: 0.5,
  /** R13: share of the ramps that began over the target. */
  breachedRampShare: 0.2,
  /** R14: how long desired may differ from current; as in kubernetes-mixin. */
  stuckMinutes: 15,
  /** R17: CPU of a starting pod over that of a warm one. */
  startUpCpuRatio: 2,
  /** R20: how long failures of a KEDA scaler count. */
  kedaErrorMinutes: 5,
  /** Z04: how long a client waits for a first answer. */
  clientTimeoutSeconds: 30,
  /** C01: how long a pod may be Pending. */
  pendingMinutes: 2,
  /** C09: from creation to Ready, 90th percentile. */
  slowStartSeconds: 120,
  /** C12: how soon after a scale-down a restart counts as its consequence. */
  restartAfterScaleDownMinutes: 10,
  /** D04: how long a budget may allow nothing. */
  budgetBlockedMinutes: 30,
  /** V03: how long a VPA may have no recommendation. */
  noRecommendationMinutes: 10,
  /** V06: difference of request and target that a mode Off or Initial leaves standing. */
  recommendationDriftShare: 0.1,
  /** V09: age of the admission controller's lease, as the updater asks for. */
  admissionLeaseSeconds: 60,
  /** V10: evictions of the agent's pods. */
  repeatedEvictions: 2,
  /** V10: the time they are counted over. */
  evictionWindowMinutes: 60,
  /** V11: how long a pod may stay outside of its bounds. */
  evictionBlockedHours: 12,
  /** V14: limit over request. */
  limitRatio: 10,
  /** V18: how long a resize may be deferred. */
  resizeDeferredMinutes: 5,
  /** V18: how long a resize may be in progress. */
  resizeInProgressMinutes: 60,
  /** V19: OOM kills. */
  oomKills: 3,
  /** V19: the time they are counted over. */
  oomHours: 24,
  /** V25: age of a checkpoint while pods run. */
  staleCheckpointMinutes: 10,
  /** V27: upper bound over lower bound. */
  wideBoundsRatio: 5,
};

export type DiagnosisThresholds = typeof DEFAULT_DIAGNOSIS_THRESHOLDS;

/**
 * Fills what is not given with {@link DEFAULT_DIAGNOSIS_THRESHOLDS}.
 *
 * @throws {@link AutoscalingInputError} for an unknown threshold, or one that is negative or not finite
 */
export function resolveThresholds(
  input: Partial<DiagnosisThresholds> = {},
): DiagnosisThresholds {
  for (const [name, value] of Object.entries(input)) {
    const field = `thresholds.${name}`;
    if (!Object.hasOwn(DEFAULT_DIAGNOSIS_THRESHOLDS, name)) {
      throw new AutoscalingInputError({
        field,
        problem: 'is not a threshold',
        remedy: `use one of ${Object.keys(DEFAULT_DIAGNOSIS_THRESHOLDS).join(
          ', ',
        )}`,
      });
    }
    if (!Number.isFinite(value) || value < 0) {
      throw new AutoscalingInputError({
        field,
        problem: `${value} is not a non-negative number`,
        remedy: 'give a number of the unit in its name, or leave it out',
      });
    }
  }
  return { ...DEFAULT_DIAGNOSIS_THRESHOLDS, ...input };
}
