/** An image that any node can pull, and that does nothing at all. */
const PAUSE = 'registry.k8s.io/pause:3.10';

export const cpuMetric = {
  type: 'Resource',
  resource: {
    name: 'cpu',
    target: { type: 'Utilization', averageUtilization: 70 },
  },
};

export interface ObjectInNamespace {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

export function configMap(options: {
  namespace: string;
  name: string;
  labels?: Record<string, string>;
  data?: Record<string, string>;
}): ObjectInNamespace {
  const { namespace, name, labels, data } = options;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels },
    data,
  };
}

/** A Deployment whose pods need next to nothing. */
export function deployment(options: {
  namespace: string;
  name: string;
  replicas?: number;
  /** Annotations of the pods; changing them is a rollout. */
  podAnnotations?: Record<string, string>;
  /** Limits of the container, beside its small requests. */
  limits?: Record<string, string>;
  requests?: Record<string, string>;
  labels?: Record<string, string>;
  container?: string;
}): ObjectInNamespace {
  const { namespace, name, replicas = 1, container = 'pause' } = options;
  const { requests = { cpu: '1m', memory: '8Mi' }, limits } = options;
  const selector = { 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: options.labels },
    spec: {
      replicas,
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: selector, annotations: options.podAnnotations },
        spec: {
          terminationGracePeriodSeconds: 1,
          containers: [
            { name: container, image: PAUSE, resources: { requests, limits } },
          ],
        },
      },
    },
  };
}

export function hpa(options: {
  namespace: string;
  name: string;
  target: string;
  minReplicas?: number;
  maxReplicas?: number;
  metrics?: unknown[];
}): ObjectInNamespace {
  const { namespace, name, target } = options;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: target,
      },
      minReplicas: options.minReplicas ?? 1,
      maxReplicas: options.maxReplicas ?? 3,
      metrics: options.metrics ?? [cpuMetric],
    },
  };
}
