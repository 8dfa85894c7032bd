/** Loads of known make, the same every time. */
import type { LoadSeries } from '../types';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A Monday. */
export const START = Date.UTC(2026, 9, 5);
export const STEP = 15 * MINUTE;

/** Repeatable numbers of a standard normal distribution. */
export function normals(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () =>
    Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

export function series(
  days: number,
  loadAt: (at: number, index: number) => number,
  options: { step?: number; start?: number } = {},
): LoadSeries {
  const { step = STEP, start = START } = options;
  const at = Float64Array.from(
    { length: Math.round((days * DAY) / step) },
    (_, index) => start + index * step,
  );
  return { at, values: at.map(loadAt) };
}

/** Low at midnight, high at noon, between 20 and 180. */
export function daily(at: number): number {
  return 100 - 80 * Math.cos((2 * Math.PI * at) / DAY);
}

/** The same on weekdays, a third of it at the weekend. */
export function weekly(at: number): number {
  const weekday = Math.floor((at - START) / DAY) % 7;
  return daily(at) * (weekday >= 5 ? 0.33 : 1);
}

export const endOf = ({ at }: LoadSeries): number => at[at.length - 1] + STEP;
