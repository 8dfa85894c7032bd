import type {
  SnapshotContainerStatus,
  SnapshotCondition,
  SnapshotPod,
} from '../snapshot/objects';

/** Whether the pod still counts as a replica: neither finished nor on its way out. */
export function isLive({ metadata, status }: SnapshotPod): boolean {
  return (
    !metadata.deletionTimestamp &&
    status?.phase !== 'Failed' &&
    status?.phase !== 'Succeeded'
  );
}

export function podCondition(
  pod: SnapshotPod,
  type: string,
): SnapshotCondition | undefined {
  return pod.status?.conditions?.find(condition => condition.type === type);
}

export function isReady(pod: SnapshotPod): boolean {
  return podCondition(pod, 'Ready')?.status === 'True';
}

/** The scheduler's answer when it found no node. */
export function unschedulable(pod: SnapshotPod): SnapshotCondition | undefined {
  const condition = podCondition(pod, 'PodScheduled');
  return condition?.status === 'False' && condition.reason === 'Unschedulable'
    ? condition
    : undefined;
}

/** Statuses of ordinary and init containers, each with its path. */
export function containerStatuses(
  pod: SnapshotPod,
): { field: string; status: SnapshotContainerStatus }[] {
  return (['initContainerStatuses', 'containerStatuses'] as const).flatMap(
    list =>
      (pod.status?.[list] ?? []).map((status, index) => ({
        field: `status.${list}[${index}]`,
        status,
      })),
  );
}

/** The last OOM kill of each container that had one. */
export function oomKills(pod: SnapshotPod) {
  return containerStatuses(pod).flatMap(({ field, status }) => {
    const terminated = status.lastState?.terminated;
    return terminated?.reason === 'OOMKilled'
      ? [
          {
            field: `${field}.lastState.terminated`,
            container: status.name,
            restarts: status.restartCount ?? 1,
            finishedAt: Date.parse(terminated.finishedAt ?? ''),
          },
        ]
      : [];
  });
}

/**
 * Seconds from creation to Ready; `undefined` for a pod that is not ready, or that restarted, because Ready then tells of the restart.
 */
export function startUpSecondsOf(pod: SnapshotPod): number | undefined {
  const restarted = containerStatuses(pod).some(
    ({ status }) => (status.restartCount ?? 0) > 0,
  );
  if (restarted || !isReady(pod)) return undefined;
  const seconds =
    (Date.parse(podCondition(pod, 'Ready')?.lastTransitionTime ?? '') -
      Date.parse(pod.metadata.creationTimestamp ?? '')) /
    1000;
  return seconds >= 0 ? seconds : undefined;
}
