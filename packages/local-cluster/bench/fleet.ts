import { ClusterObject, NodePool } from '../src';

export const PODS_PER_AGENT = 3;
export const NAMESPACE = 'bench';
const PODS_PER_NODE = 90;

/** Agents whose load keeps each of them at three pods, with an autoscaler and a Service each. */
export function fleet(agents: number): Partial<ClusterObject>[] {
  const objects: Partial<ClusterObject>[] = [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE } as ClusterObject['metadata'],
    },
  ];
  for (let index = 0; index < agents; index++) {
    objects.push(...agent(`agent-${index}`));
  }
  return objects;
}

function agent(name: string): Partial<ClusterObject>[] {
  const labels = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/component': 'agent',
    'app.kubernetes.io/part-of': 'bench',
    'ai.suoke.life/agent': name,
  };
  const metadata = { name, namespace: NAMESPACE, labels };
  const selector = { 'app.kubernetes.io/name': name };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        ...metadata,
        annotations: {
          'ai.suoke.life/load-rps': '52',
          'ai.suoke.life/load-day-amplitude': '0',
          'ai.suoke.life/load-burst-factor': '0',
        },
      } as unknown as ClusterObject['metadata'],
      spec: {
        replicas: PODS_PER_AGENT,
        selector: { matchLabels: selector },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: 'agent',
                image: 'suoke/bench-agent:v1.0.0',
                ports: [{ name: 'http', containerPort: 8080 }],
                readinessProbe: { httpGet: { path: '/readyz', port: 'http' } },
                resources: {
                  requests: { cpu: '100m', memory: '128Mi' },
                  limits: { cpu: '200m', memory: '256Mi' },
                },
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata as unknown as ClusterObject['metadata'],
      spec: { selector, ports: [{ port: 80, targetPort: 'http' }] },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: metadata as unknown as ClusterObject['metadata'],
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: PODS_PER_AGENT,
        maxReplicas: 2 * PODS_PER_AGENT,
        metrics: [
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
              metric: { name: 'bench_requests_per_second' },
              target: { type: 'AverageValue', averageValue: '20' },
            },
          },
        ],
      },
    },
  ];
}

/** Nodes with room for the fleet. */
export function nodePools(agents: number): NodePool[] {
  return [
    {
      name: 'bench',
      count: Math.ceil((agents * PODS_PER_AGENT) / PODS_PER_NODE) + 1,
      instanceType: 'bench',
      zones: ['local-a'],
      allocatable: { cpu: '32', memory: '64Gi' },
    },
  ];
}
