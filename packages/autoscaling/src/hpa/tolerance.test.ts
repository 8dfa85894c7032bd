import fc from 'fast-check';
import { resolveHpaOptions } from './options';
import { isWithinTolerance, tolerancesOf } from './tolerance';

const tenPercent = { up: 0.1, down: 0.1 };

describe('isWithinTolerance', () => {
  it.each([
    // 55 % at a target of 50 %: the last bit decides.
    [55 / 50, true, false],
    [45 / 50, true, true],
    [1.11, false, false],
    [0.89, false, false],
    [1, true, true],
    [NaN, false, false],
    [Infinity, false, false],
  ])('ratio %d: since 1.33 %s, before %s', (ratio, within, absolute) => {
    expect(isWithinTolerance(ratio, tenPercent, 'isWithin')).toBe(within);
    expect(isWithinTolerance(ratio, tenPercent, 'absolute')).toBe(absolute);
  });

  it('reads each direction on its own', () => {
    const tolerances = { up: 0, down: 0.5 };
    expect(isWithinTolerance(0.6, tolerances, 'isWithin')).toBe(true);
    expect(isWithinTolerance(1.01, tolerances, 'isWithin')).toBe(false);
  });

  it('differs between versions only in the last bits around the edge', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 200 }),
        (usage, target) => {
          const ratio = usage / target;
          fc.pre(Math.abs(Math.abs(1 - ratio) - 0.1) > 1e-12);
          expect(isWithinTolerance(ratio, tenPercent, 'isWithin')).toBe(
            isWithinTolerance(ratio, tenPercent, 'absolute'),
          );
        },
      ),
    );
  });
});

describe('tolerancesOf', () => {
  const behavior = {
    scaleUp: { tolerance: '0.05' },
    scaleDown: { tolerance: '200m' },
  };

  it('takes the behavior where the gate allows it', () => {
    expect(tolerancesOf(behavior, resolveHpaOptions())).toEqual({
      up: 0.05,
      down: 0.2,
    });
    expect(
      tolerancesOf({ scaleUp: { tolerance: '0' } }, resolveHpaOptions()),
    ).toEqual({ up: 0, down: 0.1 });
  });

  it('takes the flag before 1.35', () => {
    const options = resolveHpaOptions({
      tolerance: 0.3,
      features: { configurableTolerance: false },
    });
    expect(tolerancesOf(behavior, options)).toEqual({ up: 0.3, down: 0.3 });
  });
});
