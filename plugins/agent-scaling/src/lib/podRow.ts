import type { PodDetail } from '@suoke/plugin-agent-scaling-common';

/** What a pod is doing, most telling first; the page translates it. */
export type PodStatus =
  | 'terminating'
  | 'failed'
  | 'finished'
  | 'pending'
  | 'unknown'
  | 'notReady'
  | 'ready';

export type PodTone = 'good' | 'busy' | 'bad' | 'quiet';

/** Usage of one resource by a pod against what it asked for and may take. */
export interface PodUsage {
  resource: 'cpu' | 'memory';
  used?: number;
  request?: number;
  limit?: number;
  /** Position of usage and request on the bar, 0 to 1; the bar ends at the largest of usage, request and limit. */
  usedPosition?: number;
  requestPosition?: number;
  /** Usage divided by request; absent without both. */
  ratio?: number;
}

export interface PodRow {
  id: string;
  name: string;
  status: PodStatus;
  tone: PodTone;
  /** Cluster's own reason and message, shown as they are. */
  reason?: string;
  message?: string;
  containersReady: number;
  containersTotal: number;
  restarts: number;
  createdAtMs?: number;
  node?: string;
  usage: PodUsage[];
}

const TONES: Record<PodStatus, PodTone> = {
  ready: 'good',
  pending: 'busy',
  notReady: 'busy',
  terminating: 'quiet',
  finished: 'quiet',
  failed: 'bad',
  unknown: 'bad',
};

function toPodStatus(pod: PodDetail): PodStatus {
  if (pod.deletionAt) {
    return 'terminating';
  }
  switch (pod.phase) {
    case 'Failed':
      return 'failed';
    case 'Succeeded':
      return 'finished';
    case 'Pending':
      return 'pending';
    case 'Unknown':
      return 'unknown';
    default:
      return pod.ready ? 'ready' : 'notReady';
  }
}

function toUsage(pod: PodDetail, resource: 'cpu' | 'memory'): PodUsage {
  const used = pod.usage?.[resource]?.value;
  const request = pod.requests[resource]?.value;
  const limit = pod.limits[resource]?.value;
  const end = Math.max(used ?? 0, request ?? 0, limit ?? 0);
  const position = (value: number | undefined) =>
    value === undefined || end === 0 ? undefined : value / end;
  return {
    resource,
    used,
    request,
    limit,
    usedPosition: position(used),
    requestPosition: position(request),
    ratio: used !== undefined && request ? used / request : undefined,
  };
}

/** Turns a pod into a row; a reason beside a pod that should run makes it bad, not just busy. */
export function toPodRow(pod: PodDetail): PodRow {
  const status = toPodStatus(pod);
  const broken =
    pod.reason !== undefined && (status === 'notReady' || status === 'pending');
  return {
    id: pod.uid,
    name: pod.name,
    status,
    tone: broken ? 'bad' : TONES[status],
    reason: status === 'terminating' ? undefined : pod.reason,
    message: pod.message,
    containersReady: pod.containers.filter(container => container.ready).length,
    containersTotal: pod.containers.length,
    restarts: pod.restarts,
    createdAtMs: pod.createdAt ? Date.parse(pod.createdAt) : undefined,
    node: pod.node,
    usage: [toUsage(pod, 'cpu'), toUsage(pod, 'memory')],
  };
}

const TONE_ORDER: PodTone[] = ['bad', 'busy', 'good', 'quiet'];

/** Broken pods first, then by name. */
export function toPodRows(pods: readonly PodDetail[]): PodRow[] {
  return pods
    .map(toPodRow)
    .sort(
      (a, b) =>
        TONE_ORDER.indexOf(a.tone) - TONE_ORDER.indexOf(b.tone) ||
        a.name.localeCompare(b.name, 'en', { numeric: true }),
    );
}
