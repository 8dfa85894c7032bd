import { ClusterObject } from '../store/types';
import { Container, Deployment } from '../controllers/runtime/objects';

export const NAMESPACE = 'agents';

/** The namespace that the other fixtures live in. */
export function namespaceObject(
  annotations?: Record<string, string>,
): Partial<ClusterObject> {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: NAMESPACE, annotations } as ClusterObject['metadata'],
  };
}

/** A healthy agent: one container with a readiness probe that asks for half a core and 1Gi. */
export function agentDeployment(
  options: {
    name?: string;
    replicas?: number;
    image?: string;
    component?: string;
    annotations?: Record<string, string>;
    templateAnnotations?: Record<string, string>;
    container?: Partial<Container>;
    spec?: Partial<Deployment['spec']>;
  } = {},
): Partial<Deployment> {
  const { name = 'nova', component = 'agent' } = options;
  const labels = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/component': component,
    'ai.suoke.life/agent': name.replace(/-model-server.*$/, ''),
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace: NAMESPACE,
      labels,
      annotations: options.annotations,
    } as unknown as Deployment['metadata'],
    spec: {
      replicas: options.replicas ?? 2,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      },
      progressDeadlineSeconds: 600,
      template: {
        metadata: { labels, annotations: options.templateAnnotations },
        spec: {
          containers: [
            {
              name: 'agent',
              image: options.image ?? `suoke/${name}:v1.0.0`,
              readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 10 },
              resources: {
                requests: { cpu: '500m', memory: '1Gi' },
                limits: { cpu: '1', memory: '2Gi' },
              },
              ...options.container,
            },
          ],
        },
      },
      ...options.spec,
    },
  };
}

/** Scales an agent between 1 and 6 on cpu and on 20 requests per second and pod. */
export function agentHpa(
  options: {
    name?: string;
    min?: number;
    max?: number;
    metrics?: object[];
  } = {},
): Partial<ClusterObject> {
  const { name = 'nova', min = 1, max = 6 } = options;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace: NAMESPACE } as ClusterObject['metadata'],
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: min,
      maxReplicas: max,
      metrics: options.metrics ?? [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
        {
          type: 'Pods',
          pods: {
            metric: { name: 'nova_requests_per_second' },
            target: { type: 'AverageValue', averageValue: '20' },
          },
        },
      ],
    },
  };
}
