import { toLocal } from '../localTime';
import { replicasFor } from '../replicas';
import { SEASON_MS, type LoadForecast } from '../types';
import type { ScheduleOptions } from './types';

const HOUR_MS = 3_600_000;
export const DAY_HOURS = 24;
/** The epoch was a Thursday; cron weeks begin on Sunday. */
const EPOCH_WEEKDAY = 4;
/** Days are told apart only where one schedule for both costs more than this share on top. */
const SAME_DAY_SHARE = 0.1;
/** Neighbouring periods are told apart only where joining them costs more than this share of the day. */
const SAME_PERIOD_SHARE = 0.02;

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0);

/** Hour of the cycle at an instant: since the begin of the day, or of Sunday. */
export function hourOfCycle(
  at: number,
  cycleHours: number,
  utcOffsets: ScheduleOptions['utcOffsets'],
): number {
  const local = toLocal(utcOffsets, at) + EPOCH_WEEKDAY * SEASON_MS.day;
  return Math.floor(local / HOUR_MS) % cycleHours;
}

/** Largest number of replicas that any bucket of each hour needs. */
function hourlyNeeds(
  forecast: LoadForecast,
  cycleHours: number,
  options: ScheduleOptions,
): number[] {
  const needs = new Array<number>(cycleHours).fill(options.minReplicas ?? 1);
  for (const point of forecast.points) {
    const hour = hourOfCycle(point.at, cycleHours, options.utcOffsets);
    needs[hour] = Math.max(
      needs[hour],
      replicasFor(point[options.provisionFor ?? 'upper80'], options),
    );
  }
  return needs;
}

/** Gives days that need nearly the same the same needs, so that they share their cron expressions. */
function withSharedDays(needs: readonly number[]): number[] {
  const days = Array.from({ length: needs.length / DAY_HOURS }, (_, day) =>
    needs.slice(day * DAY_HOURS, (day + 1) * DAY_HOURS),
  );
  const groups: { days: number[]; needs: number[] }[] = [];
  days.forEach((ofDay, day) => {
    const group = groups.find(candidate => {
      const both = candidate.needs.map((need, hour) =>
        Math.max(need, ofDay[hour]),
      );
      const cheapest = Math.min(sum(candidate.needs), sum(ofDay));
      return sum(both) <= cheapest * (1 + SAME_DAY_SHARE);
    });
    if (group) {
      group.days.push(day);
      group.needs = group.needs.map((need, hour) =>
        Math.max(need, ofDay[hour]),
      );
    } else groups.push({ days: [day], needs: ofDay });
  });
  return days.flatMap(
    (_, day) => groups.find(group => group.days.includes(day))!.needs,
  );
}

/** Joins neighbouring periods of a day, those first that cost least, until there are few enough and each is worth a change. */
function withFewPeriods(
  ofDay: readonly number[],
  maxPeriods: number,
): number[] {
  const periods: { hours: number; need: number }[] = [];
  for (const need of ofDay) {
    const last = periods[periods.length - 1];
    if (last?.need === need) last.hours += 1;
    else periods.push({ hours: 1, need });
  }
  const costAt = (index: number) => {
    const [a, b] = [periods[index], periods[index + 1]];
    return a.need < b.need
      ? a.hours * (b.need - a.need)
      : b.hours * (a.need - b.need);
  };
  while (periods.length > 1) {
    let cheapest = 0;
    for (let index = 1; index < periods.length - 1; index += 1)
      if (costAt(index) < costAt(cheapest)) cheapest = index;
    if (
      periods.length <= maxPeriods &&
      costAt(cheapest) > SAME_PERIOD_SHARE * sum(ofDay)
    )
      break;
    const [a, b] = periods.slice(cheapest, cheapest + 2);
    periods.splice(cheapest, 2, {
      hours: a.hours + b.hours,
      need: Math.max(a.need, b.need),
    });
  }
  return periods.flatMap(({ hours, need }) =>
    new Array<number>(hours).fill(need),
  );
}

/** `minReplicas` of every hour of a day or a week. */
export function replicasOfCycle(
  forecast: LoadForecast,
  season: 'day' | 'week',
  options: ScheduleOptions,
): number[] {
  const cycleHours = SEASON_MS[season] / HOUR_MS;
  const needs = withSharedDays(hourlyNeeds(forecast, cycleHours, options));
  const result: number[] = [];
  for (let hour = 0; hour < cycleHours; hour += DAY_HOURS)
    result.push(
      ...withFewPeriods(
        needs.slice(hour, hour + DAY_HOURS),
        options.maxPeriodsPerDay ?? 6,
      ),
    );
  return result;
}
