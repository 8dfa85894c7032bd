/**
 * The fields of foreign manifests that the lint reads. Everything is optional, because a manifest under review may
 * lack any of it; the types of `kubernetes-models` were weighed and left out (22 MB installed, classes with validators)
 * for the sake of a package that a browser loads.
 */
import { KubernetesObject } from './KubernetesObject';

export type Quantity = string | number;
export type ResourceList = Record<string, Quantity>;

export interface Container {
  name?: string;
  image?: string;
  restartPolicy?: string;
  resources?: { requests?: ResourceList; limits?: ResourceList };
  readinessProbe?: object;
  [field: string]: unknown;
}

export interface PodTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: {
    containers?: Container[];
    initContainers?: Container[];
    [field: string]: unknown;
  };
}

export interface WorkloadManifest extends KubernetesObject {
  spec?: {
    replicas?: number;
    selector?: { matchLabels?: Record<string, string> };
    template?: PodTemplate;
    [field: string]: unknown;
  };
}

export interface TargetReference {
  apiVersion?: string;
  kind?: string;
  name?: string;
}

export interface MetricTarget {
  type?: string;
  averageUtilization?: number;
  averageValue?: Quantity;
  value?: Quantity;
}

export interface HpaMetric {
  type?: string;
  resource?: { name?: string; target?: MetricTarget };
  containerResource?: {
    name?: string;
    container?: string;
    target?: MetricTarget;
  };
  pods?: { metric?: { name?: string }; target?: MetricTarget };
  object?: { metric?: { name?: string }; target?: MetricTarget };
  external?: { metric?: { name?: string }; target?: MetricTarget };
}

export interface ScalingRules {
  stabilizationWindowSeconds?: number;
  selectPolicy?: string;
  policies?: { type?: string; value?: number; periodSeconds?: number }[];
}

export interface HpaManifest extends KubernetesObject {
  spec?: {
    scaleTargetRef?: TargetReference;
    minReplicas?: number;
    maxReplicas?: number;
    metrics?: HpaMetric[];
    behavior?: { scaleUp?: ScalingRules; scaleDown?: ScalingRules };
  };
}

export interface ScaledObjectManifest extends KubernetesObject {
  spec?: {
    scaleTargetRef?: TargetReference;
    minReplicaCount?: number;
    maxReplicaCount?: number;
    advanced?: {
      horizontalPodAutoscalerConfig?: {
        name?: string;
        behavior?: { scaleUp?: ScalingRules; scaleDown?: ScalingRules };
      };
    };
    triggers?: {
      type?: string;
      metricType?: string;
      metadata?: Record<string, string>;
    }[];
  };
}

export interface VpaContainerPolicy {
  containerName?: string;
  mode?: string;
  controlledResources?: string[];
  controlledValues?: string;
  minAllowed?: ResourceList;
  maxAllowed?: ResourceList;
}

export interface VpaManifest extends KubernetesObject {
  spec?: {
    targetRef?: TargetReference;
    updatePolicy?: { updateMode?: string };
    resourcePolicy?: { containerPolicies?: VpaContainerPolicy[] };
  };
}

export interface PdbManifest extends KubernetesObject {
  spec?: {
    minAvailable?: number | string;
    maxUnavailable?: number | string;
    selector?: { matchLabels?: Record<string, string> };
  };
}

export interface ResourceQuotaManifest extends KubernetesObject {
  spec?: { hard?: ResourceList };
}
