import { AutoscalingInputError } from '../../errors';
import {
  DAY,
  endOf,
  HOUR,
  MINUTE,
  normals,
  series,
  START,
} from '../__testUtils__/synthetic';
import { describeSchedule } from '../describe/describe';
import type { LoadSeries } from '../types';
import { proposeSchedule } from './proposeSchedule';
import type { ProposedSchedule, ScheduleOptions } from './types';

const SHANGHAI = [{ from: 0, offsetMinutes: 480 }];

/** Steep office hours by the clocks of the offset, quieter at the weekend if so. */
function office(
  days: number,
  options: { offset?: number; weekend?: number; step?: number } = {},
): LoadSeries {
  const { offset = 0, weekend = 185, step } = options;
  const noise = normals(8);
  return series(
    days,
    at => {
      const local = at + offset * MINUTE;
      const hour = Math.floor((local % DAY) / HOUR);
      const weekday = Math.floor(local / DAY + 4) % 7;
      const busy = weekday === 0 || weekday === 6 ? weekend : 185;
      return (hour >= 8 && hour < 18 ? busy : 20) * Math.exp(0.02 * noise());
    },
    { step },
  );
}

const options: Omit<ScheduleOptions, 'now'> = {
  targetPerPod: 30,
  minReplicas: 1,
  maxReplicas: 10,
  startUpSeconds: 150,
  timeZone: 'Etc/UTC',
};

function scheduleOf(
  load: LoadSeries,
  change: Partial<ScheduleOptions> = {},
): ProposedSchedule {
  const result = proposeSchedule(load, {
    now: endOf(load),
    ...options,
    ...change,
  });
  if (result.kind !== 'schedule') throw new Error(result.kind);
  return result;
}

describe('proposeSchedule', () => {
  it('raises the floor for the busy hours of every day', () => {
    const schedule = scheduleOf(office(10));
    expect(schedule).toMatchObject({
      season: 'day',
      baseReplicas: 1,
      periods: [
        { fromHour: 8, toHour: 18, minReplicas: 7 },
        { fromHour: 18, toHour: 32, minReplicas: 1 },
      ],
      triggers: [
        {
          type: 'cron',
          metadata: {
            timezone: 'Etc/UTC',
            start: '57 7 * * *',
            end: '0 18 * * *',
            desiredReplicas: '7',
          },
        },
      ],
      steps: [
        {
          cron: '57 7 * * *',
          timeZone: 'Etc/UTC',
          patch: { spec: { minReplicas: 7 } },
        },
        { cron: '0 18 * * *', patch: { spec: { minReplicas: 1 } } },
      ],
    });
  });

  it('writes cron in the time of the zone', () => {
    const { triggers } = scheduleOf(office(10, { offset: 480 }), {
      timeZone: 'Asia/Shanghai',
      utcOffsets: SHANGHAI,
    });
    expect(triggers.map(({ metadata }) => metadata)).toEqual([
      {
        timezone: 'Asia/Shanghai',
        start: '57 7 * * *',
        end: '0 18 * * *',
        desiredReplicas: '7',
      },
    ]);
  });

  it('tells weekdays from the weekend', () => {
    const { season, triggers, steps } = scheduleOf(office(28, { weekend: 20 }));
    expect(season).toBe('week');
    expect(
      triggers.map(({ metadata: { start, end, desiredReplicas } }) => [
        start,
        end,
        desiredReplicas,
      ]),
    ).toEqual([['57 7 * * 1-5', '0 18 * * 1-5', '7']]);
    expect(steps.map(({ cron }) => cron)).toEqual([
      '57 7 * * 1-5',
      '0 18 * * 1-5',
    ]);
  });

  it('says what it had cost and avoided on days that it was not made from', () => {
    const load = office(16, { step: MINUTE });
    const { test } = scheduleOf(load, { now: START + 16 * DAY });
    expect(test).toBeDefined();
    expect(test!.to - test!.from).toBe(7 * DAY);
    // Every morning the reactive HPA is late by its lag and the start of the pods.
    expect(test!.underProvisionedMinutes.without).toBe(7 * 4);
    expect(test!.underProvisionedMinutes.with).toBe(0);
    expect(test!.underProvisionedMinutes.avoided).toBe(7 * 4);
    // Six replicas, four minutes earlier, on seven days.
    expect(test!.replicaHours.added).toBeGreaterThan(0);
    expect(test!.replicaHours.added).toBeLessThan(7);
    expect(test!.replicaHours.with - test!.replicaHours.without).toBeCloseTo(
      test!.replicaHours.added,
    );
    const text = describeSchedule(scheduleOf(load, { now: START + 16 * DAY }));
    expect(text).toContain('0 minutes would have been under-provisioned');
    expect(text).toContain('instead of 28');
  });

  it('has no test where nothing can be held back', () => {
    const schedule = scheduleOf(office(3));
    expect(schedule.test).toBeUndefined();
    expect(describeSchedule(schedule)).toContain('too little history to test');
    expect(describeSchedule(schedule, 'zh')).toContain('无法在未参与制定');
  });

  it('says that a load without a season gets no schedule', () => {
    const noise = normals(9);
    const load = series(15, () => 100 * Math.exp(0.2 * noise()));
    const result = proposeSchedule(load, { now: endOf(load), ...options });
    expect(result.kind).toBe('noSeason');
    expect(describeSchedule(result)).toContain('no season');
    expect(describeSchedule(result, 'zh')).toContain('没有季节性');
  });

  it('says that minReplicas is enough', () => {
    const load = office(10);
    const result = proposeSchedule(load, {
      now: endOf(load),
      ...options,
      minReplicas: 8,
    });
    expect(result.kind).toBe('notNeeded');
    expect(describeSchedule(result)).toContain('minReplicas is enough');
  });

  it('says that there is too little history', () => {
    const load = office(2);
    const result = proposeSchedule(load, { now: endOf(load), ...options });
    expect(result.kind).toBe('notEnoughHistory');
    expect(describeSchedule(result)).toContain('Not enough history');
  });

  it.each<[Partial<ScheduleOptions>, string]>([
    [{ timeZone: '' }, 'timeZone'],
    [{ startUpSeconds: 3600 }, 'startUpSeconds'],
    [{ maxPeriodsPerDay: 1 }, 'maxPeriodsPerDay'],
    [{ maxReplicas: 0 }, 'maxReplicas'],
  ])('refuses %j', (change, field) => {
    const call = () =>
      proposeSchedule(office(3), { now: START, ...options, ...change });
    expect(call).toThrow(AutoscalingInputError);
    expect(call).toThrow(expect.objectContaining({ field }));
  });
});
