/** What a typical cycle is taken from. */
export interface ProfileShape {
  /** Length of a cycle in buckets. */
  period: number;
  /** Most cycles that are averaged. */
  cycles: number;
  /** Weight of a cycle against the one after it. */
  decay: number;
}

/** Two weeks of days, the last week most; six weeks. */
export function dayShape(period: number): ProfileShape {
  return { period, cycles: 14, decay: 0.85 };
}

export function weekShape(period: number): ProfileShape {
  return { period, cycles: 6, decay: 0.8 };
}

/**
 * Typical value at `index`: the weighted mean of the same place in earlier cycles. Only values before `known` are looked at; gaps
 * count for nothing. NaN when no cycle has one.
 */
export function typicalAt(
  values: Float64Array,
  index: number,
  known: number,
  { period, cycles, decay }: ProfileShape,
): number {
  const first = Math.max(1, Math.ceil((index - known + 1) / period));
  let sum = 0;
  let weights = 0;
  let weight = 1;
  for (let cycle = first; cycle < first + cycles; cycle += 1) {
    const before = index - cycle * period;
    if (before < 0) break;
    const value = values[before];
    if (!Number.isNaN(value)) {
      sum += weight * value;
      weights += weight;
    }
    weight *= decay;
  }
  return sum / weights;
}

/** The same place in the last cycle that has a value there: "same time yesterday". */
export function lastCycleAt(
  values: Float64Array,
  index: number,
  known: number,
  period: number,
): number {
  const first = Math.max(1, Math.ceil((index - known + 1) / period));
  for (let before = index - first * period; before >= 0; before -= period)
    if (!Number.isNaN(values[before])) return values[before];
  return NaN;
}
