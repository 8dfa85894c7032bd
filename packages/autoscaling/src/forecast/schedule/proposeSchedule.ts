import { AutoscalingInputError } from '../../errors';
import { forecastLoad } from '../forecastLoad';
import { assertReplicaOptions } from '../replicas';
import { SEASON_MS, type LoadForecast, type LoadSeries } from '../types';
import { kedaTriggers, periodsOf, scheduleSteps } from './cron';
import { replicasOfCycle } from './cycle';
import { testSchedule } from './testSchedule';
import type { ScheduleOptions, ScheduleResult, ScheduleTest } from './types';

/** Periods are whole hours, and a window that begins earlier must not reach the one before. */
const MAX_LEAD_MINUTES = 59;

function assertScheduleOptions(options: ScheduleOptions): void {
  assertReplicaOptions(options);
  const { timeZone, startUpSeconds = 0, maxPeriodsPerDay = 6 } = options;
  if (!timeZone)
    throw new AutoscalingInputError({
      field: 'timeZone',
      problem: 'no name of a time zone',
      remedy: 'pass an IANA name such as Asia/Shanghai',
    });
  if (startUpSeconds > MAX_LEAD_MINUTES * 60)
    throw new AutoscalingInputError({
      field: 'startUpSeconds',
      problem: `${startUpSeconds} s is more than ${MAX_LEAD_MINUTES} minutes`,
      remedy: 'a schedule of hours is no help for pods that start so slowly',
    });
  if (!Number.isInteger(maxPeriodsPerDay) || maxPeriodsPerDay < 2)
    throw new AutoscalingInputError({
      field: 'maxPeriodsPerDay',
      problem: `${maxPeriodsPerDay} is not a number of periods`,
      remedy: 'pass a whole number from 2 on',
    });
}

function seasonOf(forecast: LoadForecast): 'day' | 'week' | undefined {
  const found = (season: 'day' | 'week') =>
    forecast.seasons.some(
      detected => detected.season === season && detected.verdict === 'found',
    );
  if (found('week')) return 'week';
  return found('day') ? 'day' : undefined;
}

/** `minReplicas` of every hour as proposed at an instant; undefined without a season. */
function cycleAt(series: LoadSeries, now: number, options: ScheduleOptions) {
  const { step, utcOffsets } = options;
  const today = forecastLoad(series, { now, step, utcOffsets });
  if (today.kind !== 'forecast') return { forecast: today };
  const season = seasonOf(today);
  if (!season) return { forecast: today };
  const forecast =
    season === 'day'
      ? today
      : forecastLoad(series, {
          now,
          step,
          utcOffsets,
          horizon: SEASON_MS.week,
        });
  if (forecast.kind !== 'forecast') return { forecast };
  return {
    forecast,
    season,
    cycle: replicasOfCycle(forecast, season, options),
  };
}

/** Holds back the last week, or the last day where that is too much, and tests what would have been proposed before it. */
function testHeldBack(
  series: LoadSeries,
  step: number,
  leadMinutes: number,
  options: ScheduleOptions,
): ScheduleTest | undefined {
  for (const span of [SEASON_MS.week, SEASON_MS.day]) {
    const from = options.now - span;
    const { cycle } = cycleAt(series, from, options);
    if (cycle)
      return testSchedule(
        series,
        cycle,
        { from, to: options.now, step, leadMinutes },
        options,
      );
  }
  return undefined;
}

/**
 * Proposes `minReplicas` per hour of the day, or of the week where weeks repeat: as KEDA cron triggers, and as the same changes for a CronJob
 * that patches the HPA. It raises the floor and leaves everything above to the autoscaler.
 *
 * @returns `noSeason` where nothing repeats, `notNeeded` where `minReplicas` is enough at all times
 * @throws AutoscalingInputError
 */
export function proposeSchedule(
  series: LoadSeries,
  options: ScheduleOptions,
): ScheduleResult {
  assertScheduleOptions(options);
  const { forecast, season, cycle } = cycleAt(series, options.now, options);
  if (forecast.kind !== 'forecast') return forecast;
  if (!season || !cycle) return { kind: 'noSeason', forecast };
  if (cycle.every(replicas => replicas <= (options.minReplicas ?? 1)))
    return { kind: 'notNeeded', forecast };

  const { timeZone } = options;
  const leadMinutes = Math.ceil((options.startUpSeconds ?? 0) / 60);
  const periods = periodsOf(cycle);
  const baseReplicas = Math.min(...cycle);
  const cycleHours = cycle.length;
  const test = testHeldBack(series, forecast.step, leadMinutes, options);
  return {
    kind: 'schedule',
    season,
    timeZone,
    baseReplicas,
    periods,
    triggers: kedaTriggers(periods, {
      cycleHours,
      baseReplicas,
      leadMinutes,
      timeZone,
    }),
    steps: scheduleSteps(periods, { cycleHours, leadMinutes, timeZone }),
    forecast,
    ...(test ? { test } : {}),
  };
}
