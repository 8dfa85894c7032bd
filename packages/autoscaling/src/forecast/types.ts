/** What a forecast takes and answers. Instants are milliseconds since the epoch; load is in any unit, the same throughout. */

/** Samples of a load. A missing sample is a gap, never a zero. */
export interface LoadSeries {
  /** Ascending. */
  at: ArrayLike<number>;
  /** Not negative; NaN says that there is no value. */
  values: ArrayLike<number>;
}

/** Time of a zone ahead of UTC from an instant on: two entries a year where clocks change. */
export interface UtcOffset {
  from: number;
  offsetMinutes: number;
}

export type SeasonName = 'day' | 'week';

export const SEASON_MS: Readonly<Record<SeasonName, number>> = {
  day: 86_400_000,
  week: 7 * 86_400_000,
};

/** What the history says about one season. */
export interface DetectedSeason {
  season: SeasonName;
  /** `unknown`: less than two cycles of history. */
  verdict: 'found' | 'none' | 'unknown';
  /** Autocorrelation at that distance, without slower movements (and, for the week, without the daily pattern); 0 where unknown. */
  strength: number;
  /** Strength from which it counts as found: 0.2, or more where chance alone reaches that. */
  threshold: number;
}

/**
 * What a forecast can be made of. `lastValue`, `yesterday` and `lastWeek` are the naive baselines. The others take a typical day, week,
 * or the mean of both, or no season at all (`level`), and add what is expected to be left of the recent deviation from it.
 */
export const SINGLE_MODELS = [
  'lastValue',
  'yesterday',
  'lastWeek',
  'level',
  'dayProfile',
  'weekProfile',
  'dayAndWeekProfile',
] as const;
export type SingleModel = (typeof SINGLE_MODELS)[number];

/** One of the baselines, or `blend`: the weighted mean of everything that was tried. */
export type ForecastModel = SingleModel | 'blend';

export interface ForecastPart {
  model: SingleModel;
  /** 0 to 1; all of them sum to 1. The better a model did in the test, the more it weighs. */
  weight: number;
}

export interface ForecastOptions {
  /** Samples after it are not looked at. */
  now: number;
  /** How far to look ahead in milliseconds, at most 14 days. Default: one day. */
  horizon?: number;
  /** Seasons to look for. Default: day and week. */
  seasons?: readonly SeasonName[];
  /** Length of a bucket in milliseconds, a divisor of one hour from 1 minute on. Default: 15 minutes, more for sparser samples. */
  step?: number;
  /** Days and weeks follow the clocks of this zone. Default: UTC. */
  utcOffsets?: readonly UtcOffset[];
}

/** Mean load of one bucket that begins at `at`. */
export interface ForecastPoint {
  at: number;
  /** The expected load: as likely to be exceeded as not. */
  mean: number;
  lower80: number;
  upper80: number;
  lower95: number;
  upper95: number;
}

/** How well one model did at forecasting the tail of the history from what came before. */
export interface BacktestScore {
  model: ForecastModel;
  /** Mean absolute error in the unit of the load. */
  mae: number;
  /** That, divided by the error of "same time yesterday" before the tail; absent where that is 0. */
  mase?: number;
}

export interface ForecastAccuracy {
  /** The tail that was forecast again and again, and how often. */
  from: number;
  to: number;
  origins: number;
  /** Of the chosen model. */
  mae: number;
  mase?: number;
  /** The best of the naive baselines on the same points. */
  baseline: BacktestScore;
  /** False: the blend was not better than the baseline, so the forecast is the baseline's. */
  betterThanBaseline: boolean;
  /** Everything that was tried, best first. */
  scores: readonly BacktestScore[];
}

export interface LoadForecast {
  kind: 'forecast';
  now: number;
  /** Length of a bucket in milliseconds. */
  step: number;
  /** A baseline only where the blend was not better. */
  model: ForecastModel;
  /** What the forecast is the weighted mean of. */
  parts: readonly ForecastPart[];
  seasons: readonly DetectedSeason[];
  accuracy: ForecastAccuracy;
  points: readonly ForecastPoint[];
  /** Share of the buckets of the history without a sample, 0 to 1. */
  missingShare: number;
}

/** No forecast: there is too little to learn from and to test on. */
export interface NotEnoughHistory {
  kind: 'notEnoughHistory';
  now: number;
  /** Days that have samples, counted in buckets. */
  daysObserved: number;
  daysNeeded: number;
}

export type ForecastResult = LoadForecast | NotEnoughHistory;
