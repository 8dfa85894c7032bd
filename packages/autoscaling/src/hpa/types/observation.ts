/**
 * What one pass sees. Instants are milliseconds since the epoch, durations end in `Seconds` or `Ms`, and every amount of a
 * metric or a resource is an integer number of thousandths (`milli`), because that is what the controller computes with.
 */
import type {
  CrossVersionObjectReference,
  HorizontalPodAutoscaler,
  MetricIdentifier,
} from './api';

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
