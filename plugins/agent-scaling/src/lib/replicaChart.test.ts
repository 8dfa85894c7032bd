import fc from 'fast-check';
import type {
  ReplicaSample,
  ScaleEvent,
} from '@suoke/plugin-agent-scaling-common';
import { findGaps, momentAt, timeTicks, toReplicaChart } from './replicaChart';

const START = Date.parse('2026-11-23T08:00:00Z');
const MINUTE = 60_000;
const iso = (minutes: number) =>
  new Date(START + minutes * MINUTE).toISOString();

/** A sample of an agent at rest with 2 of 2..10 replicas. */
const sample = (
  minutes: number,
  overrides: Partial<ReplicaSample> = {},
): ReplicaSample => ({
  at: iso(minutes),
  min: 2,
  current: 2,
  desired: 2,
  max: 10,
  ready: 2,
  ...overrides,
});

const event = (
  minutes: number,
  overrides: Partial<ScaleEvent> = {},
): ScaleEvent => ({
  id: `event-${minutes}`,
  at: iso(minutes),
  kind: 'rescale',
  source: 'Event',
  ...overrides,
});

const chart = (samples: ReplicaSample[], events: ScaleEvent[] = []) =>
  toReplicaChart(
    { from: iso(0), to: iso(60), samples, events },
    { utcOffsetMs: 0 },
  );

describe('toReplicaChart', () => {
  it('draws the samples as they are', () => {
    const { points, yMax, extent, gaps } = chart([
      sample(0),
      sample(1, { current: 3, desired: 5 }),
    ]);
    expect(points).toEqual([
      {
        at: START,
        current: 2,
        desired: 2,
        ready: 2,
        band: [2, 10],
        max: 10,
        min: 2,
      },
      {
        at: START + MINUTE,
        current: 3,
        desired: 5,
        ready: 2,
        band: [2, 10],
        max: 10,
        min: 2,
      },
    ]);
    expect(yMax).toBe(11);
    expect(extent).toEqual({ lowest: 2, highest: 3 });
    expect(gaps).toEqual([]);
  });

  it('leaves a gap where samples are missing, and no zero', () => {
    const { points, gaps } = chart([
      sample(0),
      sample(1),
      sample(2),
      sample(20),
    ]);
    expect(gaps).toEqual([
      { from: START + 2 * MINUTE, to: START + 20 * MINUTE },
    ]);
    expect(points).toHaveLength(5);
    expect(points[3]).toMatchObject({
      current: null,
      desired: null,
      band: null,
    });
  });

  it('takes joined samples at their extremes', () => {
    const { extent, yMax } = chart([
      sample(0, { lowest: 1, highest: 14, max: undefined }),
    ]);
    expect(extent).toEqual({ lowest: 1, highest: 14 });
    expect(yMax).toBe(15);
  });

  it('draws no band without an autoscaler', () => {
    const { points } = chart([sample(0, { min: undefined, max: undefined })]);
    expect(points[0]).toMatchObject({ band: null, max: null });
  });

  it.each([
    [{ from: 2, to: 5 }, 5, 'up'],
    [{ from: 5, to: 2 }, 2, 'down'],
    [{ from: 3, to: 3 }, 3, 'none'],
    // Without a target the marker sits on the line.
    [{}, 4, 'none'],
  ] as const)('places %j', (overrides, replicas, direction) => {
    const { markers } = chart(
      [sample(0, { current: 4 }), sample(2, { current: 7 })],
      [event(1, overrides)],
    );
    expect(markers).toMatchObject([
      { at: START + MINUTE, replicas, direction },
    ]);
  });

  it('shows an empty range without inventing anything', () => {
    expect(chart([])).toMatchObject({
      points: [],
      markers: [],
      gaps: [],
      extent: undefined,
      yMax: 2,
    });
  });
});

describe('findGaps', () => {
  it.each<[string, number[], number[]]>([
    ['nothing to compare', [0], []],
    ['two samples of a coarse sampler', [0, 5], []],
    ['two samples far apart', [0, 60], [0]],
    ['a missed round', [0, 0.5, 1, 2, 2.5, 3], []],
    ['a long silence', [0, 1, 2, 3, 60], [3]],
    ['a silence between fine samples', [0, 0.5, 1, 1.5, 11, 11.5, 12], [3]],
    // Old samples are thinned; the change from coarse to fine is no gap, nor is the coarse part.
    [
      'thinned samples before fine ones',
      [0, 5, 10, 15, 20, 20.5, 21, 21.5, 22],
      [],
    ],
    ['a silence among thinned samples', [0, 5, 10, 15, 45, 50, 55, 60], [3]],
  ])('finds %s', (_, minutes, expected) => {
    const gaps = findGaps(minutes.map(minute => minute * MINUTE));
    expect(gaps.flatMap((gap, index) => (gap ? [index] : []))).toEqual(
      expected,
    );
  });
});

describe('timeTicks', () => {
  it('falls on round local times', () => {
    const kathmandu = 5.75 * 60 * MINUTE;
    const ticks = timeTicks(START, START + 6 * 60 * MINUTE, kathmandu);
    expect(ticks.every(at => (at + kathmandu) % (60 * MINUTE) === 0)).toBe(
      true,
    );
    expect(ticks).toHaveLength(6);
  });

  it('stays within the range and readable, whatever the range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: MINUTE, max: 7 * 24 * 60 * MINUTE }),
        (from, length) => {
          const ticks = timeTicks(from, from + length, 0);
          expect(ticks.length).toBeLessThanOrEqual(9);
          expect(ticks.every(at => at >= from && at <= from + length)).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('momentAt', () => {
  const model = chart(
    [sample(0), sample(1, { current: 3 }), sample(30)],
    [event(1, { from: 2, to: 3 }), event(40)],
  );

  it('finds the sample in force and the changes around it', () => {
    const moment = momentAt(model, START + 1.5 * MINUTE);
    expect(moment.point?.current).toBe(3);
    expect(moment.markers.map(marker => marker.id)).toEqual(['event-1']);
  });

  it('has no numbers within a gap or before the first sample', () => {
    expect(momentAt(model, START + 20 * MINUTE).point?.current).toBeNull();
    expect(momentAt(model, START - MINUTE).point).toBeUndefined();
  });
});
