import { toReplicaBar } from './replicaBar';

describe('toReplicaBar', () => {
  it.each([
    ['at rest', { min: 2, current: 4, desired: 4, max: 10 }, 'steady', false],
    ['growing', { min: 2, current: 4, desired: 6, max: 10 }, 'up', false],
    ['shrinking', { min: 2, current: 4, desired: 3, max: 10 }, 'down', false],
    [
      'at its limit',
      { min: 2, current: 10, desired: 10, max: 10 },
      'steady',
      true,
    ],
    // A range of one number is a choice, not a limit that somebody ran into.
    ['fixed', { min: 3, current: 3, desired: 3, max: 3 }, 'steady', false],
    ['without an autoscaler', { current: 1, desired: 1 }, 'steady', false],
  ] as const)('knows what is %s', (_, replicas, trend, atMax) => {
    expect(toReplicaBar(replicas)).toMatchObject({ trend, atMax });
  });

  it('places everything on one line', () => {
    expect(toReplicaBar({ min: 2, current: 4, desired: 6, max: 8 })).toEqual({
      trend: 'up',
      rangeStart: 0.25,
      rangeEnd: 1,
      current: 0.5,
      desired: 0.75,
      atMax: false,
      outsideRange: false,
    });
  });

  it('makes room for replicas beyond the range', () => {
    const bar = toReplicaBar({ min: 1, current: 10, desired: 5, max: 5 });
    expect(bar.rangeEnd).toBe(0.5);
    expect(bar.current).toBe(1);
    expect(bar.outsideRange).toBe(true);
  });

  it('draws nothing for a workload at zero', () => {
    expect(
      toReplicaBar({ min: 0, current: 0, desired: 0, max: 5 }),
    ).toMatchObject({ current: 0, desired: 0, rangeEnd: 1 });
  });
});
