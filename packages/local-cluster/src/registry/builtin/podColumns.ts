import { ClusterObject } from '../../store/types';
import { ageColumn, ageSince, nameColumn, textColumn } from '../columns';
import { TableColumn } from '../ResourceType';

type ContainerStatus = {
  name: string;
  ready?: boolean;
  started?: boolean;
  restartCount?: number;
  state?: Record<string, any>;
  lastState?: Record<string, any>;
};

/** What a terminated or waiting container adds to the STATUS column. */
function stateReason({ state = {} }: ContainerStatus): string | undefined {
  if (state.waiting?.reason) return state.waiting.reason;
  const { terminated } = state;
  if (!terminated) return undefined;
  if (terminated.reason) return terminated.reason;
  return terminated.signal
    ? `Signal:${terminated.signal}`
    : `ExitCode:${terminated.exitCode ?? 0}`;
}

function initReason(pod: ClusterObject): string | undefined {
  const specs: { name: string; restartPolicy?: string }[] =
    pod.spec?.initContainers ?? [];
  const statuses: ContainerStatus[] = pod.status?.initContainerStatuses ?? [];
  for (let i = 0; i < statuses.length; i += 1) {
    const status = statuses[i];
    const isSidecar =
      specs.find(one => one.name === status.name)?.restartPolicy === 'Always';
    if (
      status.state?.terminated?.exitCode === 0 ||
      (isSidecar && status.started)
    )
      continue;
    if (status.state?.terminated) return `Init:${stateReason(status)}`;
    const waiting = status.state?.waiting?.reason;
    return waiting && waiting !== 'PodInitializing'
      ? `Init:${waiting}`
      : `Init:${i}/${specs.length}`;
  }
  return undefined;
}

function containersReason(pod: ClusterObject, phase: string): string {
  const statuses: ContainerStatus[] = pod.status?.containerStatuses ?? [];
  let reason = phase;
  for (const status of [...statuses].reverse())
    reason = stateReason(status) ?? reason;
  const running = statuses.some(
    status => status.ready && status.state?.running,
  );
  if (reason !== 'Completed' || !running) return reason;
  const isReady = pod.status?.conditions?.some(
    (one: any) => one.type === 'Ready' && one.status === 'True',
  );
  return isReady ? 'Running' : 'NotReady';
}

/** The STATUS column of `kubectl get pods`: the phase, or the reason that explains it better. */
export function podStatusText(pod: ClusterObject): string {
  const phase = pod.status?.reason || pod.status?.phase || 'Unknown';
  const gated = pod.status?.conditions?.some(
    (one: any) =>
      one.type === 'PodScheduled' && one.reason === 'SchedulingGated',
  );
  const reason =
    initReason(pod) ?? containersReason(pod, gated ? 'SchedulingGated' : phase);
  if (!pod.metadata.deletionTimestamp) return reason;
  if (pod.status?.reason === 'NodeLost') return 'Unknown';
  return ['Succeeded', 'Failed'].includes(pod.status?.phase)
    ? reason
    : 'Terminating';
}

function restarts(pod: ClusterObject, now: number): string {
  const statuses: ContainerStatus[] = pod.status?.containerStatuses ?? [];
  const count = statuses.reduce(
    (sum, status) => sum + (status.restartCount ?? 0),
    0,
  );
  const finished = statuses
    .map(status => status.lastState?.terminated?.finishedAt)
    .filter(Boolean)
    .sort()
    .pop();
  return count > 0 && finished
    ? `${count} (${ageSince(finished, now)} ago)`
    : String(count);
}

function ready(pod: ClusterObject): string {
  const statuses: ContainerStatus[] = pod.status?.containerStatuses ?? [];
  const total = pod.spec?.containers?.length ?? 0;
  return `${
    statuses.filter(
      status => status.ready && status.state?.running !== undefined,
    ).length
  }/${total}`;
}

function readinessGates(pod: ClusterObject): string {
  const gates: { conditionType: string }[] = pod.spec?.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  const met = gates.filter(gate =>
    pod.status?.conditions?.some(
      (one: any) => one.type === gate.conditionType && one.status === 'True',
    ),
  );
  return `${met.length}/${gates.length}`;
}

export const podColumns: readonly TableColumn[] = [
  nameColumn,
  textColumn('Ready', ready),
  textColumn('Status', podStatusText),
  textColumn('Restarts', restarts),
  ageColumn,
  textColumn('IP', pod => pod.status?.podIP || '<none>', 1),
  textColumn('Node', pod => pod.spec?.nodeName || '<none>', 1),
  textColumn(
    'Nominated Node',
    pod => pod.status?.nominatedNodeName || '<none>',
    1,
  ),
  textColumn('Readiness Gates', readinessGates, 1),
];
