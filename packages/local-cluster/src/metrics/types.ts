/** What the three metrics APIs serve; implemented by the simulated workloads. Quantities are Kubernetes quantities. */
export interface MetricsSource {
  /** metrics.k8s.io pods. Pods without a sample are absent. */
  podMetrics(options?: { namespace?: string }): PodMetrics[];
  /** metrics.k8s.io nodes. */
  nodeMetrics(): NodeMetrics[];
  /** Names of the custom metrics that are served now, per described resource. */
  customMetricNames(): {
    resource: string;
    namespaced: boolean;
    name: string;
  }[];
  /** custom.metrics.k8s.io values of one metric for the named objects. */
  customMetric(query: {
    metric: string;
    namespace: string;
    resource: string;
    names: string[];
  }): MetricValue[];
  externalMetricNames(): string[];
  /** external.metrics.k8s.io series of one metric. */
  externalMetric(query: {
    metric: string;
    namespace: string;
    labelSelector?: string;
  }): { labels: Record<string, string>; value: string; timestamp: string }[];
}

export interface PodMetrics {
  namespace: string;
  name: string;
  labels: Record<string, string>;
  /** End of the interval that was measured. */
  timestamp: string;
  windowSeconds: number;
  containers: { name: string; usage: { cpu: string; memory: string } }[];
}

export interface NodeMetrics {
  name: string;
  timestamp: string;
  windowSeconds: number;
  usage: { cpu: string; memory: string };
}

export interface MetricValue {
  name: string;
  value: string;
  timestamp: string;
  windowSeconds?: number;
}
