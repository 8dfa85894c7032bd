import fc from 'fast-check';
import { downsample } from './downsample';

const START = Date.parse('2026-11-23T00:00:00Z');
const HOUR = 3_600_000;
const sample = (minute: number, current: number) => ({
  at: new Date(START + minute * 60_000).toISOString(),
  current,
  desired: current,
  ready: current,
});
const range = { from: new Date(START), to: new Date(START + HOUR) };

describe('downsample', () => {
  it('leaves few samples as they are', () => {
    const samples = [sample(0, 2), sample(30, 5)];
    expect(downsample(samples, { ...range, maxPoints: 2 })).toEqual(samples);
  });

  it('keeps the last of an interval and remembers its extremes', () => {
    const samples = [sample(0, 2), sample(1, 9), sample(2, 3), sample(40, 4)];
    expect(downsample(samples, { ...range, maxPoints: 2 })).toEqual([
      { ...sample(2, 3), lowest: 2, highest: 9 },
      sample(40, 4),
    ]);
  });

  it('keeps order, bounds and extremes of any series', () => {
    const series = fc
      .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 60 })
      .chain(minutes =>
        fc.tuple(
          ...minutes
            .sort((a, b) => a - b)
            .map(minute =>
              fc.integer({ min: 0, max: 50 }).map(size => sample(minute, size)),
            ),
        ),
      );
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: 1, max: 70 }),
        (samples, maxPoints) => {
          const points = downsample(samples, { ...range, maxPoints });
          expect(points.length).toBeLessThanOrEqual(maxPoints);
          const times = points.map(point => Date.parse(point.at));
          expect(times).toEqual([...times].sort((a, b) => a - b));
          const sizes = samples.map(one => one.current);
          const high = points.map(point => point.highest ?? point.current);
          const low = points.map(point => point.lowest ?? point.current);
          expect(Math.max(...high)).toBe(Math.max(...sizes));
          expect(Math.min(...low)).toBe(Math.min(...sizes));
        },
      ),
    );
  });
});
