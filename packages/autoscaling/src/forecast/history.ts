import { despike } from './despike';
import { stepOf, toGrid } from './grid';
import { toLocal } from './localTime';
import type { ModelInput } from './models';
import { scaleOf, toScale, type Scale } from './scale';
import { SEASON_MS, type ForecastOptions, type LoadSeries } from './types';

const MAX_HISTORY_MS = 8 * SEASON_MS.week;

/** What a forecast is made from. */
export interface LoadHistory extends ModelInput {
  /** In the unit of the load. */
  loads: Float64Array;
  scale: Scale;
  /** Local time of the bucket that `now` is in, the first one that is not known. */
  end: number;
  /** Buckets with a sample. */
  observed: number;
}

/** Start of the history in local time: the first sample, at most eight weeks ago. */
function startOf(
  { at, values }: LoadSeries,
  options: ForecastOptions,
  end: number,
): number {
  for (let index = 0; index < at.length; index += 1)
    if (!Number.isNaN(values[index]))
      return Math.max(
        toLocal(options.utcOffsets, at[index]),
        end - MAX_HISTORY_MS,
      );
  return end;
}

/** The samples before `now`, in whole buckets of local time. */
export function historyOf(
  series: LoadSeries,
  options: ForecastOptions,
): LoadHistory {
  const { now, utcOffsets } = options;
  const step = options.step ?? stepOf(series);
  const end = Math.floor(toLocal(utcOffsets, now) / step) * step;
  const { values: loads } = toGrid(series, {
    step,
    from: startOf(series, options, end),
    to: end,
    utcOffsets,
  });
  const scale = scaleOf(loads);
  const values = loads.map(load => toScale(scale, load));
  const day = SEASON_MS.day / step;
  return {
    loads,
    values,
    clean: despike(values, day),
    scale,
    step,
    day,
    week: SEASON_MS.week / step,
    end,
    observed: loads.filter(load => !Number.isNaN(load)).length,
  };
}
