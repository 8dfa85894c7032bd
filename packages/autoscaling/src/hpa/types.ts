/**
 * Shapes of the Horizontal Pod Autoscaler as it travels in `autoscaling/v2` JSON, and of what one reconcile pass sees,
 * remembers and answers.
 *
 * Units: instants are milliseconds since the epoch, durations end in `Seconds` or `Ms`, and every amount of a metric or
 * a resource is an integer number of thousandths (`milli`), because that is what the controller computes with.
 */

import type { LabelSelector } from '../labelSelector';

/** A Kubernetes quantity as it travels in JSON: `500m`, `1Gi`, `2`. */
export type QuantityText = string | number;

/** `spec.scaleTargetRef` and `object.describedObject`. */
export interface CrossVersionObjectReference {
  apiVersion?: string;
  kind: string;
  name: string;
}

export interface MetricIdentifier {
  name: string;
  selector?: LabelSelector;
}

export interface MetricTarget {
  type: 'Utilization' | 'Value' | 'AverageValue' | (string & {});
  /** Whole percent of the request. */
  averageUtilization?: number;
  averageValue?: QuantityText;
  value?: QuantityText;
}

export interface MetricSpec {
  type:
    | 'Resource'
    | 'ContainerResource'
    | 'Pods'
    | 'Object'
    | 'External'
    | (string & {});
  resource?: { name: string; target: MetricTarget };
  containerResource?: { name: string; container: string; target: MetricTarget };
  pods?: { metric: MetricIdentifier; target: MetricTarget };
  object?: {
    describedObject: CrossVersionObjectReference;
    metric: MetricIdentifier;
    target: MetricTarget;
  };
  external?: { metric: MetricIdentifier; target: MetricTarget };
}

export interface ScalingPolicy {
  type: 'Pods' | 'Percent' | (string & {});
  value: number;
  periodSeconds: number;
}

export interface ScalingRules {
  stabilizationWindowSeconds?: number;
  selectPolicy?: 'Max' | 'Min' | 'Disabled' | (string & {});
  policies?: ScalingPolicy[];
  /** Ratio, for example `0.05`; needs HPAConfigurableTolerance. */
  tolerance?: QuantityText;
}

export interface HpaBehavior {
  scaleUp?: ScalingRules;
  scaleDown?: ScalingRules;
}

export interface HpaSpec {
  scaleTargetRef: CrossVersionObjectReference;
  minReplicas?: number;
  maxReplicas: number;
  metrics?: MetricSpec[];
  behavior?: HpaBehavior;
}

export type HpaConditionType =
  | 'AbleToScale'
  | 'ScalingActive'
  | 'ScalingLimited'
  | 'ScaledToZero';

export interface HpaCondition {
  type: HpaConditionType | (string & {});
  status: 'True' | 'False' | 'Unknown' | (string & {});
  /** ISO 8601, to the second. */
  lastTransitionTime?: string;
  reason?: string;
  message?: string;
}

export interface MetricValueStatus {
  value?: string;
  averageValue?: string;
  averageUtilization?: number;
}

/** One entry of `status.currentMetrics`; `type` is empty for a metric that could not be read, as the controller writes it. */
export interface MetricStatus {
  type: string;
  resource?: { name: string; current: MetricValueStatus };
  containerResource?: {
    name: string;
    container: string;
    current: MetricValueStatus;
  };
  pods?: { metric: MetricIdentifier; current: MetricValueStatus };
  object?: {
    describedObject: CrossVersionObjectReference;
    metric: MetricIdentifier;
    current: MetricValueStatus;
  };
  external?: { metric: MetricIdentifier; current: MetricValueStatus };
}

export interface HpaStatus {
  observedGeneration?: number;
  /** ISO 8601, to the second. */
  lastScaleTime?: string;
  currentReplicas?: number;
  desiredReplicas?: number;
  currentMetrics?: MetricStatus[] | null;
  conditions?: HpaCondition[] | null;
}

/** An `autoscaling/v2` HorizontalPodAutoscaler, reduced to what the controller reads. */
export interface HorizontalPodAutoscaler {
  metadata: { name: string; namespace?: string; generation?: number };
  spec: HpaSpec;
  status?: HpaStatus;
}

/** The answer of something that can fail without that being exceptional: a value, or the reason why there is none. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** The scale subresource of the target. */
export interface ScaleObservation {
  specReplicas: number;
  statusReplicas: number;
  /** `scale.status.selector` in its text form; empty when the target does not publish one. */
  selector: string;
}

export interface ContainerObservation {
  name: string;
  /** Requests in milli, keyed by resource name; a resource that is not requested is absent. */
  requests: Readonly<Record<string, number>>;
  /** An init container with `restartPolicy: Always` (a sidecar). Other init containers are left out. */
  restartableInit?: boolean;
}

/** What the controller looks at in a pod. */
export interface PodObservation {
  name: string;
  phase:
    | 'Pending'
    | 'Running'
    | 'Succeeded'
    | 'Failed'
    | 'Unknown'
    | (string & {});
  /** Set while the pod is being deleted. */
  deletionTimestamp?: number;
  startTime?: number;
  /** The `Ready` condition, if the pod has one. */
  ready?: {
    status: 'True' | 'False' | 'Unknown' | (string & {});
    lastTransitionTime: number;
  };
  containers: readonly ContainerObservation[];
  /** Pod-level requests (`spec.resources.requests`) in milli; read only with the gate `podLevelResources`. */
  podRequests?: Readonly<Record<string, number>>;
}

/** One item of metrics.k8s.io `PodMetrics`. */
export interface PodResourceSample {
  pod: string;
  timestamp: number;
  windowMs: number;
  /** Usage in milli, keyed by resource name. */
  containers: readonly {
    name: string;
    usage: Readonly<Record<string, number>>;
  }[];
}

/** One item of custom.metrics.k8s.io for a pod. */
export interface PodMetricSample {
  pod: string;
  timestamp: number;
  /** Default: 60 000, as the controller assumes when the API gives none. */
  windowMs?: number;
  /** Milli. */
  value: number;
}

/** One value of custom.metrics.k8s.io for an object, or one series of external.metrics.k8s.io. */
export interface MetricSample {
  timestamp: number;
  /** Milli. */
  value: number;
}

/**
 * The three metrics APIs as one pass sees them. Synchronous: read ahead what the HPA names, then call
 * {@link reconcileHpa}. An error is the text of the API's answer; an empty list is an answer without items.
 */
export interface MetricsReader {
  /** metrics.k8s.io for the pods that the scale selector matches. */
  resourceMetrics(): Answer<readonly PodResourceSample[]>;
  podsMetric(query: {
    metric: MetricIdentifier;
  }): Answer<readonly PodMetricSample[]>;
  objectMetric(query: {
    metric: MetricIdentifier;
    describedObject: CrossVersionObjectReference;
  }): Answer<MetricSample>;
  externalMetric(query: {
    metric: MetricIdentifier;
  }): Answer<readonly MetricSample[]>;
}

/** Everything one pass sees. */
export interface HpaObservation {
  now: number;
  /** With the status that the previous pass wrote: conditions and `lastScaleTime` continue from it. */
  hpa: HorizontalPodAutoscaler;
  scale: Answer<ScaleObservation>;
  /** Pods of the namespace that `scale.selector` matches, in list order. */
  pods: readonly PodObservation[];
  metrics: MetricsReader;
  /** HPAs (this one included) whose selectors match any of `pods`; two or more stop all of them. Default: only this one. */
  selectingHpas?: readonly { namespace: string; name: string }[];
}

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

export interface HpaEvent {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
}

/** Replicas one metric asks for, with the numbers it was computed from. */
export type MetricProposal =
  | {
      ok: true;
      /** Index in `spec.metrics`. */
      index: number;
      /** As it is written in messages: `cpu resource utilization (percentage of request)`. */
      metricName: string;
      replicas: number;
      calculation: MetricCalculation;
    }
  | {
      ok: false;
      index: number;
      metricName: string;
      /** Reason of the condition: `FailedGetResourceMetric`. */
      reason: string;
      message: string;
    };

/** How a proposal came about; for explanations. Amounts are milli, utilisation is whole percent. */
export interface MetricCalculation {
  kind: 'utilization' | 'average' | 'value' | 'perPod';
  /** Percent for `utilization`, milli otherwise. */
  usage: number;
  /** Percent for `utilization`, milli otherwise. */
  target: number;
  /** The ratio of usage to target that decided, after missing and unready pods were filled in. */
  ratio: number;
  /** The ratio before that. */
  rawRatio: number;
  /** What the ratio was multiplied with. */
  podCount: number;
  readyPods: number;
  unreadyPods: readonly string[];
  missingPods: readonly string[];
  ignoredPods: readonly string[];
  tolerance: { up: number; down: number };
  /** Why the current number was kept, if it was. */
  held?: 'withinTolerance' | 'directionWouldFlip' | 'sampleCountWouldFlip';
}

/** The steps of one decision, in order, as data; {@link explainDecision} turns it into words. */
export interface HpaExplanation {
  branch:
    | 'scaleUnavailable'
    | 'scalingDisabled'
    | 'aboveMax'
    | 'belowMin'
    | 'metricsUnavailable'
    | 'metrics';
  currentReplicas?: number;
  minReplicas: number;
  maxReplicas: number;
  proposals: readonly MetricProposal[];
  /** What the metrics ask for together. */
  metricDesiredReplicas?: number;
  /** Name of the metric that asked for most. */
  decidingMetric?: string;
  stabilization?: {
    desiredReplicas: number;
    reason: 'ReadyForNewScale' | 'ScaleDownStabilized' | 'ScaleUpStabilized';
    /** Seconds; the up window is 0 without `behavior`. */
    upWindowSeconds: number;
    downWindowSeconds: number;
  };
  limit?: {
    desiredReplicas: number;
    reason:
      | 'DesiredWithinRange'
      | 'TooManyReplicas'
      | 'TooFewReplicas'
      | 'ScaleUpLimit'
      | 'ScaleDownLimit';
  };
  rescaleReason?: string;
  /** Text of the error that stopped the pass, if one did. */
  error?: string;
}

/** The answer of one pass. */
export interface HpaReconcileResult {
  /** What the scale should be; equals the current number when nothing changes, 0 when the scale could not be read. */
  desiredReplicas: number;
  /** Write `desiredReplicas` to the scale subresource. When that fails, pass the result to {@link withFailedScaleUpdate}. */
  rescale: boolean;
  /** The whole new status. */
  status: HpaStatus;
  events: readonly HpaEvent[];
  memory: HpaMemory;
  explanation: HpaExplanation;
}

/** What a caller may change of {@link HpaOptions}. */
export type HpaOptionsInput = Partial<Omit<HpaOptions, 'features'>> & {
  features?: Partial<HpaFeatures>;
};

/**
 * One pass of the HPA controller as a pure function (`reconcileHpa`).
 * `memory` is the previous result's, or `undefined` for an HPA that is seen for the first time.
 */
export type ReconcileHpa = (
  observation: HpaObservation,
  memory?: HpaMemory,
  options?: HpaOptionsInput,
) => HpaReconcileResult;

/** The result to use instead when writing the scale failed (`withFailedScaleUpdate`): FailedRescale, FailedUpdateScale, no scale event. */
export type WithFailedScaleUpdate = (
  result: HpaReconcileResult,
  observation: HpaObservation,
  memory: HpaMemory | undefined,
  error: string,
) => HpaReconcileResult;
