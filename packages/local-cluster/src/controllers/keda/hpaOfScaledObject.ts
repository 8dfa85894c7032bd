import { ClusterObject } from '../../store/types';
import { controllerRef, draftMeta } from '../runtime/objects';

export const SCALED_OBJECT_LABEL = 'scaledobject.keda.sh/name';

interface Trigger {
  type: string;
  name?: string;
  metricType?: 'AverageValue' | 'Value' | 'Utilization';
  metadata?: Record<string, string>;
}

export interface ScaledObject extends ClusterObject {
  spec: {
    scaleTargetRef: { apiVersion?: string; kind?: string; name: string };
    minReplicaCount?: number;
    maxReplicaCount?: number;
    advanced?: {
      horizontalPodAutoscalerConfig?: { name?: string; behavior?: object };
    };
    triggers: Trigger[];
  };
}

/** KEDA's own defaults. */
const DEFAULT_MAX = 100;

// The name of the threshold differs from scaler to scaler.
const THRESHOLDS = [
  'threshold',
  'value',
  'targetValue',
  'listLength',
  'queueLength',
  'lagThreshold',
  'desiredReplicas',
];

function externalName(trigger: Trigger, index: number): string {
  const suffix = trigger.name ?? trigger.metadata?.metricName;
  return [`s${index}`, trigger.type, suffix].filter(Boolean).join('-');
}

function metricOf(trigger: Trigger, index: number, scaledObject: string) {
  const { type, metadata = {} } = trigger;
  if (type === 'cpu' || type === 'memory') {
    const target =
      trigger.metricType === 'AverageValue'
        ? { type: 'AverageValue', averageValue: metadata.value }
        : {
            type: 'Utilization',
            averageUtilization: Number(metadata.value),
          };
    return metadata.containerName
      ? {
          type: 'ContainerResource',
          containerResource: {
            name: type,
            container: metadata.containerName,
            target,
          },
        }
      : { type: 'Resource', resource: { name: type, target } };
  }
  const key = THRESHOLDS.find(one => metadata[one] !== undefined);
  const threshold = key ? metadata[key] : '1';
  return {
    type: 'External',
    external: {
      metric: {
        name: externalName(trigger, index),
        selector: { matchLabels: { [SCALED_OBJECT_LABEL]: scaledObject } },
      },
      target:
        trigger.metricType === 'Value'
          ? { type: 'Value', value: threshold }
          : { type: 'AverageValue', averageValue: threshold },
    },
  };
}

/** The HPA that KEDA keeps for a ScaledObject. A minimum of 0 is 1 there: KEDA itself goes between 0 and 1. */
export function hpaOfScaledObject(
  scaledObject: ScaledObject,
): Partial<ClusterObject> {
  const { name, namespace } = scaledObject.metadata;
  const { scaleTargetRef, minReplicaCount, maxReplicaCount, advanced } =
    scaledObject.spec;
  const config = advanced?.horizontalPodAutoscalerConfig;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: draftMeta({
      name: config?.name ?? `keda-hpa-${name}`,
      namespace,
      labels: {
        ...scaledObject.metadata.labels,
        'app.kubernetes.io/managed-by': 'keda-operator',
        [SCALED_OBJECT_LABEL]: name,
      },
      ownerReferences: [controllerRef(scaledObject)],
    }),
    spec: {
      scaleTargetRef: {
        apiVersion: scaleTargetRef.apiVersion ?? 'apps/v1',
        kind: scaleTargetRef.kind ?? 'Deployment',
        name: scaleTargetRef.name,
      },
      minReplicas: Math.max(1, minReplicaCount ?? 1),
      maxReplicas: maxReplicaCount ?? DEFAULT_MAX,
      metrics: scaledObject.spec.triggers.map((trigger, index) =>
        metricOf(trigger, index, name),
      ),
      ...(config?.behavior && { behavior: config.behavior }),
    },
  };
}
