import { backtest } from './backtest';
import { blend, blendWeights } from './blend';
import type { LoadHistory } from './history';
import { errorQuantiles, type ErrorQuantiles } from './intervals';
import { BASELINES, fitBaseline, fitPart, isBaseline } from './models';
import { meanAbsoluteError } from './scale';
import { seasonalError } from './seasonalError';
import type {
  DetectedSeason,
  ForecastAccuracy,
  ForecastModel,
  ForecastPart,
  SeasonName,
  SingleModel,
} from './types';

export interface ChosenModel {
  model: ForecastModel;
  parts: readonly ForecastPart[];
  accuracy: Omit<ForecastAccuracy, 'from' | 'to'>;
  /** Buckets of the tail. */
  tailLength: number;
  /** From the end of the history, in the scale of the models; learned from all of it. */
  forecast: (length: number) => Float64Array;
  quantilesAt: (lead: number) => ErrorQuantiles;
}

/** Baselines first, then what the detected seasons allow. */
function candidatesOf(
  seasons: readonly DetectedSeason[],
  hasWeek: boolean,
): SingleModel[] {
  const mayHave = (name: SeasonName) =>
    seasons.some(
      ({ season, verdict }) => season === name && verdict !== 'none',
    );
  const candidates: SingleModel[] = [
    ...BASELINES.filter(model => model !== 'lastWeek' || hasWeek),
    'level',
  ];
  if (!mayHave('day') && !mayHave('week')) return candidates;
  candidates.push('dayProfile');
  // Even where no week stands out, the mean of two estimates of the same day is often the better one: the test decides.
  if (hasWeek && seasons.some(({ season }) => season === 'week'))
    candidates.push('weekProfile', 'dayAndWeekProfile');
  return candidates;
}

/** The last third of the history, at most a week (or the horizon, if longer), and less where that leaves a week before it. */
function tailLengthOf({ loads, day, week }: LoadHistory, buckets: number) {
  const third = Math.min(loads.length / 3, Math.max(week, buckets));
  const beyondWeek = loads.length - week;
  return Math.floor(beyondWeek >= day ? Math.min(third, beyondWeek) : third);
}

/**
 * Tests every candidate on the tail of the history. The answer is the blend of all of them, or the best baseline where the blend was not
 * better.
 *
 * @param buckets - horizon in buckets
 * @returns undefined where the tail has nothing to test on
 */
export function chooseModel(
  history: LoadHistory,
  seasons: readonly DetectedSeason[],
  buckets: number,
): ChosenModel | undefined {
  const { loads, values, day, week, scale } = history;
  const tailLength = tailLengthOf(history, buckets);
  const from = loads.length - tailLength;
  const horizon = Math.min(buckets, tailLength);
  const candidates = candidatesOf(seasons, from >= week);
  const baselines = candidates.filter(isBaseline);
  const { origins, leads, actual, forecasts } = backtest(
    [
      ...baselines.map(model => fitBaseline(model, history)),
      ...candidates.map(model => fitPart(model, history, from, horizon)),
    ],
    values,
    { from, horizon },
  );
  if (actual.length === 0) return undefined;

  const ofParts = forecasts.slice(baselines.length);
  const maeOf = (forecast: readonly number[]) =>
    meanAbsoluteError(scale, actual, forecast);
  const weights = blendWeights(ofParts.map(maeOf));
  const tried: { model: ForecastModel; forecast: readonly number[] }[] = [
    { model: 'blend', forecast: blend(ofParts, weights) },
    ...baselines.map((model, index) => ({ model, forecast: forecasts[index] })),
    ...candidates.flatMap((model, index) =>
      isBaseline(model) ? [] : [{ model, forecast: ofParts[index] }],
    ),
  ];
  const unit = seasonalError(loads.subarray(0, from), day);
  const ranked = tried
    .map(({ model, forecast }) => {
      const mae = maeOf(forecast);
      const mase = unit > 0 ? { mase: mae / unit } : {};
      return { forecast, score: { model, mae, ...mase } };
    })
    .sort((a, b) => a.score.mae - b.score.mae);
  const baseline = ranked.find(({ score }) => isBaseline(score.model))!;
  const blended = ranked.find(({ score }) => score.model === 'blend')!;
  const betterThanBaseline = blended.score.mae < baseline.score.mae;
  const chosen = betterThanBaseline ? blended : baseline;
  const { model, ...errors } = chosen.score;
  const errorsByLead = Array.from({ length: horizon }, (): number[] => []);
  chosen.forecast.forEach((value, point) =>
    errorsByLead[leads[point] - 1].push(actual[point] - value),
  );
  return {
    model,
    parts: isBaseline(model)
      ? [{ model, weight: 1 }]
      : candidates.map((part, index) => ({
          model: part,
          weight: weights[index],
        })),
    accuracy: {
      ...errors,
      origins,
      baseline: baseline.score,
      betterThanBaseline,
      scores: ranked.map(({ score }) => score),
    },
    tailLength,
    forecast: length =>
      isBaseline(model)
        ? fitBaseline(model, history)(values.length, length)
        : Float64Array.from(
            blend(
              candidates.map(part =>
                fitPart(
                  part,
                  history,
                  values.length,
                  horizon,
                )(values.length, length),
              ),
              weights,
            ),
          ),
    quantilesAt: errorQuantiles(errorsByLead),
  };
}
