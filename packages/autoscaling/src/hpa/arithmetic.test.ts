import fc from 'fast-check';
import {
  ceilToReplicas,
  exactSum,
  INT32_MAX,
  toInt32,
  truncatedQuotient,
} from './arithmetic';

describe('replica counts', () => {
  it.each([
    [NaN, 0],
    [Infinity, INT32_MAX],
    [-Infinity, -INT32_MAX - 1],
    [3e9, INT32_MAX],
    [-0.5, 0],
    [2.9, 2],
  ])('cuts %d to %d', (value, expected) => {
    expect(toInt32(value)).toBe(expected);
  });

  it('rounds the double, not the exact product', () => {
    // 2.2 * 25 is 55 exactly; the double is 55.00000000000001.
    expect(ceilToReplicas((110 / 50) * 25)).toBe(56);
  });
});

it('sums and divides whole numbers exactly, beyond 2^53 too', () => {
  const memory = fc
    .integer({ min: 0, max: 64 * 1024 ** 3 })
    .map(bytes => bytes * 1000);
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          memory,
          memory.map(value => value + 1000),
        ),
        { minLength: 1, maxLength: 300 },
      ),
      pairs => {
        const usage = exactSum(pairs.map(([value]) => value));
        const request = exactSum(pairs.map(([, value]) => value));
        const exact =
          (100n * pairs.reduce((sum, [value]) => sum + BigInt(value), 0n)) /
          pairs.reduce((sum, [, value]) => sum + BigInt(value), 0n);
        expect(truncatedQuotient(usage, request, 100)).toBe(Number(exact));
      },
    ),
    { numRuns: 200 },
  );
});

it('cuts quotients of safe integers exactly', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }),
      fc.integer({ min: 1, max: 2 ** 53 - 1 }),
      (numerator, denominator) => {
        expect(truncatedQuotient(numerator, denominator)).toBe(
          Number(BigInt(numerator) / BigInt(denominator)),
        );
      },
    ),
  );
});

it('adds the memory of many pods without losing bytes', () => {
  const values = Array.from(
    { length: 1000 },
    (_, pod) => 64 * 1024 ** 3 * 1000 + pod,
  );
  const total = exactSum(values);
  expect(total).toBe(1000n * 64n * 1024n ** 3n * 1000n + 499_500n);
  expect(truncatedQuotient(total, 1000)).toBe(64 * 1024 ** 3 * 1000 + 499);
});
