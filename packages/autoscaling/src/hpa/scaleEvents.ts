/** Scale events: what the rate policies count. Mirrors `storeScaleEvent` and `getReplicasChangePerPeriod` in `horizontal.go`. */
import type { ScalingPolicy, TimestampedScaleEvent } from './types';

/** Replicas changed within a period: events strictly younger than it. */
export function replicasChangedInPeriod(
  events: readonly TimestampedScaleEvent[],
  periodSeconds: number,
  now: number,
): number {
  const cutoff = now - periodSeconds * 1000;
  return events.reduce(
    (sum, { replicaChange, timestamp }) =>
      timestamp > cutoff ? sum + replicaChange : sum,
    0,
  );
}

/**
 * Stores an event of one direction. Events older than the direction's longest policy period are marked outdated, and the
 * last of them gives its slot to the new one.
 *
 * @param replicaChange - absolute number of replicas
 */
export function storeScaleEvent(
  events: readonly TimestampedScaleEvent[],
  policies: readonly ScalingPolicy[],
  replicaChange: number,
  now: number,
): readonly TimestampedScaleEvent[] {
  const longestPeriod = policies.reduce(
    (longest, { periodSeconds }) => Math.max(longest, periodSeconds),
    0,
  );
  const cutoff = now - longestPeriod * 1000;
  const marked = events.map(event =>
    event.timestamp < cutoff ? { ...event, outdated: true } : event,
  );
  const latest = { replicaChange, timestamp: now, outdated: false };
  const slot = marked.findLastIndex(({ outdated }) => outdated);
  return slot < 0 ? [...marked, latest] : marked.with(slot, latest);
}
