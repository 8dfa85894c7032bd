import { backoffMs } from './backoffMs';

describe('backoffMs', () => {
  it.each([
    [1, 0, 250],
    [1, 0.5, 375],
    [1, 0.999999, 500],
    [2, 0, 500],
    [5, 0, 4_000],
    [7, 0, 15_000],
    [2_000, 0, 15_000],
    [0, 0, 250],
  ])('after %d failures with %d waits %d ms', (failures, random, expected) => {
    expect(backoffMs(failures, random, { baseMs: 500, maxMs: 30_000 })).toBe(
      expected,
    );
  });
});
