import type { SnapshotTargetReference } from '../snapshot/objects';

/** Identity of a scale target. The version is left out: `apps/v1` and `apps/v1beta2` are one Deployment. */
export function targetKey(target: SnapshotTargetReference): string {
  const { apiVersion = 'apps/v1', kind = 'Deployment', name } = target;
  return [apiVersion.split('/').slice(0, -1).join('/'), kind, name].join('/');
}

export function sameTarget(
  a: SnapshotTargetReference | undefined,
  b: SnapshotTargetReference | undefined,
): boolean {
  return a !== undefined && b !== undefined && targetKey(a) === targetKey(b);
}
