import fc from 'fast-check';
import { estimatePodModel, type PodModelPoint } from './estimatePodModel';

function points(
  count: number,
  loadAt: (index: number) => number,
  usageAt: (load: number, index: number) => number,
): PodModelPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const load = loadAt(index);
    return { load, usage: usageAt(load, index) };
  });
}

const swing = (index: number) => 10_000 + 5_000 * Math.sin(index / 7);
const noise = (index: number) => Math.sin(index * 12.9898) * 20;

it('finds the line that usage was made with', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.double({ min: 0.02, max: 2, noNaN: true }),
      (floor, share) => {
        const estimate = estimatePodModel(
          points(
            200,
            swing,
            (load, index) => floor + share * load + noise(index),
          ),
        );
        expect(estimate).toMatchObject({ identified: true });
        if (!estimate.identified) return;
        expect(Math.abs(estimate.floor - floor)).toBeLessThan(15);
        expect(Math.abs(estimate.share - share)).toBeLessThan(0.005);
      },
    ),
  );
});

it.each([
  ['tooFewPoints', points(29, swing, load => 100 + load)],
  [
    'loadHardlyVaries',
    points(
      200,
      i => 10_000 + noise(i),
      load => 100 + load,
    ),
  ],
  ['doesNotGrowWithLoad', points(200, swing, load => 20_000 - load)],
  [
    'poorFit',
    points(200, swing, (load, i) => load / 100 + 40 * noise(i) + 900),
  ],
  [
    'floorUncertain',
    points(
      31,
      i => 10_000 + 2_000 * Math.sin(i),
      (load, i) => load + 80 * noise(i),
    ),
  ],
  ['floorNegative', points(200, swing, load => 2 * load - 6_000)],
])('says why it cannot tell: %s', (reason, list) => {
  expect(estimatePodModel(list)).toMatchObject({ identified: false, reason });
});

it('has no number for no points', () => {
  expect(estimatePodModel([])).toEqual({
    identified: false,
    reason: 'tooFewPoints',
    evidence: {
      points: 0,
      meanLoad: 0,
      meanUsage: 0,
      loadVariation: 0,
      rSquared: 0,
    },
  });
});

it('refuses a point that is not finite', () => {
  expect(() => estimatePodModel([{ load: NaN, usage: 1 }])).toThrow(
    expect.objectContaining({ field: 'points[0]' }),
  );
});
