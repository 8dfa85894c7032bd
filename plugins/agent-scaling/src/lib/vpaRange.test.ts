import fc from 'fast-check';
import type { VpaContainer } from '@suoke/plugin-agent-scaling-common';
import { toVpaRange, toVpaRanges } from './vpaRange';

const cpu = (value: number) => ({ cpu: { value, quantity: String(value) } });

/** A container whose request of 1 core lies within a recommendation of 0.5 - 1 - 2 cores and a range of 0.25 - 4. */
const container = (overrides: Partial<VpaContainer> = {}): VpaContainer => ({
  name: 'agent',
  mode: 'Auto',
  controlledResources: ['cpu'],
  controlledValues: 'RequestsAndLimits',
  minAllowed: cpu(0.25),
  maxAllowed: cpu(4),
  lowerBound: cpu(0.5),
  target: cpu(1),
  upperBound: cpu(2),
  uncappedTarget: cpu(1),
  requests: cpu(1),
  ...overrides,
});

describe('toVpaRange', () => {
  it('places every mark on one line', () => {
    expect(toVpaRange(container(), 'cpu')).toMatchObject({
      verdict: 'fits',
      requestRatio: 1,
      capped: undefined,
      positions: {
        minAllowed: 0.0625,
        lowerBound: 0.125,
        target: 0.25,
        upperBound: 0.5,
        maxAllowed: 1,
        request: 0.25,
      },
    });
  });

  it.each([
    [{ requests: cpu(0.4) }, 'tooSmall'],
    [{ requests: cpu(0.5) }, 'fits'],
    [{ requests: cpu(2.1) }, 'tooLarge'],
    [{ requests: {} }, 'missing'],
    [
      { target: undefined, lowerBound: undefined, upperBound: undefined },
      'noRecommendation',
    ],
  ] as const)('judges %j as %s', (overrides, verdict) => {
    expect(toVpaRange(container(overrides), 'cpu').verdict).toBe(verdict);
  });

  it.each([
    [{ uncappedTarget: cpu(0.1), target: cpu(0.25) }, 'toMin'],
    [{ uncappedTarget: cpu(6), target: cpu(4) }, 'toMax'],
    [{ uncappedTarget: undefined }, undefined],
  ] as const)('sees that %j was cut %s', (overrides, capped) => {
    expect(toVpaRange(container(overrides), 'cpu').capped).toBe(capped);
  });

  it('does not let a young upper bound hide the rest', () => {
    const { positions } = toVpaRange(
      container({ upperBound: cpu(49), maxAllowed: undefined }),
      'cpu',
    );
    expect(positions.upperBound).toBe(1);
    expect(positions.target).toBeGreaterThan(0.3);
  });

  it('keeps every mark on the line, in its order', () => {
    const amount = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(amount, amount, amount),
        amount,
        (bounds, request) => {
          const [lower, target, upper] = bounds.sort((a, b) => a - b);
          const { positions } = toVpaRange(
            container({
              lowerBound: cpu(lower),
              target: cpu(target),
              upperBound: cpu(upper),
              requests: cpu(request),
            }),
            'cpu',
          );
          Object.values(positions).forEach(position => {
            expect(position).toBeGreaterThanOrEqual(0);
            expect(position).toBeLessThanOrEqual(1);
          });
          expect(positions.lowerBound!).toBeLessThanOrEqual(positions.target!);
          expect(positions.target!).toBeLessThanOrEqual(positions.upperBound!);
        },
      ),
    );
  });
});

describe('toVpaRanges', () => {
  it('has a row for what is controlled even before there is a recommendation', () => {
    const rows = toVpaRanges(
      container({
        controlledResources: ['memory', 'cpu'],
        target: undefined,
        uncappedTarget: undefined,
      }),
    );
    expect(rows.map(row => [row.resource, row.verdict])).toEqual([
      ['cpu', 'noRecommendation'],
      ['memory', 'noRecommendation'],
    ]);
  });
});
