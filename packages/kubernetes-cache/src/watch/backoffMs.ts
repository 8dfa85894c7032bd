export interface BackoffOptions {
  /** Upper bound of the first wait, in milliseconds. */
  baseMs: number;
  /** Upper bound of every wait, in milliseconds. */
  maxMs: number;
}

/**
 * How long to wait after `failures` failures in a row (1 is the first): doubles up to the maximum, and lies anywhere in the
 * upper half, so that many watchers of a restarted server do not come back in step.
 *
 * @param random - a number of [0, 1)
 */
export function backoffMs(
  failures: number,
  random: number,
  { baseMs, maxMs }: BackoffOptions,
): number {
  // 2 ** 1024 is Infinity, and Math.min copes with it.
  const bound = Math.min(maxMs, baseMs * 2 ** Math.max(0, failures - 1));
  return Math.round(bound * (0.5 + random / 2));
}
