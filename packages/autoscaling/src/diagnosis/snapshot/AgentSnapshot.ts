import type {
  ManagedFieldsEntry,
  SnapshotApiService,
  SnapshotDisruptionBudget,
  SnapshotEvent,
  SnapshotHpa,
  SnapshotNode,
  SnapshotObject,
  SnapshotPod,
  SnapshotPodTemplate,
  SnapshotReplicaSet,
  SnapshotResourceQuota,
  SnapshotScaledObject,
  SnapshotVolumeClaim,
  SnapshotVpa,
  SnapshotVpaCheckpoint,
  SnapshotWorkload,
} from './objects';

/**
 * What is known of one agent at one moment.
 *
 * @remarks
 * Absent means "not read": rules that need it are reported as not evaluated. An empty list (or `null` for the workload) means "read, and
 * there is none". Give what was really read; a cache that drops fields gives the cut object where this type says so, nowhere else.
 */
export interface AgentSnapshot {
  /** Every HPA that targets the agent's workload. */
  hpas?: readonly SnapshotHpa[];
  /** The scale target; `null` when it was looked for and does not exist. Its template may be cut to names, images and resources. */
  workload?: SnapshotWorkload | null;
  /** The whole pod template, with probes, volumes, affinity, tolerations, commands and arguments. */
  podTemplate?: SnapshotPodTemplate;
  /** `metadata.managedFields` of the workload; caches drop them from objects. */
  managedFields?: readonly ManagedFieldsEntry[];
  /** ReplicaSets that belong to the workload. */
  replicaSets?: readonly SnapshotReplicaSet[];
  /** Every pod that the workload's selector matches, whoever owns it. */
  pods?: readonly SnapshotPod[];
  /** Every VPA that targets the workload. */
  vpas?: readonly SnapshotVpa[];
  /** Checkpoints of those VPAs. */
  checkpoints?: readonly SnapshotVpaCheckpoint[];
  /** Every ScaledObject that targets the workload. */
  scaledObjects?: readonly SnapshotScaledObject[];
  /** Disruption budgets of the namespace. */
  disruptionBudgets?: readonly SnapshotDisruptionBudget[];
  /** Quotas of the namespace. */
  resourceQuotas?: readonly SnapshotResourceQuota[];
  /** All nodes of the cluster. */
  nodes?: readonly SnapshotNode[];
  /** APIServices of the cluster, at least those of `*metrics.k8s.io`. */
  apiServices?: readonly SnapshotApiService[];
  /** Events of the agent's objects. */
  events?: readonly SnapshotEvent[];
  /** How the VPA's admission webhook is doing; read it when there is a VPA. */
  vpaAdmission?: VpaAdmission;
  /** Volume claims of the namespace. */
  volumeClaims?: readonly SnapshotVolumeClaim[];
  /** What Git says: the objects of the agent's repository. */
  manifests?: readonly SnapshotManifest[];
  /** Samples and scale events of the past, oldest first. */
  history?: AgentHistorySnapshot;
  /** Usage per pod, any number of samples for each. */
  podUsage?: readonly PodUsageSnapshot[];
}

export interface VpaAdmission {
  /** Whether MutatingWebhookConfiguration `vpa-webhook-config` exists. */
  webhookConfigured: boolean;
  /** Ready endpoints of its Service, when they were read. */
  readyEndpoints?: number;
  /** `spec.renewTime` of Lease `vpa-admission-controller` in milliseconds; absent without a lease. */
  leaseRenewedAt?: number;
}

/** An object as it is written in a repository. */
export interface SnapshotManifest extends SnapshotObject {
  spec?: Record<string, unknown>;
}

export interface AgentHistorySnapshot {
  samples: readonly HistorySample[];
  scaleEvents: readonly HistoryScaleEvent[];
}

export interface HistorySample {
  /** Milliseconds since the epoch. */
  at: number;
  min?: number;
  max?: number;
  current: number;
  desired: number;
  ready: number;
  /** By {@link metricIdOf}: percent for a utilization target, else in the metric's unit. A metric without a value is absent. */
  metrics?: Readonly<Record<string, number>>;
  /** Of all pods together. */
  usage?: { cpuCores: number; memoryBytes: number };
}

export interface HistoryScaleEvent {
  /** Milliseconds since the epoch. */
  at: number;
  from?: number;
  to?: number;
  /** `Observed`: the replicas changed without a word from an autoscaler. */
  source?: 'Event' | 'Observed' | (string & {});
}

/** One item of metrics.k8s.io, summed over the pod's containers. */
export interface PodUsageSnapshot {
  pod: string;
  /** When it was measured: milliseconds since the epoch. */
  at: number;
  cpuCores: number;
  memoryBytes: number;
}

/** A part of the snapshot that a rule can ask for. */
export type SnapshotPart = keyof AgentSnapshot;
