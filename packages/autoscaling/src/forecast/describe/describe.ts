/** Forecasts in words, in English or Simplified Chinese: assembled from what was found, so they have their own sentences. */
import { offsetAt, toLocal } from '../localTime';
import type { ScheduleResult } from '../schedule';
import type { TimeToMaxReplicas } from '../timeToMaxReplicas';
import type {
  DetectedSeason,
  ForecastResult,
  LoadForecast,
  UtcOffset,
} from '../types';
import { CHINESE, ENGLISH, type ForecastPhrases } from './phrases';

export type ForecastLanguage = 'en' | 'zh';

const DAY_MS = 86_400_000;
/** Parts of a blend that weigh less are not worth a word. */
const NAMED_WEIGHT = 0.05;

const phrasesOf = (language: ForecastLanguage): ForecastPhrases =>
  language === 'zh' ? CHINESE : ENGLISH;

/** Three significant digits, without an exponent for the usual sizes. */
const number = (value: number) => String(Number(value.toPrecision(3)));
const percent = (share: number) => `${number(share * 100)} %`;

/** `2026-11-23 08:00+08:00`. */
function instant(at: number, utcOffsets?: readonly UtcOffset[]): string {
  const minutes = offsetAt(utcOffsets, at) / 60_000;
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const zone = `${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  const local = new Date(toLocal(utcOffsets, at)).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}${sign}${zone}`;
}

function seasonSentences(
  seasons: readonly DetectedSeason[],
  phrases: ForecastPhrases,
): string[] {
  const sentences = seasons.map(({ season, verdict, strength }) => {
    const name = phrases.season[season];
    if (verdict === 'unknown') return phrases.seasonUnknown(name);
    return verdict === 'found'
      ? phrases.seasonFound(name, strength.toFixed(2))
      : phrases.seasonNone(name, strength.toFixed(2));
  });
  return seasons.every(({ verdict }) => verdict === 'none')
    ? [phrases.noSeason()]
    : sentences;
}

function modelSentences(
  { model, parts, accuracy }: LoadForecast,
  phrases: ForecastPhrases,
): string[] {
  const { baseline, mae, mase, betterThanBaseline } = accuracy;
  const named = phrases.model[baseline.model];
  const scaled = mase === undefined ? [] : [phrases.mase(number(mase))];
  if (betterThanBaseline)
    return [
      phrases.blend(
        [...parts]
          .filter(({ weight }) => weight >= NAMED_WEIGHT)
          .sort((a, b) => b.weight - a.weight)
          .map(part => `${phrases.model[part.model]} (${percent(part.weight)})`)
          .join(phrases.list),
        number(mae),
        named,
        percent(1 - mae / baseline.mae),
      ),
      ...scaled,
    ];
  return mae === 0
    ? [phrases.exact(phrases.model[model])]
    : [phrases.fallback(named), ...scaled];
}

/** What repeats, what the forecast is made of, how good it was, and whether it is better than a naive one. */
export function describeForecast(
  result: ForecastResult,
  language: ForecastLanguage = 'en',
): string {
  const phrases = phrasesOf(language);
  if (result.kind === 'notEnoughHistory')
    return phrases.notEnough(
      number(result.daysObserved),
      number(result.daysNeeded),
    );
  return [
    ...seasonSentences(result.seasons, phrases),
    ...modelSentences(result, phrases),
    ...(result.missingShare > 0
      ? [phrases.missing(percent(result.missingShare))]
      : []),
  ].join(phrases.separator);
}

/** @param utcOffsets - of the zone that instants are written in; default UTC */
export function describeTimeToMax(
  result: TimeToMaxReplicas,
  language: ForecastLanguage = 'en',
  utcOffsets?: readonly UtcOffset[],
): string {
  const phrases = phrasesOf(language);
  const { at, earliest, latest, exceededAt, horizonEnd } = result;
  const text = (value: number) => instant(value, utcOffsets);
  if (at !== undefined)
    return [
      phrases.maxExpected(
        text(at),
        text(earliest ?? at),
        latest === undefined ? undefined : text(latest),
      ),
      ...(exceededAt === undefined ? [] : [phrases.exceeded(text(exceededAt))]),
    ].join(phrases.separator);
  return earliest === undefined
    ? phrases.maxNotWithin(text(horizonEnd))
    : phrases.maxPossible(text(earliest));
}

export function describeSchedule(
  result: ScheduleResult,
  language: ForecastLanguage = 'en',
): string {
  const phrases = phrasesOf(language);
  switch (result.kind) {
    case 'notEnoughHistory':
      return describeForecast(result, language);
    case 'noSeason':
      return phrases.scheduleNoSeason();
    case 'notNeeded':
      return phrases.scheduleNotNeeded();
    default: {
      const { test, periods, season, baseReplicas } = result;
      return [
        phrases.schedule(
          phrases.season[season],
          baseReplicas,
          Math.max(...periods.map(({ minReplicas }) => minReplicas)),
          periods.length,
        ),
        test
          ? phrases.scheduleTest({
              days: number((test.to - test.from) / DAY_MS),
              added: number(test.replicaHours.added),
              without: test.underProvisionedMinutes.without,
              with: test.underProvisionedMinutes.with,
            })
          : phrases.scheduleUntested(),
      ].join(phrases.separator);
    }
  }
}
