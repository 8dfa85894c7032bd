import { Controller, ControllerContext } from './ControllerContext';
import { ClusterObject } from '../../store/types';
import { resources } from './resources';

/** `--event-ttl` of the API server. */
export const EVENT_TTL_MS = 3_600_000;

const SWEEP_MS = 60_000;

/** When an event was last written, whichever of its four times it carries. */
function lastSeenMs(event: ClusterObject): number {
  const series = event.series as { lastObservedTime?: string } | undefined;
  const time =
    series?.lastObservedTime ??
    event.lastTimestamp ??
    event.eventTime ??
    event.metadata.creationTimestamp;
  return Date.parse(String(time));
}

/** Deletes Events an hour after they were last written. */
export function startEventExpiry(context: ControllerContext): Controller {
  const { caches, clock, cluster } = context;
  const stop = clock.every(SWEEP_MS, () => {
    const limit = clock.now() - EVENT_TTL_MS;
    for (const event of caches.events.all()) {
      if (lastSeenMs(event) > limit) continue;
      const { namespace, name } = event.metadata;
      cluster.delete(resources.events, { namespace, name });
    }
  });
  return { stop };
}
