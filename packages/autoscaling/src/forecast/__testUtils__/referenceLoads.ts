/** Two made-up loads that the accuracy table has beside the public traces. */
import type { LoadSeries } from '../types';
import { DAY, HOUR, normals, series, weekly } from './synthetic';

/** Five weeks of days and weekends, noise that lingers for hours, and a burst of an hour on every fourth day. */
export function seasonalLoad(): LoadSeries {
  const noise = normals(21);
  let lingering = 0;
  return series(35, (at, index) => {
    lingering = 0.95 * lingering + 0.05 * noise();
    const burst = index % (4 * 96) >= 380 ? 3 : 1;
    return weekly(at) * burst * Math.exp(lingering + 0.1 * noise());
  });
}

/** Five weeks without a season. */
export function seasonlessLoad(): LoadSeries {
  const noise = normals(22);
  let lingering = 0;
  return series(35, () => {
    lingering = 0.98 * lingering + 0.06 * noise();
    return 100 * Math.exp(lingering + 0.1 * noise());
  });
}

/** Time between two forecasts. Not a divisor of a day, so that forecasts begin at all times of it. */
export const EVALUATION_DISTANCE = 7 * HOUR;

/** How both, and the public traces, are evaluated: from the end of four weeks, or of half the trace if that is less. */
export function evaluationStart({ at }: LoadSeries): number {
  const days = (at[at.length - 1] - at[0]) / DAY;
  return at[0] + Math.min(28, Math.max(7, Math.floor(days / 2))) * DAY;
}
