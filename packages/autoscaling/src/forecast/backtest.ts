import type { FittedModel } from './models';

/** Points that one backtest asks each model for, more or less. */
const POINTS = 12_000;
const MIN_ORIGINS = 20;
const MAX_ORIGINS = 120;

/** What every model said, and what came, at the same points; all in the scale of the models. */
export interface Backtest {
  origins: number;
  /** Of each point, 1 for the bucket that begins at the origin. */
  leads: readonly number[];
  actual: readonly number[];
  /** Per model, one value per point. */
  forecasts: readonly (readonly number[])[];
}

/**
 * Rolling origins over the tail: every model forecasts from many instants in it, knowing the values up to each. Points that one of them
 * has nothing to say about are left out for all.
 *
 * @param models - learned from what is before the tail
 */
export function backtest(
  models: readonly FittedModel[],
  values: Float64Array,
  tail: { from: number; horizon: number },
): Backtest {
  const length = values.length - tail.from;
  const origins = Math.min(
    length,
    MAX_ORIGINS,
    Math.max(MIN_ORIGINS, Math.round(POINTS / tail.horizon)),
  );
  const leads: number[] = [];
  const actual: number[] = [];
  const forecasts = models.map((): number[] => []);
  for (let index = 0; index < origins; index += 1) {
    const origin = tail.from + Math.floor((index * length) / origins);
    const horizon = Math.min(tail.horizon, values.length - origin);
    const predicted = models.map(predict => predict(origin, horizon));
    for (let lead = 0; lead < horizon; lead += 1) {
      const value = values[origin + lead];
      if (
        Number.isNaN(value) ||
        predicted.some(forecast => Number.isNaN(forecast[lead]))
      )
        continue;
      leads.push(lead + 1);
      actual.push(value);
      predicted.forEach((forecast, model) =>
        forecasts[model].push(forecast[lead]),
      );
    }
  }
  return {
    origins,
    leads,
    actual,
    forecasts,
  };
}
