import fc from 'fast-check';
import { autocorrelation, mean, percentile, variation } from './statistics';

it.each([
  [[5, 1, 3], 0.5, 3],
  [[5, 1, 3], 0.9, 5],
  [[5, 1, 3], 0, 1],
])('the percentile of %j at %d is %d', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

it('knows no percentile and no mean of nothing', () => {
  expect([percentile([], 0.5), mean([])]).toEqual([undefined, undefined]);
});

it('varies by the deviation over the mean', () => {
  expect(variation([1, 3])).toBe(0.5);
  expect(variation([2, 2])).toBe(0);
});

it('finds a day in hours', () => {
  const hours = Array.from({ length: 168 }, (_, hour) =>
    Math.sin((2 * Math.PI * hour) / 24),
  );
  expect(autocorrelation(hours, 24)).toBeCloseTo(1, 5);
  expect(autocorrelation(hours, 12)).toBeCloseTo(-1, 5);
  expect(autocorrelation([1, 1, 1], 1)).toBe(0);
});

it('is a value of the series that enough others do not exceed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const found = percentile(values, share) ?? NaN;
        const notAbove = values.filter(value => value <= found).length;
        expect(values).toContain(found);
        expect(notAbove).toBeGreaterThanOrEqual(share * values.length);
      },
    ),
  );
});
