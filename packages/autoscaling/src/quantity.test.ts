import fc from 'fast-check';
import { AutoscalingInputError } from './errors';
import {
  formatMilli,
  formatQuantity,
  parseQuantity,
  quantitySign,
  quantityToApproximateFloat,
  quantityToMilli,
  quantityToNumber,
} from './quantity';

describe('quantityToMilli', () => {
  it.each([
    ['0', 0],
    ['500m', 500],
    ['2', 2000],
    ['1.5', 1500],
    ['.5', 500],
    ['+1', 1000],
    ['-250m', -250],
    ['1k', 1e6],
    ['1Ki', 1024e3],
    ['1.5Gi', 1.5 * 1024 ** 3 * 1000],
    ['16Gi', 16 * 1024 ** 3 * 1000],
    ['2e3', 2e6],
    ['1E2', 1e5],
    ['5e-1', 500],
    // Rounded away from zero, as MilliValue() does.
    ['1n', 1],
    ['100u', 1],
    ['1500u', 2],
    ['-1u', -1],
    [2, 2000],
    [0.25, 250],
  ])('reads %s as %d', (text, milli) => {
    expect(quantityToMilli(text)).toBe(milli);
  });

  it.each([
    '',
    ' ',
    '1 ',
    'abc',
    '1.2.3',
    '1KB',
    '1mi',
    '--1',
    'm',
    '.',
    'NaN',
    '1e',
    '1e999',
  ])('refuses %j with the field in the error', text => {
    expect(() => quantityToMilli(text, 'spec.cpu')).toThrow(
      expect.objectContaining({
        name: 'AutoscalingInputError',
        field: 'spec.cpu',
      }),
    );
  });

  it.each([NaN, Infinity])('refuses the number %d', value => {
    expect(() => quantityToMilli(value)).toThrow(AutoscalingInputError);
  });
});

describe('formatQuantity', () => {
  it.each([
    ['1500m', '1500m'],
    ['1.5', '1500m'],
    ['20000m', '20'],
    ['2000', '2k'],
    ['1024', '1024'],
    ['1024Mi', '1Gi'],
    ['1536Mi', '1536Mi'],
    ['512Ki', '512Ki'],
    // Small and fractional amounts leave the binary form, which would need rounding.
    ['0.5Ki', '512'],
    ['0.5Mi', '512Ki'],
    ['1e3', '1e3'],
    ['0', '0'],
    ['-1500m', '-1500m'],
  ])('writes %s as %s', (text, canonical) => {
    expect(formatQuantity(parseQuantity(text))).toBe(canonical);
  });

  it('writes milli in the form of the resource', () => {
    expect(formatMilli(1500)).toBe('1500m');
    expect(formatMilli(1024 ** 3 * 1000, 'BinarySI')).toBe('1Gi');
    expect(formatMilli(1024 ** 3 * 1000 + 1, 'BinarySI')).toBe(
      '1073741824001m',
    );
    expect(() => formatMilli(NaN)).toThrow('milli');
  });

  it('is read back as the same amount', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        fc.constantFrom(
          'DecimalSI' as const,
          'BinarySI' as const,
          'DecimalExponent' as const,
        ),
        (nano, format) => {
          expect(parseQuantity(formatQuantity({ nano, format })).nano).toBe(
            nano,
          );
        },
      ),
    );
  });
});

it('reads the fast and the exact path alike', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.constantFrom('', 'm', 'k', 'Ki', 'M', 'Mi', 'G', 'Gi'),
      (digits, suffix) => {
        const text = `${digits}${suffix}`;
        expect(quantityToMilli(text)).toBe(
          Number(parseQuantity(text).nano / 1_000_000n),
        );
      },
    ),
  );
});

it('computes the double of a stored tolerance from its canonical text', () => {
  expect(quantityToApproximateFloat('0.05')).toBe(50 * 0.001);
  expect(quantityToApproximateFloat('50m')).toBe(50 * 0.001);
  expect(quantityToApproximateFloat('0')).toBe(0);
  expect(quantityToApproximateFloat('2')).toBe(2);
});

it('gives units and signs', () => {
  expect(quantityToNumber('250m')).toBe(0.25);
  expect(quantityToNumber('1Gi')).toBe(1073741824);
  expect([quantitySign('-1'), quantitySign('0'), quantitySign('1n')]).toEqual([
    -1, 0, 1,
  ]);
});
