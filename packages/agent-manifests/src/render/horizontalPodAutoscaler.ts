import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { formatNumber } from '../kubernetes/quantity';
import { AgentSpec } from '../spec/AgentSpec';
import { ScalingSpec } from '../spec/scaling';
import { agentLabels } from './labels';

/** The HPA of an agent whose custom metric comes through the custom metrics API. */
export function renderHorizontalPodAutoscaler(
  spec: AgentSpec,
): KubernetesObject {
  const { scaling } = spec;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: agentLabels(spec),
    },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: spec.name,
      },
      minReplicas: scaling.minReplicas,
      maxReplicas: scaling.maxReplicas,
      metrics: renderMetrics(scaling),
      behavior: scaling.behavior,
    },
  };
}

function renderMetrics(scaling: ScalingSpec) {
  const utilization = (name: 'cpu' | 'memory', percent?: number) =>
    percent === undefined
      ? []
      : [
          {
            type: 'Resource',
            resource: {
              name,
              target: { type: 'Utilization', averageUtilization: percent },
            },
          },
        ];
  const { customMetric } = scaling;
  return [
    ...utilization('cpu', scaling.cpuTargetPercent),
    ...utilization('memory', scaling.memoryTargetPercent),
    ...(customMetric
      ? [
          {
            type: 'Pods',
            pods: {
              metric: { name: customMetric.name },
              target: {
                type: 'AverageValue',
                averageValue: formatNumber(customMetric.targetPerPod),
              },
            },
          },
        ]
      : []),
  ];
}
