import type { Evidence } from '../rule/Finding';
import type { SnapshotEvent } from '../snapshot/objects';

/** When an event last happened, in milliseconds; NaN when it does not say. */
export function eventTime(event: SnapshotEvent): number {
  return Date.parse(
    event.series?.lastObservedTime ??
      event.lastTimestamp ??
      event.eventTime ??
      event.metadata?.creationTimestamp ??
      '',
  );
}

/** How often an event happened. */
export function eventCount(event: SnapshotEvent): number {
  return event.series?.count ?? event.count ?? 1;
}

/** Evidence on the object that an event is about. */
export function eventEvidence(event: SnapshotEvent): Evidence {
  const { kind = 'Object', name = '', namespace } = event.involvedObject ?? {};
  return {
    object: { kind, ...(namespace && { namespace }), name },
    field: `events[reason=${event.reason}].message`,
    value: event.message,
  };
}
