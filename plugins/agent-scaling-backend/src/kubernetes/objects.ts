import type { HpaSpec, HpaStatus, LabelSelector } from '@suoke/autoscaling';
import type { CachedObject } from '@suoke/kubernetes-cache';

/** The fields of Kubernetes objects that this plugin reads. Everything a cluster may leave out is optional. */

export interface KubernetesCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

/** As written in the object: `500m`, `4Gi`, or a bare number in hand-made YAML. */
export type ResourceList = Record<string, string | number>;

export interface TargetReference {
  apiVersion?: string;
  kind?: string;
  name: string;
}

export interface ContainerTemplate {
  name: string;
  image?: string;
  restartPolicy?: string;
  resources?: { requests?: ResourceList; limits?: ResourceList };
}

export interface Deployment extends CachedObject {
  spec?: {
    replicas?: number;
    paused?: boolean;
    selector?: LabelSelector;
    strategy?: {
      type?: string;
      rollingUpdate?: {
        maxSurge?: number | string;
        maxUnavailable?: number | string;
      };
    };
    template?: {
      metadata?: { labels?: Record<string, string> };
      spec?: { containers?: ContainerTemplate[] };
    };
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    readyReplicas?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    unavailableReplicas?: number;
    conditions?: KubernetesCondition[];
  };
}

export interface ReplicaSet extends CachedObject {
  spec?: { replicas?: number };
  status?: { replicas?: number; conditions?: KubernetesCondition[] };
}

export interface ContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string; message?: string };
    running?: { startedAt?: string };
    terminated?: TerminatedState;
  };
  lastState?: { terminated?: TerminatedState };
}

export interface TerminatedState {
  reason?: string;
  message?: string;
  exitCode?: number;
  finishedAt?: string;
}

export interface Pod extends CachedObject {
  spec?: {
    nodeName?: string;
    containers?: ContainerTemplate[];
    initContainers?: ContainerTemplate[];
  };
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    startTime?: string;
    conditions?: KubernetesCondition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

export interface Hpa extends CachedObject {
  spec: HpaSpec;
  status?: HpaStatus;
}

export interface Vpa extends CachedObject {
  spec?: {
    targetRef?: TargetReference;
    updatePolicy?: { updateMode?: string; minReplicas?: number };
    resourcePolicy?: {
      containerPolicies?: {
        containerName?: string;
        mode?: string;
        controlledResources?: string[];
        controlledValues?: string;
        minAllowed?: ResourceList;
        maxAllowed?: ResourceList;
      }[];
    };
  };
  status?: {
    conditions?: KubernetesCondition[];
    recommendation?: {
      containerRecommendations?: {
        containerName: string;
        lowerBound?: ResourceList;
        target?: ResourceList;
        upperBound?: ResourceList;
        uncappedTarget?: ResourceList;
      }[];
    };
  };
}

export interface ScaledObject extends CachedObject {
  spec?: {
    scaleTargetRef?: TargetReference;
    minReplicaCount?: number;
    maxReplicaCount?: number;
    idleReplicaCount?: number;
    pollingInterval?: number;
    cooldownPeriod?: number;
    fallback?: { failureThreshold: number; replicas: number };
    triggers?: {
      type: string;
      name?: string;
      metricType?: string;
      metadata?: Record<string, string>;
    }[];
  };
  status?: {
    hpaName?: string;
    lastActiveTime?: string;
    externalMetricNames?: string[];
    conditions?: KubernetesCondition[];
  };
}

export interface PodDisruptionBudget extends CachedObject {
  spec?: {
    minAvailable?: number | string;
    maxUnavailable?: number | string;
    selector?: LabelSelector;
  };
  status?: {
    disruptionsAllowed?: number;
    currentHealthy?: number;
    desiredHealthy?: number;
    expectedPods?: number;
  };
}

/** `v1` Event; clusters also write the newer `eventTime`, `series` and `reportingController` into it. */
export interface KubernetesEvent extends CachedObject {
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  firstTimestamp?: string | null;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string };
  source?: { component?: string };
  reportingComponent?: string;
  involvedObject?: {
    apiVersion?: string;
    kind?: string;
    namespace?: string;
    name?: string;
    uid?: string;
  };
}
