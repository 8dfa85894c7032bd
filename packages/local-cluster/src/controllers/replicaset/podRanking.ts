import { findCondition } from '../runtime/conditions';
import { fractionOf } from '../runtime/names';
import { Pod } from '../runtime/objects';

export const POD_DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

const PHASE_RANK: Record<string, number> = { Pending: 0, Unknown: 1 };

export function isActive(pod: Pod): boolean {
  return (
    pod.status?.phase !== 'Succeeded' &&
    pod.status?.phase !== 'Failed' &&
    !pod.metadata.deletionTimestamp
  );
}

export function isReady(pod: Pod): boolean {
  return findCondition(pod.status?.conditions, 'Ready')?.status === 'True';
}

/** When the pod became ready (milliseconds), or undefined when it is not. */
export function readySinceMs(pod: Pod): number | undefined {
  const ready = findCondition(pod.status?.conditions, 'Ready');
  return ready?.status === 'True' && ready.lastTransitionTime
    ? Date.parse(ready.lastTransitionTime)
    : undefined;
}

/** A pod counts as available once it has been ready for `minReadySeconds`. */
export function isAvailable(
  pod: Pod,
  minReadySeconds: number,
  nowMs: number,
): boolean {
  const since = readySinceMs(pod);
  return since !== undefined && since + minReadySeconds * 1000 <= nowMs;
}

function restarts(pod: Pod): number {
  return Math.max(
    0,
    ...(pod.status?.containerStatuses ?? []).map(status => status.restartCount),
  );
}

/** Ages are compared in powers of two, so that scale-in spreads over pods of similar age. */
function ageRank(sinceMs: number, nowMs: number): number {
  return Math.floor(Math.log2(Math.max(1, (nowMs - sinceMs) / 1000)));
}

/**
 * Pods in the order in which a ReplicaSet deletes them: not scheduled, Pending, not ready, cheaper
 * (`pod-deletion-cost`), with more neighbours of the same ReplicaSet on the node, ready for a shorter time, restarted
 * more often, younger.
 */
export function rankForDeletion(pods: readonly Pod[], nowMs: number): Pod[] {
  const neighbours = new Map<string, number>();
  for (const pod of pods) {
    const node = pod.spec.nodeName;
    if (node) neighbours.set(node, (neighbours.get(node) ?? 0) + 1);
  }
  const rank = (pod: Pod): number[] => {
    const readySince = readySinceMs(pod);
    return [
      pod.spec.nodeName ? 1 : 0,
      PHASE_RANK[pod.status?.phase ?? 'Pending'] ?? 2,
      readySince === undefined ? 0 : 1,
      Number(pod.metadata.annotations?.[POD_DELETION_COST] ?? 0),
      -(neighbours.get(pod.spec.nodeName ?? '') ?? 0),
      readySince === undefined ? 0 : ageRank(readySince, nowMs),
      -restarts(pod),
      ageRank(Date.parse(pod.metadata.creationTimestamp), nowMs),
      fractionOf(pod.metadata.uid),
    ];
  };
  return pods
    .map(pod => ({ pod, rank: rank(pod) }))
    .sort((a, b) => {
      const at = a.rank.findIndex((value, index) => value !== b.rank[index]);
      return at < 0 ? 0 : a.rank[at] - b.rank[at];
    })
    .map(entry => entry.pod);
}

/** Whether a change of a pod matters to those who only ask which pods are there, ready and reachable. */
export function isOtherMember(pod: Pod, previous: Pod | undefined): boolean {
  return (
    !previous ||
    pod.metadata.labels !== previous.metadata.labels ||
    pod.metadata.deletionTimestamp !== previous.metadata.deletionTimestamp ||
    pod.status?.podIP !== previous.status?.podIP ||
    pod.status?.phase !== previous.status?.phase ||
    isReady(pod) !== isReady(previous)
  );
}
