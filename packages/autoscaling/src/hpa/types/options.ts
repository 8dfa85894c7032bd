/** What a controller was started with. */

/** Feature gates and behaviours that depend on the Kubernetes version. */
export interface HpaFeatures {
  /** `isWithin` since 1.33, `absolute` (`abs(1 - ratio) <= tolerance`) before. */
  toleranceTest: 'isWithin' | 'absolute';
  /** HPAConfigurableTolerance: `behavior.*.tolerance` is read. */
  configurableTolerance: boolean;
  /**
   * HPAScaleToZero: `off`; `replicas` (before 1.36: a target at 0 with `minReplicas: 0` is woken, whoever put it there);
   * `condition` (since 1.36: only a target that the HPA itself put to 0 is woken).
   */
  scaleToZero: 'off' | 'replicas' | 'condition';
  /** PodLevelResources: `spec.resources.requests` counts instead of the containers' requests. */
  podLevelResources: boolean;
  /** HPAGeneration: `status.observedGeneration` is written. */
  observedGeneration: boolean;
  /** Pods that do not count at all besides deleted ones: `failed`, or `terminal` (Failed and Succeeded) as the newest controllers do. */
  ignoredPhases: 'failed' | 'terminal';
}

/** Flags of kube-controller-manager and version switches; {@link DEFAULT_HPA_OPTIONS} has the production values. */
export interface HpaOptions {
  /** `--horizontal-pod-autoscaler-tolerance`. */
  tolerance: number;
  /** `--horizontal-pod-autoscaler-downscale-stabilization`. */
  downscaleStabilizationSeconds: number;
  /** `--horizontal-pod-autoscaler-cpu-initialization-period`. */
  cpuInitializationPeriodSeconds: number;
  /** `--horizontal-pod-autoscaler-initial-readiness-delay`. */
  initialReadinessDelaySeconds: number;
  /** `scaleUpLimitFactor` of the path without `spec.behavior`. */
  scaleUpLimitFactor: number;
  /** `scaleUpLimitMinimum` of the path without `spec.behavior`. */
  scaleUpLimitMinimum: number;
  features: HpaFeatures;
}

/** What a caller may change of {@link HpaOptions}. */
export type HpaOptionsInput = Partial<Omit<HpaOptions, 'features'>> & {
  features?: Partial<HpaFeatures>;
};
