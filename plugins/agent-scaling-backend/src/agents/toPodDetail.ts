import type {
  PodContainer,
  PodDetail,
} from '@suoke/plugin-agent-scaling-common';
import type { ContainerStatus, Pod } from '../kubernetes/objects';
import type { PodUsage } from './AgentObjects';
import { toPodProblem } from './podProblem';
import {
  sumResourceQuantities,
  toResourceQuantities,
} from './resourceQuantities';

const PHASES = ['Pending', 'Running', 'Succeeded', 'Failed'];

/** Whether the pod still counts as a replica: neither finished nor on its way out. */
export function isLivePod(pod: Pod): boolean {
  return (
    !pod.metadata.deletionTimestamp &&
    pod.status?.phase !== 'Failed' &&
    pod.status?.phase !== 'Succeeded'
  );
}

/** Whether the pod receives requests. */
export function isReadyPod(pod: Pod): boolean {
  return readyCondition(pod)?.status === 'True';
}

function readyCondition(pod: Pod) {
  return pod.status?.conditions?.find(condition => condition.type === 'Ready');
}

/** A pod as the page shows it; sidecars (init containers that keep running) count as containers. */
export function toPodDetail(pod: Pod, usage?: PodUsage): PodDetail {
  const { metadata, spec = {}, status = {} } = pod;
  const templates = [
    ...(spec.initContainers ?? []).filter(
      container => container.restartPolicy === 'Always',
    ),
    ...(spec.containers ?? []),
  ];
  const statuses = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ];
  const containers = templates.map((template): PodContainer => {
    const found = statuses.find(candidate => candidate.name === template.name);
    const used = usage?.containers[template.name];
    return {
      name: template.name,
      ...toContainerState(found),
      requests: toResourceQuantities(template.resources?.requests),
      limits: toResourceQuantities(template.resources?.limits),
      ...(used && { usage: used }),
    };
  });
  const problem = toPodProblem(pod);
  const ready = readyCondition(pod);
  return {
    name: metadata.name,
    uid: metadata.uid,
    phase: (PHASES.includes(status.phase ?? '')
      ? status.phase
      : 'Unknown') as PodDetail['phase'],
    ready: isReadyPod(pod),
    ...(ready?.status === 'True' && { readyAt: ready.lastTransitionTime }),
    restarts: statuses.reduce((sum, one) => sum + (one.restartCount ?? 0), 0),
    createdAt: metadata.creationTimestamp,
    startedAt: status.startTime,
    deletionAt: metadata.deletionTimestamp,
    node: spec.nodeName,
    ...(problem && { reason: problem.reason, message: problem.message }),
    requests: sumResourceQuantities(containers.map(one => one.requests)),
    limits: sumResourceQuantities(containers.map(one => one.limits)),
    ...(usage && {
      usage: sumResourceQuantities(Object.values(usage.containers)),
      usageAt: usage.at,
    }),
    containers,
  };
}

function toContainerState(status: ContainerStatus | undefined) {
  const { state, lastState } = status ?? {};
  const kind = (['waiting', 'terminated', 'running'] as const).find(
    name => state?.[name],
  );
  const last = lastState?.terminated;
  return {
    ready: status?.ready ?? false,
    restarts: status?.restartCount ?? 0,
    state: kind,
    reason: state?.waiting?.reason ?? state?.terminated?.reason,
    message: state?.waiting?.message ?? state?.terminated?.message,
    ...(last && {
      lastTermination: {
        reason: last.reason,
        exitCode: last.exitCode,
        finishedAt: last.finishedAt,
      },
    }),
  };
}
