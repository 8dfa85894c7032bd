/** The HorizontalPodAutoscaler as it travels in `autoscaling/v2` JSON. */
import type { LabelSelector } from '../../labelSelector';

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
