import { KubernetesObject } from '../kubernetes/KubernetesObject';
import {
  HpaManifest,
  HpaMetric,
  ScaledObjectManifest,
  ScalingRules,
  TargetReference,
} from '../kubernetes/manifestShapes';

/** A metric on a resource of the pods: what an HPA and a VPA can quarrel about. */
export interface ResourceMetric {
  /** Path of the metric in its manifest. */
  field: string;
  resource: string;
  /** Only of this container. */
  container?: string;
  targetType: 'Utilization' | 'AverageValue' | 'Value';
  /** Percent of the request, for `Utilization`. */
  percent?: number;
}

/** What the rules need of an HPA or a ScaledObject. */
export interface Autoscaler {
  object: KubernetesObject;
  target?: TargetReference;
  minField: string;
  /** As the API server would default it. */
  minReplicas: number;
  maxField: string;
  maxReplicas?: number;
  behaviorField: string;
  behavior?: { scaleUp?: ScalingRules; scaleDown?: ScalingRules };
  resourceMetrics: ResourceMetric[];
}

/** Reads an HPA. */
export function readHpa(hpa: HpaManifest): Autoscaler {
  return {
    object: hpa,
    target: hpa.spec?.scaleTargetRef,
    minField: 'spec.minReplicas',
    minReplicas: hpa.spec?.minReplicas ?? 1,
    maxField: 'spec.maxReplicas',
    maxReplicas: hpa.spec?.maxReplicas,
    behaviorField: 'spec.behavior',
    behavior: hpa.spec?.behavior,
    resourceMetrics: (hpa.spec?.metrics ?? []).flatMap((metric, index) =>
      readResourceMetric(metric, `spec.metrics[${index}]`),
    ),
  };
}

/** Reads a ScaledObject; its minimum of zero is KEDA's own doing and not the HPA's. */
export function readScaledObject(scaled: ScaledObjectManifest): Autoscaler {
  const target = scaled.spec?.scaleTargetRef;
  return {
    object: scaled,
    target: target && { apiVersion: 'apps/v1', kind: 'Deployment', ...target },
    minField: 'spec.minReplicaCount',
    minReplicas: scaled.spec?.minReplicaCount ?? 0,
    maxField: 'spec.maxReplicaCount',
    maxReplicas: scaled.spec?.maxReplicaCount ?? 100,
    behaviorField: 'spec.advanced.horizontalPodAutoscalerConfig.behavior',
    behavior: scaled.spec?.advanced?.horizontalPodAutoscalerConfig?.behavior,
    resourceMetrics: (scaled.spec?.triggers ?? []).flatMap((trigger, index) => {
      if (trigger.type !== 'cpu' && trigger.type !== 'memory') return [];
      const isUtilization = trigger.metricType !== 'AverageValue';
      return [
        {
          field: `spec.triggers[${index}]`,
          resource: trigger.type,
          container: trigger.metadata?.containerName,
          targetType: isUtilization ? 'Utilization' : 'AverageValue',
          percent: isUtilization ? Number(trigger.metadata?.value) : undefined,
        },
      ];
    }),
  };
}

function readResourceMetric(
  metric: HpaMetric,
  field: string,
): ResourceMetric[] {
  const source =
    metric.type === 'ContainerResource'
      ? metric.containerResource
      : metric.resource;
  if (!source || !['Resource', 'ContainerResource'].includes(metric.type ?? ''))
    return [];
  const part = metric.type === 'Resource' ? 'resource' : 'containerResource';
  return [
    {
      field: `${field}.${part}`,
      resource: source.name ?? '',
      container: metric.containerResource?.container,
      targetType:
        (source.target?.type as ResourceMetric['targetType']) ?? 'Utilization',
      percent: source.target?.averageUtilization,
    },
  ];
}
