import { AutoscalingInputError } from '../errors';
import type { ForecastOptions, LoadSeries } from './types';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MAX_HORIZON_MS = 14 * 24 * HOUR_MS;

function refuse(field: string, problem: string, remedy: string): never {
  throw new AutoscalingInputError({ field, problem, remedy });
}

/** A finite number from `minimum` on. */
export function assertNumber(
  value: number,
  field: string,
  minimum: number,
): void {
  if (Number.isFinite(value) && value >= minimum) return;
  refuse(
    field,
    `${value} is not a number from ${minimum} on`,
    `pass a finite number of at least ${minimum}`,
  );
}

export function assertPositive(value: number, field: string): void {
  if (Number.isFinite(value) && value > 0) return;
  refuse(field, `${value} is not above 0`, 'pass a finite number above 0');
}

/** @throws AutoscalingInputError for samples out of order, negative or infinite */
export function assertSeries({ at, values }: LoadSeries): void {
  if (at.length !== values.length)
    refuse(
      'series.values',
      `${values.length} values for ${at.length} instants`,
      'pass one value per instant, NaN where there is none',
    );
  for (let index = 0; index < at.length; index += 1) {
    if (!Number.isFinite(at[index]))
      refuse(
        `series.at[${index}]`,
        `${at[index]} is not an instant`,
        'pass milliseconds since the epoch',
      );
    if (index > 0 && at[index] < at[index - 1])
      refuse(
        `series.at[${index}]`,
        'the instant is before the previous one',
        'sort the samples by time',
      );
    const value = values[index];
    if (value < 0 || value === Infinity)
      refuse(
        `series.values[${index}]`,
        `${value} is not a load`,
        'pass a finite number that is not negative, or NaN for a gap',
      );
  }
}

/** @throws AutoscalingInputError */
export function assertForecastOptions(options: ForecastOptions): void {
  const { now, horizon, step, utcOffsets = [], seasons } = options;
  if (!Number.isFinite(now))
    refuse('now', `${now} is not an instant`, 'pass milliseconds since epoch');
  if (horizon !== undefined) {
    assertPositive(horizon, 'horizon');
    if (horizon > MAX_HORIZON_MS)
      refuse(
        'horizon',
        `${horizon} ms is more than 14 days`,
        'look at most 14 days ahead',
      );
  }
  if (
    step !== undefined &&
    !(step >= MINUTE_MS && step <= HOUR_MS && HOUR_MS % step === 0)
  )
    refuse(
      'step',
      `${step} ms does not divide an hour`,
      'pass a divisor of 3600000 from 60000 on',
    );
  if (seasons?.some(season => season !== 'day' && season !== 'week'))
    refuse('seasons', 'an unknown season', "pass 'day', 'week' or both");
  utcOffsets.forEach(({ from, offsetMinutes }, index) => {
    if (
      !Number.isFinite(offsetMinutes) ||
      Math.abs(offsetMinutes) > 18 * 60 ||
      // -Infinity is fine: since ever.
      Number.isNaN(from)
    )
      refuse(
        `utcOffsets[${index}]`,
        'not an offset from UTC',
        'pass the instant it begins and minutes ahead of UTC',
      );
    if (index > 0 && from <= utcOffsets[index - 1].from)
      refuse(
        `utcOffsets[${index}].from`,
        'not after the previous one',
        'sort the offsets by time',
      );
  });
}
