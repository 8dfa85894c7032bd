import type { AgentEvent } from '@suoke/plugin-agent-scaling-common';
import type { KubernetesEvent } from '../kubernetes/objects';

/** Times and count of an event, wherever this version of Kubernetes wrote them. */
export function toEventTimes(event: KubernetesEvent): {
  firstAt?: string;
  lastAt: string;
  count: number;
} {
  const { creationTimestamp } = event.metadata;
  const firstAt = event.firstTimestamp ?? event.eventTime ?? creationTimestamp;
  const lastAt =
    event.series?.lastObservedTime ??
    event.lastTimestamp ??
    event.eventTime ??
    creationTimestamp;
  return {
    firstAt,
    // Epoch, rather than now, for an event without any time: it must not look new.
    lastAt: lastAt ?? new Date(0).toISOString(),
    count: event.series?.count ?? event.count ?? 1,
  };
}

/**
 * Joins events that say the same about the same object, newest first.
 *
 * @param limit - How many are kept after joining.
 */
export function toAgentEvents(
  events: readonly KubernetesEvent[],
  limit: number,
): AgentEvent[] {
  const joined = new Map<string, AgentEvent>();
  for (const event of events) {
    const { involvedObject: object = {}, reason = '', message = '' } = event;
    const type = event.type === 'Warning' ? 'Warning' : 'Normal';
    const key = [object.kind, object.name, type, reason, message].join('\n');
    const { firstAt, lastAt, count } = toEventTimes(event);
    const known = joined.get(key);
    const isNewer = !known || Date.parse(lastAt) >= Date.parse(known.lastAt);
    joined.set(key, {
      id: isNewer ? event.metadata.uid : known.id,
      type,
      reason,
      message,
      count: (known?.count ?? 0) + count,
      firstAt: earliest(known?.firstAt, firstAt),
      lastAt: isNewer ? lastAt : known.lastAt,
      object: {
        apiVersion: object.apiVersion,
        kind: object.kind ?? '',
        name: object.name ?? '',
      },
      source: event.reportingComponent || event.source?.component,
    });
  }
  return [...joined.values()]
    .sort(
      (left, right) =>
        Date.parse(right.lastAt) - Date.parse(left.lastAt) ||
        left.id.localeCompare(right.id),
    )
    .slice(0, limit);
}

function earliest(left: string | undefined, right: string | undefined) {
  if (left === undefined || right === undefined) {
    return left ?? right;
  }
  return Date.parse(left) <= Date.parse(right) ? left : right;
}
