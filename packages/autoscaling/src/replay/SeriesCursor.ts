import { AutoscalingInputError } from '../errors';
import type { ReplaySeries } from './types';

const DEFAULT_MAX_GAP_SECONDS = 300;

/**
 * Checks a series once, so that cursors need not.
 *
 * @throws {@link AutoscalingInputError} for lengths that differ, instants that do not ascend, negative or infinite values
 */
export function assertSeries(series: ReplaySeries, field: string): void {
  const { at, values, maxGapSeconds = DEFAULT_MAX_GAP_SECONDS } = series;
  if (at.length !== values.length) {
    throw new AutoscalingInputError({
      field,
      problem: `${at.length} instants and ${values.length} values`,
      remedy: 'pass one value per instant',
    });
  }
  if (!(maxGapSeconds > 0)) {
    throw new AutoscalingInputError({
      field: `${field}.maxGapSeconds`,
      problem: `${maxGapSeconds} is not a positive number of seconds`,
      remedy: 'pass how long a value holds, or leave it out',
    });
  }
  let previous = -Infinity;
  for (let index = 0; index < at.length; index += 1) {
    const instant = at[index];
    if (!Number.isFinite(instant) || instant <= previous) {
      throw new AutoscalingInputError({
        field: `${field}.at[${index}]`,
        problem: `${instant} does not come after ${previous}`,
        remedy: 'pass ascending milliseconds since the epoch',
      });
    }
    previous = instant;
    const value = values[index];
    // NaN passes: it marks a gap.
    if (value < 0 || value === Infinity) {
      throw new AutoscalingInputError({
        field: `${field}.values[${index}]`,
        problem: `${value} is not an amount`,
        remedy:
          'pass a finite number of thousandths that is not negative, or NaN for a gap',
      });
    }
  }
}

/** Walks along a series, forward only. */
export class SeriesCursor {
  /** Value at the last instant asked for; NaN without one. */
  value = NaN;
  /** When the value was taken. */
  heldSince = -Infinity;
  /** First instant at which the value may differ. */
  changesAt = -Infinity;
  readonly #at: ArrayLike<number>;
  readonly #values: ArrayLike<number>;
  readonly #maxGapMs: number;
  #next = 0;

  constructor(series: ReplaySeries) {
    this.#at = series.at;
    this.#values = series.values;
    this.#maxGapMs = (series.maxGapSeconds ?? DEFAULT_MAX_GAP_SECONDS) * 1000;
  }

  /** Moves to an instant that is not before the previous one. */
  advance(instant: number): void {
    if (instant < this.changesAt) return;
    const at = this.#at;
    let next = this.#next;
    while (next < at.length && at[next] <= instant) next += 1;
    this.#next = next;
    const nextAt = next < at.length ? at[next] : Infinity;
    if (next === 0) {
      this.changesAt = nextAt;
      return;
    }
    this.heldSince = at[next - 1];
    const staleAt = at[next - 1] + this.#maxGapMs;
    if (instant >= staleAt) {
      this.value = NaN;
      this.changesAt = nextAt;
    } else {
      this.value = this.#values[next - 1];
      this.changesAt = Math.min(nextAt, staleAt);
    }
  }
}
