import fc from 'fast-check';
import { PodCohorts } from './PodCohorts';
import { truncatedUsageQuotient } from './quotient';
import { SeriesCursor } from './SeriesCursor';
import { replaySignalKey } from './signalKey';
import { SlidingExtreme } from './SlidingExtreme';

describe('SlidingExtreme', () => {
  it.each(['max', 'min'] as const)('is the %s of the window', of => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 9 }),
            fc.integer({ min: 1, max: 4 }),
          ),
          { maxLength: 60 },
        ),
        fc.double({ min: 0, max: 12, noNaN: true }),
        fc.boolean(),
        (additions, windowTicks, includesCutoff) => {
          const extreme = new SlidingExtreme({
            of,
            windowTicks,
            includesCutoff,
          });
          const seen: [number, number][] = [];
          let tick = 0;
          for (const [value, gap] of additions) {
            tick += gap;
            const now = tick;
            const recent = seen.filter(([, at]) =>
              includesCutoff ? at >= now - windowTicks : at > now - windowTicks,
            );
            expect(extreme.with(value, now)).toBe(
              Math[of](value, ...recent.map(([each]) => each)),
            );
            extreme.add(value, now);
            seen.push([value, now]);
          }
        },
      ),
    );
  });
});

it('cuts quotients as whole numbers are cut', () => {
  const amount = fc.integer({ min: 0, max: 2 ** 45 });
  fc.assert(
    fc.property(
      amount,
      fc.integer({ min: 0, max: 500 }),
      amount,
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 1, max: 2 ** 46 }),
      fc.constantFrom(1, 100),
      (a, aCount, b, bCount, denominator, factor) => {
        const exact =
          ((BigInt(a) * BigInt(aCount) + BigInt(b) * BigInt(bCount)) *
            BigInt(factor)) /
          BigInt(denominator);
        expect(
          truncatedUsageQuotient(a, aCount, b, bCount, denominator, factor),
        ).toBe(Number(exact));
      },
    ),
  );
  // Exactly a whole number, one less, and beyond 2^53.
  expect(truncatedUsageQuotient(7e13, 10, 0, 0, 1e14, 100)).toBe(700);
  expect(truncatedUsageQuotient(7e13 - 1, 10, 0, 0, 1e14, 100)).toBe(699);
});

describe('SeriesCursor', () => {
  const walk = (instants: number[], maxGapSeconds = 100) => {
    const cursor = new SeriesCursor({
      at: [1000, 2000, 500_000],
      values: [1, NaN, 3],
      maxGapSeconds,
    });
    return instants.map(instant => {
      cursor.advance(instant);
      return [cursor.value, cursor.changesAt];
    });
  };
  it('holds the last value until the next, a gap or too long', () => {
    expect(walk([0, 1000, 1999, 2000, 500_000, 599_999, 600_000])).toEqual([
      [NaN, 1000],
      [1, 2000],
      [1, 2000],
      [NaN, 102_000],
      [3, 600_000],
      [3, 600_000],
      [NaN, Infinity],
    ]);
  });
});

describe('PodCohorts', () => {
  it('removes the youngest first and forgets what tells the old apart', () => {
    const pods = new PodCohorts(3, 0);
    pods.add(2, 100);
    pods.add(4, 200);
    pods.removeYoungest(5);
    expect(pods.countCreatedBy(99)).toBe(3);
    expect(pods.countCreatedBy(1000)).toBe(4);
    pods.add(1, 300);
    pods.mergeCreatedBy(100);
    expect([
      pods.length,
      pods.countCreatedBy(0),
      pods.countCreatedBy(300),
    ]).toEqual([2, 4, 5]);
  });

  it('counts every pod, however many cohorts', () => {
    const pods = new PodCohorts(0, 0);
    for (let index = 0; index < 100; index += 1) pods.add(2, index);
    expect(pods.countCreatedBy(49)).toBe(100);
    pods.removeYoungest(1000);
    expect(pods.length).toBe(0);
  });
});

it.each([
  [
    {
      type: 'Resource',
      resource: { name: 'cpu', target: { type: 'Utilization' } },
    },
    'resource/cpu',
  ],
  [
    {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container: 'agent',
        target: { type: 'Utilization' },
      },
    },
    'containerResource/agent/cpu',
  ],
  [
    {
      type: 'Pods',
      pods: { metric: { name: 'rps' }, target: { type: 'AverageValue' } },
    },
    'pods/rps',
  ],
  [
    {
      type: 'Object',
      object: {
        describedObject: { kind: 'Service', name: 's' },
        metric: { name: 'm' },
        target: { type: 'Value' },
      },
    },
    'object/Service/s/m',
  ],
  [
    {
      type: 'External',
      external: {
        metric: { name: 'q', selector: { matchLabels: { a: 'b' } } },
        target: { type: 'Value' },
      },
    },
    'external/q(a=b)',
  ],
  [{ type: 'Pods' }, 'unknown/Pods'],
])('%j is %s', (spec, key) => expect(replaySignalKey(spec)).toBe(key));
