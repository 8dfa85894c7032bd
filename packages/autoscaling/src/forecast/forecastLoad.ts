import { assertForecastOptions, assertSeries } from './assertForecastInput';
import { chooseModel, type ChosenModel } from './chooseModel';
import { coarsen, meanOf } from './grid';
import { historyOf, type LoadHistory } from './history';
import { offsetAt, toLocal } from './localTime';
import { fromScale } from './scale';
import { detectSeasons } from './seasonality';
import {
  SEASON_MS,
  type ForecastOptions,
  type ForecastPoint,
  type ForecastResult,
  type LoadSeries,
} from './types';

const HOUR_MS = 3_600_000;
/** Two days to learn from and one to test on. */
const DAYS_NEEDED = 3;

function pointsOf(
  history: LoadHistory,
  chosen: ChosenModel,
  options: {
    now: number;
    horizon: number;
    utcOffsets?: ForecastOptions['utcOffsets'];
  },
): ForecastPoint[] {
  const { clean, end, step, scale } = history;
  const { now, horizon, utcOffsets } = options;
  const begin = end - offsetAt(utcOffsets, now);
  const instants: number[] = [];
  for (let at = begin; at < now + horizon; at += step) instants.push(at);
  // Clocks that go back show an hour twice, clocks that go forward leave one out.
  const leads = instants.map(at =>
    Math.max(0, Math.round((toLocal(utcOffsets, at) - end) / step)),
  );
  const forecast = chosen.forecast(Math.max(...leads) + 1);
  const level = meanOf(clean, 0, clean.length);
  return instants.map((at, index) => {
    const lead = leads[index];
    // A time of day that never had a sample.
    const middle = Number.isNaN(forecast[lead]) ? level : forecast[lead];
    const errors = chosen.quantilesAt(lead + 1);
    const mean = fromScale(scale, middle);
    const at80 = [errors.lower80, errors.upper80].map(error =>
      fromScale(scale, middle + error),
    );
    const at95 = [errors.lower95, errors.upper95].map(error =>
      fromScale(scale, middle + error),
    );
    return {
      at,
      mean,
      // A model that is wrong on one side only still has the mean inside.
      lower80: Math.min(mean, at80[0]),
      upper80: Math.max(mean, at80[1]),
      lower95: Math.min(mean, at95[0]),
      upper95: Math.max(mean, at95[1]),
    };
  });
}

/**
 * Forecasts a load from its own history: a typical day and week, where there are any, plus what is left of the recent deviation
 * from them, blended with the naive baselines ("last value", "same time yesterday", "same time last week") by how well each did on the
 * tail of the history. The answer says how well the blend did there, and is the best baseline alone where the blend was not better.
 *
 * At most the last eight weeks are looked at. The first point is the bucket that `now` is in.
 *
 * @returns a point for every bucket of the horizon, or `notEnoughHistory` for less than three days of samples
 * @throws AutoscalingInputError for samples out of order, negative or infinite, and for options out of range
 */
export function forecastLoad(
  series: LoadSeries,
  options: ForecastOptions,
): ForecastResult {
  assertForecastOptions(options);
  assertSeries(series);
  const { now, horizon = SEASON_MS.day, utcOffsets } = options;
  const history = historyOf(series, options);
  const { loads, values, step, day, observed } = history;
  const notEnough: ForecastResult = {
    kind: 'notEnoughHistory',
    now,
    daysObserved: observed / day,
    daysNeeded: DAYS_NEEDED,
  };
  if (observed < DAYS_NEEDED * day) return notEnough;

  const seasons = detectSeasons(
    coarsen(values, HOUR_MS / step),
    options.seasons ?? ['day', 'week'],
  );
  const chosen = chooseModel(history, seasons, Math.ceil(horizon / step));
  if (!chosen) return notEnough;
  return {
    kind: 'forecast',
    now,
    step,
    model: chosen.model,
    parts: chosen.parts,
    seasons,
    accuracy: {
      from: now - chosen.tailLength * step,
      to: now,
      ...chosen.accuracy,
    },
    points: pointsOf(history, chosen, { now, horizon, utcOffsets }),
    missingShare: 1 - observed / loads.length,
  };
}
