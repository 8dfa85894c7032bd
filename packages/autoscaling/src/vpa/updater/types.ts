import type {
  ContainerRecommendation,
  ResourceQuantities,
  VpaSpec,
} from '../types';

/** What the updater looks at in a container. */
export interface UpdaterContainer {
  name: string;
  /** In effect: from the container's status where it tells them, else from the spec. */
  requests?: ResourceQuantities;
  limits?: ResourceQuantities;
  /** `lastState.terminated`. */
  lastTermination?: { reason: string; startedAt: number; finishedAt: number };
}

export interface UpdaterPod {
  name: string;
  phase: string;
  startTime?: number;
  containers: readonly UpdaterContainer[];
  /** Annotation `vpaObservedContainers`; absent when the pod has none. */
  observedContainers?: readonly string[];
  /** A resize in place that was asked for and is not done. */
  resize?: { state: 'Deferred' | 'Infeasible' | 'InProgress'; since: number };
  /** Applying the recommendation would change the pod's QoS class, which a resize cannot. */
  qosWouldChange?: boolean;
}

/** Everything one pass of the updater sees of one VPA. */
export interface UpdaterObservation {
  now: number;
  vpa: {
    spec: VpaSpec;
    containerRecommendations: readonly ContainerRecommendation[];
  };
  /** Live pods of the target. */
  pods: readonly UpdaterPod[];
  /** `spec.replicas` of the target. */
  configuredReplicas: number;
  /** When the admission controller last renewed its lease; without it no pod is evicted. */
  admissionLeaseRenewedAt?: number;
  /** `status.disruptionsAllowed` of the PDB that selects the pods; absent without a PDB. */
  disruptionsAllowed?: number;
}
