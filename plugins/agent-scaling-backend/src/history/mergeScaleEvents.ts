import type { ScaleEvent } from '@suoke/plugin-agent-scaling-common';

/** An event is stamped by the cluster's clock to the second, a change when it reaches us; they are at most this far apart. */
const SAME_CHANGE_MS = 60_000;

/**
 * Joins what the autoscaler said about a change with the change that was observed: the event knows why, the observation knows from
 * where. A word nobody saw the change of starts where the change before it ended; the first one of all starts nowhere.
 *
 * @param events - In any order.
 * @returns Oldest first.
 */
export function mergeScaleEvents(events: readonly ScaleEvent[]): ScaleEvent[] {
  const sorted = [...events].sort(byTime);
  const observed = sorted.filter(isObserved);
  const used = new Set<ScaleEvent>();
  const told = sorted.filter(event => !isObserved(event));
  const joined = told.map(event => {
    if (event.kind !== 'rescale' || event.to === undefined) {
      return event;
    }
    const partner = nearest(
      event,
      observed.filter(one => one.to === event.to && !used.has(one)),
    );
    if (!partner) {
      return event;
    }
    used.add(partner);
    return { ...event, from: partner.from };
  });
  return withStart(
    [...joined, ...observed.filter(event => !used.has(event))].sort(byTime),
  );
}

function withStart(events: readonly ScaleEvent[]): ScaleEvent[] {
  let size: number | undefined;
  return events.map(event => {
    if (event.kind !== 'rescale') {
      return event;
    }
    const from = event.from ?? size;
    size = event.to ?? size;
    return from === undefined || from === event.to ? event : { ...event, from };
  });
}

function isObserved(event: ScaleEvent): boolean {
  return event.source === 'Observed';
}

function distance(left: ScaleEvent, right: ScaleEvent): number {
  return Math.abs(Date.parse(left.at) - Date.parse(right.at));
}

function nearest(
  event: ScaleEvent,
  candidates: readonly ScaleEvent[],
): ScaleEvent | undefined {
  const [best] = candidates
    .filter(candidate => distance(candidate, event) <= SAME_CHANGE_MS)
    .sort((left, right) => distance(left, event) - distance(right, event));
  return best;
}

function byTime(left: ScaleEvent, right: ScaleEvent): number {
  return (
    Date.parse(left.at) - Date.parse(right.at) ||
    left.id.localeCompare(right.id)
  );
}
