import type {
  AgentHistorySnapshot,
  HistorySample,
} from '../snapshot/AgentSnapshot';

/** Two samples may lie this far apart and still be neighbours: history is thinned to one in five minutes. */
export const NEIGHBOUR_MS = 10 * 60_000;

/** Share of the asked time that must be covered. */
const COVERAGE = 0.9;

/** Index of the first sample at or after an instant; samples are in order. */
export function indexAt(
  samples: readonly HistorySample[],
  instant: number,
): number {
  let from = 0;
  let to = samples.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (samples[middle].at < instant) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Samples of the last `spanMs`, or `undefined` when history does not reach back that far. */
export function samplesOfLast(
  history: AgentHistorySnapshot | undefined,
  spanMs: number,
  now: number,
): readonly HistorySample[] | undefined {
  const samples = history?.samples ?? [];
  if (samples.length === 0 || samples[0].at > now - spanMs * COVERAGE)
    return undefined;
  const found = samples.slice(
    indexAt(samples, now - spanMs),
    indexAt(samples, now + 1),
  );
  return found.length === 0 ? undefined : found;
}

/** Means over intervals of equal length, oldest first; an interval without a sample repeats the one before. */
export function resample(
  samples: readonly HistorySample[],
  stepMs: number,
  valueOf: (sample: HistorySample) => number | undefined,
): number[] {
  if (samples.length === 0) return [];
  const start = samples[0].at;
  const sums: { sum: number; count: number }[] = [];
  for (const sample of samples) {
    const value = valueOf(sample);
    if (value === undefined) continue;
    const slot = Math.floor((sample.at - start) / stepMs);
    sums[slot] ??= { sum: 0, count: 0 };
    sums[slot].sum += value;
    sums[slot].count += 1;
  }
  const means: number[] = [];
  for (const slot of sums) {
    means.push(slot ? slot.sum / slot.count : means[means.length - 1]);
  }
  return means.filter(value => value !== undefined);
}

/** Pairs of neighbouring samples between which the replicas changed in one direction. */
export function steps(
  samples: readonly HistorySample[],
  direction: 'up' | 'down',
): { before: HistorySample; after: HistorySample }[] {
  return samples.slice(1).flatMap((after, index) => {
    const before = samples[index];
    const change = after.current - before.current;
    const found = direction === 'up' ? change > 0 : change < 0;
    return found && after.at - before.at <= NEIGHBOUR_MS
      ? [{ before, after }]
      : [];
  });
}
