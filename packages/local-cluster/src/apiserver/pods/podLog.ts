import { badRequest } from '../../store/StatusError';
import { ClusterObject } from '../../store/types';

/** Text that a container of a pod has "written"; the composition root may know better than this package. */
export type PodLogs = (
  pod: ClusterObject,
  container: string,
) => string[] | undefined;

interface ContainerStatus {
  name: string;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string };
    running?: { startedAt?: string };
    terminated?: { startedAt?: string; finishedAt?: string; reason?: string };
  };
}

function chooseContainer(pod: ClusterObject, wanted: string | null): string {
  const names = [
    ...(pod.spec?.containers ?? []),
    ...(pod.spec?.initContainers ?? []),
  ].map((one: { name: string }) => one.name);
  if (wanted && !names.includes(wanted))
    throw badRequest(
      `container ${wanted} is not valid for pod ${pod.metadata.name}`,
    );
  const count = pod.spec?.containers?.length ?? 0;
  if (
    !wanted &&
    count > 1 &&
    !pod.metadata.annotations?.['kubectl.kubernetes.io/default-container']
  ) {
    throw badRequest(
      `a container name must be specified for pod ${
        pod.metadata.name
      }, choose one of: [${names.join(' ')}]`,
    );
  }
  return (
    wanted ??
    pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'] ??
    names[0]
  );
}

function simulatedLines(
  pod: ClusterObject,
  container: string,
  status: ContainerStatus | undefined,
): string[] {
  const { running, terminated } = status?.state ?? {};
  const startedAt =
    running?.startedAt ??
    terminated?.startedAt ??
    pod.metadata.creationTimestamp;
  const lines = [
    `${startedAt} simulated container "${container}" of pod "${pod.metadata.name}" started on node "${pod.spec?.nodeName}"`,
    `${startedAt} no process runs here: this text is made by the local cluster`,
  ];
  if (terminated)
    lines.push(
      `${terminated.finishedAt ?? startedAt} simulated container ended: ${
        terminated.reason ?? 'Completed'
      }`,
    );
  return lines;
}

/**
 * The log of a container.
 *
 * @throws StatusError 400 when the container does not exist or has not started
 */
export function podLog(
  pod: ClusterObject,
  query: URLSearchParams,
  logs: PodLogs | undefined,
): string {
  const container = chooseContainer(pod, query.get('container'));
  const status: ContainerStatus | undefined = [
    ...(pod.status?.containerStatuses ?? []),
    ...(pod.status?.initContainerStatuses ?? []),
  ].find((one: ContainerStatus) => one.name === container);
  const waiting = status
    ? status.state?.waiting
    : { reason: 'ContainerCreating' };
  if (waiting || !pod.spec?.nodeName) {
    throw badRequest(
      `container "${container}" in pod "${
        pod.metadata.name
      }" is waiting to start: ${waiting?.reason ?? 'ContainerCreating'}`,
    );
  }
  if (query.get('previous') === 'true' && !status?.restartCount) {
    throw badRequest(
      `previous terminated container "${container}" in pod "${pod.metadata.name}" not found`,
    );
  }
  const lines =
    logs?.(pod, container) ?? simulatedLines(pod, container, status);
  const tail = query.get('tailLines');
  const kept =
    tail === null
      ? lines
      : lines.slice(Math.max(0, lines.length - Number(tail)));
  return kept.map(line => `${line}\n`).join('');
}
