import type { SnapshotObject } from '../snapshot/objects';
import type { Evidence } from './Finding';

const STEP = /\["([^"]+)"\]|\[(\d+)\]|\[(\w+)=([^\]]+)\]|([^.[\]]+)/g;

/** Follows a path such as `spec.metrics[0].resource` or `status.conditions[type=Ready]`; `undefined` where it ends early. */
export function readPath(object: unknown, path: string): unknown {
  let value = object;
  for (const [, quoted, index, key, wanted, name] of path.matchAll(STEP)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const step = quoted ?? index ?? name;
    value =
      step === undefined
        ? (value as Record<string, string>[]).find(item => item[key] === wanted)
        : (value as Record<string, unknown>)[step];
  }
  return value;
}

function toEvidenceValue(value: unknown): Evidence['value'] {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object')
    return value as string | number | boolean | undefined;
  const { type, status, reason, message } = value as Record<string, unknown>;
  if (typeof type === 'string' && typeof status === 'string')
    return [status, reason, message].filter(Boolean).join(': ');
  return JSON.stringify(value);
}

/** Evidence on objects of one kind; lists of the API leave the kind of their items out. */
function ofKind(kind: string, apiVersion: string) {
  return (
    object: SnapshotObject,
    field: string,
    value: unknown = readPath(object, field),
  ): Evidence => ({
    object: {
      apiVersion: object.apiVersion ?? apiVersion,
      kind: object.kind ?? kind,
      ...(object.metadata.namespace && {
        namespace: object.metadata.namespace,
      }),
      name: object.metadata.name,
    },
    field,
    value: toEvidenceValue(value),
  });
}

/** Evidence by the kind of its object: `at.hpa(hpa, 'spec.maxReplicas')`. A third argument replaces the value at the path. */
export const at = {
  hpa: ofKind('HorizontalPodAutoscaler', 'autoscaling/v2'),
  workload: ofKind('Deployment', 'apps/v1'),
  replicaSet: ofKind('ReplicaSet', 'apps/v1'),
  pod: ofKind('Pod', 'v1'),
  vpa: ofKind('VerticalPodAutoscaler', 'autoscaling.k8s.io/v1'),
  checkpoint: ofKind(
    'VerticalPodAutoscalerCheckpoint',
    'autoscaling.k8s.io/v1',
  ),
  scaledObject: ofKind('ScaledObject', 'keda.sh/v1alpha1'),
  budget: ofKind('PodDisruptionBudget', 'policy/v1'),
  quota: ofKind('ResourceQuota', 'v1'),
  node: ofKind('Node', 'v1'),
  apiService: ofKind('APIService', 'apiregistration.k8s.io/v1'),
  volumeClaim: ofKind('PersistentVolumeClaim', 'v1'),
  manifest: ofKind('Manifest', 'v1'),
};
