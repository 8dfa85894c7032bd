import type {
  AgentKey,
  ResourceFreshness,
  ResourceQuantities,
  ScaleChange,
} from '@suoke/plugin-agent-scaling-common';
import type {
  Deployment,
  Hpa,
  KubernetesEvent,
  Pod,
  PodDisruptionBudget,
  ReplicaSet,
  ScaledObject,
  Vpa,
} from '../kubernetes/objects';

/** Everything that is known about one agent: what all other functions of this folder read. */
export interface AgentObjects {
  key: AgentKey;
  /** Absent when an autoscaler of the agent points at a workload that does not exist. */
  deployment?: Deployment;
  replicaSets: Pick<ReplicaSet, 'metadata' | 'status'>[];
  pods: Pod[];
  /** More than one is a fault; the first one is shown. */
  hpas: Hpa[];
  scaledObject?: ScaledObject;
  vpa?: Vpa;
  modelServer?: { deployment: Deployment; pods: Pod[] };
  entity?: AgentEntity;
  /** The last scale event that history remembers. */
  lastScale?: ScaleChange;
  cluster: ClusterContext;
}

/** What the catalog says about an agent. */
export interface AgentEntity {
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  /** Entity ref of the model that the agent depends on. */
  model?: string;
}

export interface ClusterContext {
  simulated: boolean;
  /** Of every watched resource type. */
  resources: ResourceFreshness[];
  /** Set while the cluster as a whole cannot be reached. */
  problem?: string;
}

/** What only a page about one agent needs. */
export interface AgentDetailObjects extends AgentObjects {
  disruptionBudgets: PodDisruptionBudget[];
  events: KubernetesEvent[];
  usage: ReadonlyMap<string, PodUsage>;
}

/** Usage of one pod as metrics.k8s.io sampled it. */
export interface PodUsage {
  at: string;
  containers: Record<string, ResourceQuantities>;
}
