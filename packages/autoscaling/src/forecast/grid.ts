import { toLocal } from './localTime';
import type { LoadSeries, UtcOffset } from './types';

const MINUTE_MS = 60_000;
const STEPS = [15, 20, 30, 60].map(minutes => minutes * MINUTE_MS);

/** Mean load per bucket, in local time; NaN where no sample is. */
export interface LoadGrid {
  /** Local time of the first bucket. */
  start: number;
  step: number;
  values: Float64Array;
}

/** The shortest of the usual buckets that the samples fill. */
export function stepOf({ at }: LoadSeries): number {
  const distances = Array.from(
    { length: Math.max(0, at.length - 1) },
    (_, index) => at[index + 1] - at[index],
  ).sort((a, b) => a - b);
  const typical = distances[Math.floor(distances.length / 2)] ?? 0;
  return STEPS.find(step => step >= typical) ?? STEPS[STEPS.length - 1];
}

/** Puts the samples of `[from, to)` (local time, whole buckets) into buckets. */
export function toGrid(
  { at, values }: LoadSeries,
  options: {
    step: number;
    from: number;
    to: number;
    utcOffsets?: readonly UtcOffset[];
  },
): LoadGrid {
  const { step, from, to, utcOffsets } = options;
  const start = Math.floor(from / step) * step;
  const size = Math.max(0, Math.floor((to - start) / step));
  const sums = new Float64Array(size);
  const counts = new Float64Array(size);
  for (let index = 0; index < at.length; index += 1) {
    const bucket = Math.floor((toLocal(utcOffsets, at[index]) - start) / step);
    if (bucket < 0 || bucket >= size || Number.isNaN(values[index])) continue;
    sums[bucket] += values[index];
    counts[bucket] += 1;
  }
  // 0 / 0 is the NaN of an empty bucket.
  return { start, step, values: sums.map((sum, index) => sum / counts[index]) };
}

/** Means of `size` neighbouring buckets each; the first ones may be left out so that the last group is whole. */
export function coarsen(values: Float64Array, size: number): Float64Array {
  const groups = Math.floor(values.length / size);
  const first = values.length - groups * size;
  return Float64Array.from({ length: groups }, (_, group) =>
    meanOf(values, first + group * size, first + (group + 1) * size),
  );
}

/** Mean of the values in `[from, to)` that are there; NaN when none is. */
export function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (
    let index = Math.max(0, from);
    index < Math.min(to, values.length);
    index += 1
  ) {
    if (Number.isNaN(values[index])) continue;
    sum += values[index];
    count += 1;
  }
  return sum / count;
}
