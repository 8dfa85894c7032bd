import fc from 'fast-check';
import {
  formatCpu,
  formatMemory,
  formatNumber,
  parseQuantity,
} from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['500m', 0.5],
    ['1.5', 1.5],
    [2, 2],
    ['4Gi', 4 * 1024 ** 3],
    ['1e3', 1000],
    ['128974848', 128974848],
    ['129M', 129e6],
    ['1k', 1000],
    ['.5', 0.5],
    ['1E', 1e18],
  ])('reads %s as %d', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', '4 Gi', '-1', 'Gi', '1GB', 'NaN', '1e', '0x10'])(
    'refuses %j',
    text => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );
});

describe('formatting', () => {
  it.each([
    [1.5, '1500m'],
    [2, '2'],
    [0.25, '250m'],
    [0.0001, '1m'],
  ])('writes %d cores as %s', (cores, text) => {
    expect(formatCpu(cores)).toBe(text);
  });

  it.each([
    [4 * 1024 ** 3, '4Gi'],
    [1536 * 1024 ** 2, '1536Mi'],
    [1000, '1000'],
    [0, '0'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatMemory(bytes)).toBe(text);
  });

  it.each([
    [30, '30'],
    [0.5, '500m'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), n => {
        expect(parseQuantity(formatCpu(n / 1000))).toBeCloseTo(n / 1000, 9);
        expect(parseQuantity(formatMemory(n))).toBe(n);
      }),
    );
  });
});
