import type { UtcOffset } from './types';

/** Milliseconds that the clocks of the zone are ahead of UTC at an instant; before the first entry, the first one holds. */
export function offsetAt(
  offsets: readonly UtcOffset[] | undefined,
  at: number,
): number {
  if (!offsets?.length) return 0;
  let current = offsets[0];
  for (const offset of offsets) if (offset.from <= at) current = offset;
  return current.offsetMinutes * 60_000;
}

/**
 * The instant as its zone's clocks show it, written as if it were UTC. A skipped hour is a gap there, a repeated hour is shown
 * twice: so "same time yesterday" stays the same time of day.
 */
export function toLocal(
  offsets: readonly UtcOffset[] | undefined,
  at: number,
): number {
  return at + offsetAt(offsets, at);
}
