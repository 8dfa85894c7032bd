import { meanOf } from './grid';
import { SEASON_MS, type DetectedSeason, type SeasonName } from './types';

const HOUR_MS = 3_600_000;
const MIN_STRENGTH = 0.2;
/** Standard errors above which chance is not an explanation. */
const STANDARD_ERRORS = 2.5;

/** Without what moves slower than the season. */
function detrended(values: Float64Array, period: number): Float64Array {
  const half = Math.floor(period / 2);
  return values.map(
    (value, index) => value - meanOf(values, index - half, index + half + 1),
  );
}

/** Without the typical cycle. */
function withoutCycle(values: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  values.forEach((value, index) => {
    if (Number.isNaN(value)) return;
    sums[index % period] += value;
    counts[index % period] += 1;
  });
  return values.map(
    (value, index) => value - sums[index % period] / counts[index % period],
  );
}

interface Autocorrelation {
  value: number;
  pairs: number;
}

/** Over the pairs whose both values are there, so a gap takes nothing away but pairs. */
export function autocorrelation(
  values: Float64Array,
  lag: number,
): Autocorrelation {
  const mean = meanOf(values, 0, values.length);
  let products = 0;
  let before = 0;
  let after = 0;
  let pairs = 0;
  for (let index = lag; index < values.length; index += 1) {
    const a = values[index - lag] - mean;
    const b = values[index] - mean;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    products += a * b;
    before += a * a;
    after += b * b;
    pairs += 1;
  }
  const norm = Math.sqrt(before * after);
  // Rounding leaves crumbs of a constant series.
  return { value: norm > 1e-9 * pairs ? products / norm : 0, pairs };
}

function detect(
  season: SeasonName,
  values: Float64Array,
  period: number,
): DetectedSeason {
  const { value, pairs } = autocorrelation(values, period);
  // Bartlett: how far chance alone moves an autocorrelation of values that hang together.
  let spread = 1;
  for (let lag = 1; lag <= period / 2; lag += 1)
    spread += 2 * autocorrelation(values, lag).value ** 2;
  const threshold = Math.max(
    MIN_STRENGTH,
    Math.min(0.9, STANDARD_ERRORS * Math.sqrt(spread / Math.max(1, pairs))),
  );
  return {
    season,
    verdict: value >= threshold ? 'found' : 'none',
    strength: Math.max(0, Math.min(1, value)),
    threshold,
  };
}

/**
 * Looks for a daily and a weekly pattern.
 *
 * @param hourly - one value per hour, in a scale in which busy and quiet hours vary alike; NaN where there is none
 */
export function detectSeasons(
  hourly: Float64Array,
  seasons: readonly SeasonName[],
): DetectedSeason[] {
  const day = SEASON_MS.day / HOUR_MS;
  return seasons.map(season => {
    const period = SEASON_MS[season] / HOUR_MS;
    if (hourly.length < 2 * period)
      return { season, verdict: 'unknown', strength: 0, threshold: 0 };
    const flat = detrended(hourly, period);
    // A day that repeats also repeats after seven: the week is what the day does not explain.
    return detect(
      season,
      season === 'week' ? withoutCycle(flat, day) : flat,
      period,
    );
  });
}
