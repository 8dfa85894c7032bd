/** How quickly the level and the spread follow, per bucket. */
const LEVEL_RATE = 0.3;
const SPREAD_RATE = 0.02;
/** Mean deviations beyond which a value is pulled in: about five standard deviations. */
const LIMIT = 6;
const MIN_SPREAD = 0.01;
const DAYS = 3;

/** Typical movement from one bucket to the next. */
function firstSpread(values: Float64Array, until: number): number {
  const moves: number[] = [];
  for (let index = 1; index < Math.min(until, values.length); index += 1) {
    const move = Math.abs(values[index] - values[index - 1]);
    if (!Number.isNaN(move)) moves.push(move);
  }
  moves.sort((a, b) => a - b);
  return Math.max(MIN_SPREAD, moves[Math.floor(moves.length / 2)] ?? 0);
}

/**
 * Pulls in what is far from the same time of each of the last days, seen from the level of the last few values, so that one incident does not
 * come back in the forecast of every next day. A shift that lasts is followed after a few buckets. Looks only backwards: a test on
 * the tail learns nothing from what came after.
 */
export function despike(values: Float64Array, dayLength: number): Float64Array {
  const clean = Float64Array.from(values);
  let level = 0;
  let spread = firstSpread(values, 2 * dayLength);
  for (let index = 0; index < values.length; index += 1) {
    if (Number.isNaN(values[index])) continue;
    let deviation = Infinity;
    let days = 0;
    for (let day = 1; day <= DAYS; day += 1) {
      const before = clean[index - day * dayLength];
      if (before === undefined || Number.isNaN(before)) continue;
      const fromDay = values[index] - before - level;
      if (Math.abs(fromDay) < Math.abs(deviation)) deviation = fromDay;
      days += 1;
    }
    // One day says too little about what is usual.
    if (days < 2) continue;
    const limit = LIMIT * spread;
    const kept = Math.max(-limit, Math.min(limit, deviation));
    clean[index] += kept - deviation;
    level += LEVEL_RATE * kept;
    spread = Math.max(
      MIN_SPREAD,
      spread + SPREAD_RATE * (Math.abs(kept) - spread),
    );
  }
  return clean;
}
