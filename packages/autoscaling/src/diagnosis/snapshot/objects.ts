/**
 * Kubernetes objects as the APIs serve them, reduced to what the rules read. Everything a cluster or a cache may leave out is optional.
 * Instants inside of objects stay ISO 8601, as they travel.
 */
import type { HpaSpec, HpaStatus, QuantityText } from '../../hpa/types';
import type { LabelSelector } from '../../labelSelector';
import type {
  ContainerRecommendation,
  VpaCheckpointStatus,
  VpaSpec,
} from '../../vpa';

export type SnapshotQuantities = Record<string, QuantityText>;

export interface SnapshotCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

export interface OwnerReference {
  apiVersion?: string;
  kind: string;
  name: string;
  uid?: string;
  controller?: boolean;
}

export interface ManagedFieldsEntry {
  manager?: string;
  operation?: string;
  subresource?: string;
  time?: string;
  /** `{ 'f:spec': { 'f:replicas': {} } }`. */
  fieldsV1?: Record<string, unknown>;
}

export interface SnapshotObject {
  apiVersion?: string;
  kind?: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    generation?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    ownerReferences?: OwnerReference[];
    managedFields?: ManagedFieldsEntry[];
  };
}

export interface SnapshotTargetReference {
  apiVersion?: string;
  kind?: string;
  name: string;
}

export interface SnapshotHpa extends SnapshotObject {
  spec: HpaSpec;
  status?: HpaStatus;
}

export interface SnapshotContainer {
  name: string;
  image?: string;
  restartPolicy?: string;
  command?: string[];
  args?: string[];
  env?: { name: string; value?: string }[];
  resources?: { requests?: SnapshotQuantities; limits?: SnapshotQuantities };
  readinessProbe?: object;
}

export interface SnapshotToleration {
  key?: string;
  operator?: string;
  value?: string;
  effect?: string;
}

/** Part of `spec.affinity.podAntiAffinity`. */
export interface SnapshotPodAffinityTerm {
  topologyKey: string;
  labelSelector?: LabelSelector;
}

export interface SnapshotPodTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: {
    containers?: SnapshotContainer[];
    initContainers?: SnapshotContainer[];
    /** Requests of the pod as a whole. */
    resources?: { requests?: SnapshotQuantities };
    volumes?: {
      name: string;
      persistentVolumeClaim?: { claimName: string };
    }[];
    tolerations?: SnapshotToleration[];
    nodeSelector?: Record<string, string>;
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: SnapshotPodAffinityTerm[];
      };
    };
  };
}

/** A Deployment, or whatever else the HPA scales. */
export interface SnapshotWorkload extends SnapshotObject {
  spec?: {
    replicas?: number;
    selector?: LabelSelector;
    template?: SnapshotPodTemplate;
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
    conditions?: SnapshotCondition[];
  };
}

export interface SnapshotReplicaSet extends SnapshotObject {
  status?: { replicas?: number; conditions?: SnapshotCondition[] };
}

export interface TerminatedContainer {
  reason?: string;
  exitCode?: number;
  finishedAt?: string;
}

export interface SnapshotContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string; message?: string };
    terminated?: TerminatedContainer;
  };
  lastState?: { terminated?: TerminatedContainer };
}

export interface SnapshotPod extends SnapshotObject {
  spec?: {
    nodeName?: string;
    containers?: SnapshotContainer[];
    initContainers?: SnapshotContainer[];
  };
  status?: {
    phase?: string;
    startTime?: string;
    conditions?: SnapshotCondition[];
    containerStatuses?: SnapshotContainerStatus[];
    initContainerStatuses?: SnapshotContainerStatus[];
  };
}

export interface SnapshotVpa extends SnapshotObject {
  spec: VpaSpec;
  status?: {
    conditions?: SnapshotCondition[];
    recommendation?: {
      containerRecommendations?: (Pick<
        ContainerRecommendation,
        'containerName'
      > &
        Partial<ContainerRecommendation>)[];
    };
  };
}

export interface SnapshotVpaCheckpoint extends SnapshotObject {
  spec: { vpaObjectName: string; containerName: string };
  status?: VpaCheckpointStatus;
}

export interface SnapshotScaledObject extends SnapshotObject {
  spec?: {
    scaleTargetRef?: SnapshotTargetReference;
    minReplicaCount?: number;
    maxReplicaCount?: number;
    idleReplicaCount?: number;
    cooldownPeriod?: number;
    fallback?: { failureThreshold: number; replicas: number };
    advanced?: { horizontalPodAutoscalerConfig?: { name?: string } };
    triggers?: { type: string; name?: string }[];
  };
  status?: { conditions?: SnapshotCondition[] };
}

export interface SnapshotDisruptionBudget extends SnapshotObject {
  spec?: {
    minAvailable?: number | string;
    maxUnavailable?: number | string;
    selector?: LabelSelector;
    unhealthyPodEvictionPolicy?: string;
  };
  status?: {
    disruptionsAllowed?: number;
    currentHealthy?: number;
    desiredHealthy?: number;
    expectedPods?: number;
    conditions?: SnapshotCondition[];
  };
}

export interface SnapshotResourceQuota extends SnapshotObject {
  spec?: { hard?: SnapshotQuantities };
  status?: { hard?: SnapshotQuantities; used?: SnapshotQuantities };
}

export interface SnapshotNode extends SnapshotObject {
  spec?: {
    unschedulable?: boolean;
    taints?: { key: string; value?: string; effect: string }[];
  };
  status?: { allocatable?: SnapshotQuantities };
}

export interface SnapshotApiService extends SnapshotObject {
  spec?: { service?: { name?: string; namespace?: string } | null };
  status?: { conditions?: SnapshotCondition[] };
}

/** A `v1` Event. */
export interface SnapshotEvent {
  metadata?: { name?: string; creationTimestamp?: string };
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string };
  involvedObject?: { kind?: string; namespace?: string; name?: string };
}

export interface SnapshotVolumeClaim extends SnapshotObject {
  spec?: { accessModes?: string[] };
}
