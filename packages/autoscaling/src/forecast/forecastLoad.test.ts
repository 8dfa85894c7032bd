import fc from 'fast-check';
import { AutoscalingInputError } from '../errors';
import {
  DAY,
  daily,
  endOf,
  HOUR,
  MINUTE,
  normals,
  series,
  START,
  STEP,
  weekly,
} from './__testUtils__/synthetic';
import { describeForecast } from './describe/describe';
import { evaluateForecast } from './evaluateForecast';
import { forecastLoad } from './forecastLoad';
import type { ForecastOptions, LoadForecast, LoadSeries } from './types';

function forecastOf(
  load: LoadSeries,
  options: Partial<ForecastOptions> = {},
): LoadForecast {
  const result = forecastLoad(load, { now: endOf(load), ...options });
  if (result.kind !== 'forecast') throw new Error(result.kind);
  return result;
}

const verdicts = ({ seasons }: LoadForecast) =>
  Object.fromEntries(seasons.map(({ season, verdict }) => [season, verdict]));

/** Mean error of the forecast as a share of what really comes. */
function errorAgainst(
  { points }: LoadForecast,
  truth: (at: number) => number,
): number {
  const error = points.reduce(
    (sum, { at, mean }) => sum + Math.abs(mean - truth(at)),
    0,
  );
  return error / points.reduce((sum, { at }) => sum + truth(at), 0);
}

describe('forecastLoad', () => {
  it('recovers a day, and says that there is no week', () => {
    const noise = normals(1);
    const forecast = forecastOf(
      series(21, at => daily(at) * Math.exp(0.1 * noise())),
    );
    expect(verdicts(forecast)).toEqual({ day: 'found', week: 'none' });
    expect(forecast.seasons[0].strength).toBeGreaterThan(0.8);
    expect(errorAgainst(forecast, daily)).toBeLessThan(0.05);
    expect(forecast.accuracy.betterThanBaseline).toBe(true);
    expect(forecast.accuracy.mae).toBeLessThan(
      0.8 * forecast.accuracy.baseline.mae,
    );
  });

  it('recovers a week', () => {
    const noise = normals(2);
    const load = series(28, at => weekly(at) * Math.exp(0.1 * noise()));
    const forecast = forecastOf(load, { horizon: 7 * DAY });
    expect(verdicts(forecast)).toEqual({ day: 'found', week: 'found' });
    expect(forecast.points).toHaveLength(7 * 96);
    expect(errorAgainst(forecast, weekly)).toBeLessThan(0.07);
  });

  it('takes the seasons it is told to', () => {
    const { seasons } = forecastOf(series(28, weekly), { seasons: ['day'] });
    expect(seasons.map(({ season }) => season)).toEqual(['day']);
  });

  it.each([
    ['noise', (seed: number) => normals(seed)],
    [
      'a random walk',
      (seed: number) => {
        const noise = normals(seed);
        let level = 0;
        return () => (level += 0.1 * noise());
      },
    ],
    [
      'sluggish noise',
      (seed: number) => {
        const noise = normals(seed);
        let value = 0;
        return () => (value = 0.98 * value + 0.05 * noise());
      },
    ],
  ])('says that %s has no season', (_, make) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const next = make(seed);
      const forecast = forecastOf(
        series(21, () => 100 * Math.exp(0.2 * next())),
      );
      expect(verdicts(forecast)).toEqual({ day: 'none', week: 'none' });
      expect(describeForecast(forecast)).toContain('has no season');
      expect(describeForecast(forecast, 'zh')).toContain('没有季节性');
    }
  });

  it('keeps a constant load constant', () => {
    const forecast = forecastOf(series(10, () => 42));
    expect(verdicts(forecast)).toEqual({ day: 'none', week: 'unknown' });
    for (const point of forecast.points) {
      expect(point.mean).toBeCloseTo(42, 6);
      expect(point.upper95 - point.lower95).toBeCloseTo(0, 6);
    }
    expect(forecast.accuracy.mase).toBeUndefined();
    expect(describeForecast(forecast)).toContain('exact');
  });

  it('keeps zero at zero', () => {
    const forecast = forecastOf(series(5, () => 0));
    expect(forecast.points.every(({ mean }) => mean === 0)).toBe(true);
  });

  it('takes gaps for gaps, never for zeros', () => {
    const noise = normals(3);
    const load = series(21, at => {
      const value = daily(at) * Math.exp(0.05 * noise());
      const day = Math.floor((at - START) / DAY);
      const hour = ((at - START) % DAY) / HOUR;
      return day === 9 || (day % 3 === 0 && hour < 6) ? NaN : value;
    });
    const forecast = forecastOf(load);
    expect(errorAgainst(forecast, daily)).toBeLessThan(0.06);
    expect(forecast.missingShare).toBeGreaterThan(0.05);
    expect(describeForecast(forecast)).toContain('has no sample');

    const kept = Array.from(load.values).map(value => !Number.isNaN(value));
    const left = {
      at: Array.from(load.at).filter((_, index) => kept[index]),
      values: Array.from(load.values).filter((_, index) => kept[index]),
    };
    expect(forecastLoad(left, { now: endOf(load) })).toEqual(forecast);
  });

  it('forecasts from a gap that has not ended', () => {
    const load = series(14, (at, index) => (index > 13 * 96 ? NaN : daily(at)));
    expect(errorAgainst(forecastOf(load), daily)).toBeLessThan(0.05);
  });

  it('does not repeat a spike', () => {
    const noise = normals(4);
    const clean = series(14, at => daily(at) * Math.exp(0.05 * noise()));
    const spiked = {
      at: clean.at,
      values: Array.from(clean.values).map((value, index) =>
        index >= 13 * 96 + 20 && index < 13 * 96 + 24 ? 20 * value : value,
      ),
    };
    const [plain, after] = [clean, spiked].map(load => forecastOf(load));
    after.points.forEach(({ mean }, index) => {
      expect(mean / plain.points[index].mean).toBeGreaterThan(0.8);
      expect(mean / plain.points[index].mean).toBeLessThan(1.25);
    });
  });

  it('follows a level that has changed for good', () => {
    const noise = normals(5);
    const factor = (at: number) => (at < START + 17 * DAY ? 1 : 2);
    const load = series(
      21,
      at => factor(at) * daily(at) * Math.exp(0.05 * noise()),
    );
    expect(errorAgainst(forecastOf(load), at => 2 * daily(at))).toBeLessThan(
      0.15,
    );
  });

  it('covers what comes as often as the intervals say', () => {
    const inside = { eighty: 0, ninetyFive: 0, all: 0 };
    for (const seed of [11, 12, 13, 14]) {
      const noise = normals(seed);
      const load = series(24, at => daily(at) * Math.exp(0.15 * noise()));
      const { coverage80, coverage95, points } = evaluateForecast(load, {
        from: START + 20 * DAY,
        every: DAY,
      });
      inside.eighty += coverage80 * points;
      inside.ninetyFive += coverage95 * points;
      inside.all += points;
    }
    expect(inside.eighty / inside.all).toBeGreaterThan(0.74);
    expect(inside.eighty / inside.all).toBeLessThan(0.87);
    expect(inside.ninetyFive / inside.all).toBeGreaterThan(0.91);
    expect(inside.ninetyFive / inside.all).toBeLessThan(0.99);
  });

  it('orders the ends of the intervals, none below zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (seed, spread, gaps) => {
          const noise = normals(seed);
          const load = series(8, (at, index) =>
            (index * 7919) % 100 < gaps * 100
              ? NaN
              : daily(at) * Math.exp(spread * noise()),
          );
          for (const point of forecastOf(load).points) {
            expect(point.lower95).toBeGreaterThanOrEqual(0);
            expect(point.lower95).toBeLessThanOrEqual(point.lower80);
            expect(point.lower80).toBeLessThanOrEqual(point.mean);
            expect(point.mean).toBeLessThanOrEqual(point.upper80);
            expect(point.upper80).toBeLessThanOrEqual(point.upper95);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is never worse than the best baseline in its own test, and says when it is not better', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 4, max: 18 }),
        (seed, seasonal, walk, days) => {
          const noise = normals(seed);
          let level = 0;
          const load = series(days, at => {
            level += 0.2 * walk * noise();
            return (
              Math.exp(level) *
              (seasonal * weekly(at) +
                (1 - seasonal) * 100 +
                5 * Math.abs(noise()))
            );
          });
          const forecast = forecastOf(load);
          const { mae, baseline, betterThanBaseline } = forecast.accuracy;
          expect(mae).toBeLessThanOrEqual(baseline.mae);
          expect(betterThanBaseline).toBe(forecast.model === 'blend');
          // A baseline is only ever the answer with the sentence that says so.
          const answersBaseline = forecast.model === baseline.model;
          expect(
            /No model was better|was exact/.test(describeForecast(forecast)),
          ).toBe(answersBaseline);
          expect(
            /没有模型优于|完全准确/.test(describeForecast(forecast, 'zh')),
          ).toBe(answersBaseline);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('looks at nothing after now', () => {
    const noise = normals(6);
    const load = series(14, at => daily(at) * Math.exp(0.1 * noise()));
    const now = START + 10 * DAY;
    const known = {
      at: Array.from(load.at).slice(0, 10 * 96),
      values: Array.from(load.values).slice(0, 10 * 96),
    };
    expect(forecastLoad(load, { now })).toEqual(forecastLoad(known, { now }));
  });

  it('begins with the bucket that now is in', () => {
    const load = series(7, daily);
    const { points, step } = forecastOf(load, {
      now: endOf(load) + 4 * MINUTE,
      horizon: HOUR,
    });
    expect(step).toBe(STEP);
    expect(points.map(({ at }) => at - endOf(load))).toEqual([
      0,
      STEP,
      2 * STEP,
      3 * STEP,
      4 * STEP,
    ]);
  });

  it('takes the step that the samples fill', () => {
    expect(forecastOf(series(7, daily, { step: MINUTE })).step).toBe(STEP);
    expect(forecastOf(series(7, daily, { step: 30 * MINUTE })).step).toBe(
      30 * MINUTE,
    );
    const { step, points } = forecastOf(series(7, daily, { step: MINUTE }), {
      step: 5 * MINUTE,
      now: START + 7 * DAY,
    });
    expect([step, points.length]).toEqual([5 * MINUTE, 288]);
  });

  describe('with clocks that change', () => {
    // Central Europe in 2026: back on 25 October, and forward on 29 March.
    const october = Date.UTC(2026, 9, 25, 1);
    const march = Date.UTC(2026, 2, 29, 1);
    const utcOffsets = [
      { from: -Infinity, offsetMinutes: 60 },
      { from: march, offsetMinutes: 120 },
      { from: october, offsetMinutes: 60 },
    ];
    const offset = (at: number) =>
      (at < march || at >= october ? 60 : 120) * MINUTE;
    /** Office hours by the clock on the wall. */
    const office = (at: number) => {
      const hour = ((at + offset(at)) % DAY) / HOUR;
      return hour >= 8 && hour < 18 ? 200 : 20;
    };

    it.each([
      ['back', october],
      ['forward', march],
    ])('follows the clock on the wall when it goes %s', (_, change) => {
      const start = change - HOUR - 14 * DAY;
      const load = series(14, office, { start });
      const now = start + 14 * DAY;
      const local = forecastOf(load, { now, utcOffsets, horizon: 2 * DAY });
      expect(local.points).toHaveLength(192);
      local.points.forEach(({ at, mean }, index) => {
        expect(at).toBe(now + index * STEP);
        expect(mean).toBeCloseTo(office(at), 4);
      });
      // Without the offsets, the hours after the change are an hour off.
      const utc = forecastOf(load, { now, horizon: 2 * DAY });
      expect(errorAgainst(utc, office)).toBeGreaterThan(0.1);
    });
  });

  describe('with too little', () => {
    it.each([
      ['nothing', 0],
      ['an hour', 1 / 24],
      ['two days', 2],
    ])('says so for %s', (_, days) => {
      const result = forecastLoad(series(days, daily), {
        now: START + days * DAY,
      });
      expect(result).toMatchObject({
        kind: 'notEnoughHistory',
        daysObserved: expect.closeTo(days, 5),
        daysNeeded: 3,
      });
      expect(describeForecast(result)).toContain('Not enough history');
      expect(describeForecast(result, 'zh')).toContain('历史数据不足');
    });

    it('says so where the tail is one gap', () => {
      const load = series(5, daily);
      expect(forecastLoad(load, { now: endOf(load) + 30 * DAY }).kind).toBe(
        'notEnoughHistory',
      );
    });

    it('says that a week cannot be seen in ten days', () => {
      const forecast = forecastOf(series(10, daily));
      expect(verdicts(forecast).week).toBe('unknown');
      expect(describeForecast(forecast)).toContain('too little history');
    });
  });

  it.each<[string, LoadSeries, Partial<ForecastOptions>, string]>([
    ['lengths that differ', { at: [1], values: [] }, {}, 'series.values'],
    ['disorder', { at: [2, 1], values: [1, 1] }, {}, 'series.at[1]'],
    ['no instant', { at: [NaN], values: [1] }, {}, 'series.at[0]'],
    ['a negative load', { at: [1], values: [-1] }, {}, 'series.values[0]'],
    [
      'an endless load',
      { at: [1], values: [Infinity] },
      {},
      'series.values[0]',
    ],
    ['no now', { at: [], values: [] }, { now: NaN }, 'now'],
    ['no horizon', { at: [], values: [] }, { horizon: 0 }, 'horizon'],
    ['a far horizon', { at: [], values: [] }, { horizon: 15 * DAY }, 'horizon'],
    ['an odd step', { at: [], values: [] }, { step: 7 * MINUTE }, 'step'],
    [
      'offsets in disorder',
      { at: [], values: [] },
      {
        utcOffsets: [
          { from: 2, offsetMinutes: 0 },
          { from: 1, offsetMinutes: 60 },
        ],
      },
      'utcOffsets[1].from',
    ],
    [
      'an impossible offset',
      { at: [], values: [] },
      { utcOffsets: [{ from: 0, offsetMinutes: 2000 }] },
      'utcOffsets[0]',
    ],
  ])('refuses %s', (_, load, options, field) => {
    const call = () => forecastLoad(load, { now: 10, ...options });
    expect(call).toThrow(AutoscalingInputError);
    expect(call).toThrow(expect.objectContaining({ field }));
  });
});
