import { assertNumber, assertPositive } from './assertForecastInput';
import { AutoscalingInputError } from '../errors';
import { forecastLoad } from './forecastLoad';
import { stepOf, toGrid } from './grid';
import { toLocal } from './localTime';
import { lastCycleAt } from './profile';
import { seasonalError } from './seasonalError';
import {
  SEASON_MS,
  type ForecastModel,
  type ForecastOptions,
  type LoadSeries,
} from './types';

const MINUTE_MS = 60_000;

export interface EvaluationOptions
  extends Pick<ForecastOptions, 'seasons' | 'step' | 'utcOffsets'> {
  /** First instant that is forecast from; what is before it is also the unit of MASE. */
  from: number;
  /** How far each forecast looks ahead in milliseconds. Default: one day. */
  horizon?: number;
  /** Time between two forecasts in milliseconds. Default: 6 hours. */
  every?: number;
  /** What is provisioned above the forecast, as a share of it. Default: 0.1. */
  headroom?: number;
}

export interface EvaluationScore {
  /** Mean absolute error in the unit of the load. */
  mae: number;
  /** Against the error of "same time yesterday" before the first forecast; absent where that is 0. */
  mase?: number;
  /** Minutes per forecast day in which the load was above the forecast plus headroom. */
  underProvisionedMinutesPerDay: number;
  /** Provisioned and not used, as a share of the load. */
  overProvisionedShare: number;
}

export interface ForecastEvaluation {
  /** Forecasts made, and buckets compared over all of them. */
  forecasts: number;
  points: number;
  headroom: number;
  model: EvaluationScore;
  /** On the same points. */
  baselines: Readonly<
    Record<'lastValue' | 'yesterday' | 'lastWeek', EvaluationScore>
  >;
  /** Share of the actual loads inside the intervals, 0 to 1. */
  coverage80: number;
  coverage95: number;
  /** How often each model was the one chosen. */
  chosen: Readonly<Partial<Record<ForecastModel, number>>>;
}

class Tally {
  #error = 0;
  #under = 0;
  #over = 0;
  #load = 0;
  #points = 0;

  add(actual: number, forecast: number, headroom: number): void {
    const provisioned = forecast * (1 + headroom);
    this.#error += Math.abs(actual - forecast);
    if (actual > provisioned) this.#under += 1;
    else this.#over += provisioned - actual;
    this.#load += actual;
    this.#points += 1;
  }

  score(unit: number): EvaluationScore {
    const mae = this.#error / this.#points;
    return {
      mae,
      ...(unit > 0 ? { mase: mae / unit } : {}),
      underProvisionedMinutesPerDay:
        (this.#under / this.#points) * (SEASON_MS.day / MINUTE_MS),
      overProvisionedShare: this.#load > 0 ? this.#over / this.#load : 0,
    };
  }
}

/**
 * Rolling-origin evaluation: forecasts from one instant after the other, each knowing only what was before, compared with what came and with
 * what "last value", "same time yesterday" and "same time last week" would have said. Until there is a week, the last is the same time yesterday.
 *
 * @throws AutoscalingInputError where no forecast could be compared with anything
 */
export function evaluateForecast(
  series: LoadSeries,
  options: EvaluationOptions,
): ForecastEvaluation {
  const {
    from,
    horizon = SEASON_MS.day,
    every = SEASON_MS.day / 4,
    headroom = 0.1,
    seasons,
    utcOffsets,
  } = options;
  assertPositive(every, 'every');
  assertNumber(headroom, 'headroom', 0);
  const step = options.step ?? stepOf(series);
  const size = series.at.length;
  const first = toLocal(utcOffsets, size ? series.at[0] : from);
  const last = toLocal(utcOffsets, size ? series.at[size - 1] : from);
  const grid = toGrid(series, {
    step,
    from: first,
    to: last + step,
    utcOffsets,
  });
  const { values: loads, start } = grid;
  const indexOf = (at: number) =>
    Math.floor((toLocal(utcOffsets, at) - start) / step);
  const day = SEASON_MS.day / step;

  const tallies = {
    model: new Tally(),
    lastValue: new Tally(),
    yesterday: new Tally(),
    lastWeek: new Tally(),
  };
  const chosen: Partial<Record<ForecastModel, number>> = {};
  let forecasts = 0;
  let points = 0;
  let inside80 = 0;
  let inside95 = 0;
  for (let now = from; indexOf(now) < loads.length; now += every) {
    const forecast = forecastLoad(series, {
      now,
      horizon,
      seasons,
      step,
      utcOffsets,
    });
    if (forecast.kind !== 'forecast') continue;
    forecasts += 1;
    chosen[forecast.model] = (chosen[forecast.model] ?? 0) + 1;
    const origin = indexOf(now);
    let lastValue = NaN;
    for (
      let index = origin - 1;
      index >= 0 && Number.isNaN(lastValue);
      index -= 1
    )
      lastValue = loads[index];
    for (const point of forecast.points) {
      const index = indexOf(point.at);
      const actual = loads[index];
      const yesterday = lastCycleAt(loads, index, origin, day);
      if (actual === undefined || Number.isNaN(actual + yesterday)) continue;
      const lastWeek = lastCycleAt(loads, index, origin, 7 * day);
      points += 1;
      tallies.model.add(actual, point.mean, headroom);
      tallies.lastValue.add(actual, lastValue, headroom);
      tallies.yesterday.add(actual, yesterday, headroom);
      tallies.lastWeek.add(
        actual,
        Number.isNaN(lastWeek) ? yesterday : lastWeek,
        headroom,
      );
      if (actual >= point.lower80 && actual <= point.upper80) inside80 += 1;
      if (actual >= point.lower95 && actual <= point.upper95) inside95 += 1;
    }
  }
  if (points === 0)
    throw new AutoscalingInputError({
      field: 'from',
      problem: 'no forecast could be compared with a later load',
      remedy: 'pass at least three days of samples before it and some after',
    });
  const unit = seasonalError(
    loads.subarray(0, Math.max(0, indexOf(from))),
    day,
  );
  return {
    forecasts,
    points,
    headroom,
    model: tallies.model.score(unit),
    baselines: {
      lastValue: tallies.lastValue.score(unit),
      yesterday: tallies.yesterday.score(unit),
      lastWeek: tallies.lastWeek.score(unit),
    },
    coverage80: inside80 / points,
    coverage95: inside95 / points,
    chosen,
  };
}
