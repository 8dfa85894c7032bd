import type { Tolerances } from '../tolerance';
import type {
  HpaOptions,
  HorizontalPodAutoscaler,
  MetricCalculation,
  MetricsReader,
  PodObservation,
} from '../types';

/** What every metric of one HPA is computed from. */
export interface MetricContext {
  now: number;
  hpa: HorizontalPodAutoscaler;
  pods: readonly PodObservation[];
  metrics: MetricsReader;
  /** `scale.spec.replicas`. */
  currentReplicas: number;
  /** `scale.status.replicas`; only per-pod targets of Object and External metrics read it. */
  statusReplicas: number;
  tolerances: Tolerances;
  options: HpaOptions;
}

/** Replicas that one metric asks for. */
export interface ReplicaCount {
  replicas: number;
  calculation: MetricCalculation;
}
