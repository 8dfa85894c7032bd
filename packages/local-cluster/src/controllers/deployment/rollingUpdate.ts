import { Deployment, ReplicaSet } from '../runtime/objects';

/** A wish to change the size of a ReplicaSet. */
export interface ScaleIntent {
  replicaSet: ReplicaSet;
  replicas: number;
}

export const DESIRED_REPLICAS = 'deployment.kubernetes.io/desired-replicas';
export const MAX_REPLICAS = 'deployment.kubernetes.io/max-replicas';

/** `spec.replicas`, which the API defaults to 1. */
export function sizeOf(object: { spec: { replicas?: number } }): number {
  return object.spec.replicas ?? 1;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function totalSize(replicaSets: readonly ReplicaSet[]): number {
  return sum(replicaSets.map(sizeOf));
}

export function totalAvailable(replicaSets: readonly ReplicaSet[]): number {
  return sum(replicaSets.map(rs => rs.status?.availableReplicas ?? 0));
}

function resolve(
  value: number | string | undefined,
  replicas: number,
  round: (value: number) => number,
): number {
  if (typeof value === 'number') return value;
  const percent = Number.parseInt(value ?? '25%', 10);
  return round((percent * replicas) / 100);
}

/** `maxSurge` (rounded up) and `maxUnavailable` (rounded down) in pods; never both 0, or nothing could move. */
export function resolveFenceposts(deployment: Deployment): {
  maxSurge: number;
  maxUnavailable: number;
} {
  const replicas = sizeOf(deployment);
  const { strategy } = deployment.spec;
  if (strategy?.type === 'Recreate' || replicas === 0) {
    return { maxSurge: 0, maxUnavailable: 0 };
  }
  const maxSurge = resolve(
    strategy?.rollingUpdate?.maxSurge,
    replicas,
    Math.ceil,
  );
  const maxUnavailable = resolve(
    strategy?.rollingUpdate?.maxUnavailable,
    replicas,
    Math.floor,
  );
  if (maxSurge === 0 && maxUnavailable === 0) {
    return { maxSurge: 0, maxUnavailable: 1 };
  }
  return { maxSurge, maxUnavailable: Math.min(maxUnavailable, replicas) };
}

/** How large the new ReplicaSet may be now: what `maxSurge` leaves beside the old pods. */
export function newReplicaSetSize(
  deployment: Deployment,
  all: readonly ReplicaSet[],
  newReplicaSet: ReplicaSet | undefined,
): number {
  const wanted = sizeOf(deployment);
  if (deployment.spec.strategy?.type === 'Recreate') return wanted;
  const current = newReplicaSet ? sizeOf(newReplicaSet) : 0;
  const room = wanted + resolveFenceposts(deployment).maxSurge - totalSize(all);
  if (room <= 0) return current;
  return current + Math.min(room, wanted - current);
}

function byAge(a: ReplicaSet, b: ReplicaSet): number {
  const [left, right] = [a.metadata, b.metadata];
  return (
    left.creationTimestamp.localeCompare(right.creationTimestamp) ||
    left.name.localeCompare(right.name)
  );
}

/**
 * Which old ReplicaSets may shrink now, oldest first: their unhealthy pods before any healthy one, and never below
 * `replicas - maxUnavailable` available pods in total.
 */
export function scaleDownOldReplicaSets(
  deployment: Deployment,
  newReplicaSet: ReplicaSet,
  oldReplicaSets: readonly ReplicaSet[],
): ScaleIntent[] {
  const minAvailable =
    sizeOf(deployment) - resolveFenceposts(deployment).maxUnavailable;
  const all = [...oldReplicaSets, newReplicaSet];
  const newUnavailable =
    sizeOf(newReplicaSet) - (newReplicaSet.status?.availableReplicas ?? 0);
  let removable = totalSize(all) - minAvailable - newUnavailable;
  if (removable <= 0) return [];

  const sizes = new Map(oldReplicaSets.map(rs => [rs, sizeOf(rs)]));
  const ordered = [...oldReplicaSets].sort(byAge);
  for (const rs of ordered) {
    const unhealthy = sizeOf(rs) - (rs.status?.availableReplicas ?? 0);
    const removed = Math.min(Math.max(0, unhealthy), removable);
    sizes.set(rs, sizeOf(rs) - removed);
    removable -= removed;
  }
  let healthySurplus = totalAvailable(all) - minAvailable;
  for (const rs of ordered) {
    const removed = Math.min(sizes.get(rs)!, Math.max(0, healthySurplus));
    sizes.set(rs, sizes.get(rs)! - removed);
    healthySurplus -= removed;
  }
  return ordered
    .filter(rs => sizes.get(rs) !== sizeOf(rs))
    .map(rs => ({ replicaSet: rs, replicas: sizes.get(rs)! }));
}

/** Go's math.Round: halves away from zero. */
function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

function fraction(
  deployment: Deployment,
  rs: ReplicaSet,
  maxSurge: number,
): number {
  if (sizeOf(deployment) === 0) return -sizeOf(rs);
  const before =
    Number(rs.metadata.annotations?.[MAX_REPLICAS]) ||
    deployment.status?.replicas ||
    0;
  if (before === 0) return 0;
  return (
    roundHalfAway((sizeOf(rs) * (sizeOf(deployment) + maxSurge)) / before) -
    sizeOf(rs)
  );
}

/** `share`, but not beyond what is left in that direction. */
function towards(left: number, share: number): number {
  if (left === 0) return 0;
  return left > 0 ? Math.min(share, left) : Math.max(share, left);
}

/**
 * Sizes after `spec.replicas` changed: with one active ReplicaSet all goes there; in the middle of a rollout the
 * change is shared in proportion, so that a scale does not decide the rollout.
 */
export function scaleProportionally(
  deployment: Deployment,
  newReplicaSet: ReplicaSet | undefined,
  oldReplicaSets: readonly ReplicaSet[],
): ScaleIntent[] {
  const all = newReplicaSet
    ? [...oldReplicaSets, newReplicaSet]
    : [...oldReplicaSets];
  const active = all.filter(rs => sizeOf(rs) > 0);
  if (active.length <= 1) {
    const latest = active[0] ?? newReplicaSet ?? all.sort(byAge).at(-1);
    return latest ? [{ replicaSet: latest, replicas: sizeOf(deployment) }] : [];
  }
  if (newReplicaSet && isSaturated(deployment, newReplicaSet)) {
    return oldReplicaSets
      .filter(rs => sizeOf(rs) > 0)
      .map(replicaSet => ({ replicaSet, replicas: 0 }));
  }
  if (deployment.spec.strategy?.type === 'Recreate') return [];

  const { maxSurge } = resolveFenceposts(deployment);
  const allowed = sizeOf(deployment) > 0 ? sizeOf(deployment) + maxSurge : 0;
  const toAdd = allowed - totalSize(all);
  const newestFirst = (a: ReplicaSet, b: ReplicaSet) => -byAge(a, b);
  const ordered = active.sort(
    (a, b) =>
      sizeOf(b) - sizeOf(a) || (toAdd > 0 ? newestFirst(a, b) : byAge(a, b)),
  );
  let added = 0;
  const intents = ordered.map(replicaSet => {
    const share = fraction(deployment, replicaSet, maxSurge);
    const part = towards(toAdd - added, share);
    added += part;
    return { replicaSet, replicas: sizeOf(replicaSet) + part };
  });
  // What rounding leaves goes to the largest.
  intents[0].replicas = Math.max(0, intents[0].replicas + toAdd - added);
  return intents;
}

function isSaturated(deployment: Deployment, rs: ReplicaSet): boolean {
  const wanted = sizeOf(deployment);
  return (
    sizeOf(rs) === wanted &&
    Number(rs.metadata.annotations?.[DESIRED_REPLICAS]) === wanted &&
    (rs.status?.availableReplicas ?? 0) === wanted
  );
}
