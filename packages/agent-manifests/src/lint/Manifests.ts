import { KubernetesObject } from '../kubernetes/KubernetesObject';
import {
  HpaManifest,
  PdbManifest,
  ResourceQuotaManifest,
  ScaledObjectManifest,
  TargetReference,
  VpaManifest,
  WorkloadManifest,
} from '../kubernetes/manifestShapes';
import { Autoscaler, readHpa, readScaledObject } from './Autoscaler';

const WORKLOAD_KINDS = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'DaemonSet',
  'Rollout',
  'Job',
]);

/** A set of manifests sorted by what the rules ask for. */
export interface Manifests {
  objects: readonly KubernetesObject[];
  hpas: HpaManifest[];
  scaledObjects: ScaledObjectManifest[];
  /** HPAs and ScaledObjects in one shape. */
  autoscalers: Autoscaler[];
  vpas: VpaManifest[];
  pdbs: PdbManifest[];
  quotas: ResourceQuotaManifest[];
  workloads: WorkloadManifest[];
}

/** Sorts manifests for the rules. */
export function sortManifests(objects: readonly KubernetesObject[]): Manifests {
  const ofKind = <T extends KubernetesObject>(kind: string) =>
    objects.filter(object => object.kind === kind) as T[];
  const hpas = ofKind<HpaManifest>('HorizontalPodAutoscaler');
  const scaledObjects = ofKind<ScaledObjectManifest>('ScaledObject');
  return {
    objects,
    hpas,
    scaledObjects,
    autoscalers: [...hpas.map(readHpa), ...scaledObjects.map(readScaledObject)],
    vpas: ofKind<VpaManifest>('VerticalPodAutoscaler'),
    pdbs: ofKind<PdbManifest>('PodDisruptionBudget'),
    quotas: ofKind<ResourceQuotaManifest>('ResourceQuota'),
    workloads: objects.filter(({ kind }) =>
      WORKLOAD_KINDS.has(kind),
    ) as WorkloadManifest[],
  };
}

/** Whether two objects live in the same namespace; two without one go wherever kubectl points. */
export function sameNamespace(a: KubernetesObject, b: KubernetesObject) {
  return (a.metadata.namespace ?? '') === (b.metadata.namespace ?? '');
}

/** Identity of a scale target. The version is left out: `apps/v1` and `apps/v1beta2` are one Deployment. */
export function targetKey(
  object: KubernetesObject,
  target: TargetReference | undefined,
): string {
  const group = (target?.apiVersion ?? '').split('/').slice(0, -1).join('/');
  return [
    object.metadata.namespace ?? '',
    group,
    target?.kind,
    target?.name,
  ].join('/');
}

/** The workload that an autoscaler points at, when it is among the manifests. */
export function findWorkload(
  manifests: Manifests,
  object: KubernetesObject,
  target: TargetReference | undefined,
): WorkloadManifest | undefined {
  return manifests.workloads.find(
    workload =>
      workload.kind === target?.kind &&
      workload.metadata.name === target?.name &&
      sameNamespace(workload, object),
  );
}

/** Whether a selector's `matchLabels` pick the pods of a workload; an absent or empty selector picks none here. */
export function selectsPodsOf(
  selector: { matchLabels?: Record<string, string> } | undefined,
  workload: WorkloadManifest,
): boolean {
  const wanted = Object.entries(selector?.matchLabels ?? {});
  const labels = workload.spec?.template?.metadata?.labels ?? {};
  return (
    wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value)
  );
}
