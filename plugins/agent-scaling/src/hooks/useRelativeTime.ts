import { useSyncExternalStore } from 'react';
import { subscribeToSeconds } from './clock';
import { useFormatters } from './useFormatters';

/** How long ago a time was, in words that stay true; renders again only when the words change. */
export function useRelativeTime(atMs: number): string {
  const format = useFormatters();
  return useSyncExternalStore(subscribeToSeconds, () =>
    format.relative(atMs, Date.now()),
  );
}

/** How long something has existed, for example `2 hr 5 min`. */
export function useAge(sinceMs: number): string {
  const format = useFormatters();
  return useSyncExternalStore(subscribeToSeconds, () =>
    format.duration((Date.now() - sinceMs) / 1000),
  );
}
