import { metric } from '../__fixtures__/metric';
import { leadingMetric, ratioOf, toMetricBar } from './metricBar';

const at = (value: number) => metric({ current: { value }, ratio: value / 70 });

describe('toMetricBar', () => {
  it.each([
    [35, 'below'],
    [63, 'near'],
    [70, 'near'],
    [77, 'near'],
    [78, 'above'],
    [300, 'above'],
  ])('finds %d %% of a 70 %% target %s', (value, state) => {
    expect(toMetricBar(at(value)).state).toBe(state);
  });

  it('keeps an unknown value apart from zero', () => {
    const unknown = metric({ current: undefined, ratio: undefined });
    expect(toMetricBar(unknown).state).toBe('unknown');
    expect(toMetricBar(at(0)).state).toBe('below');
  });

  it('fills two thirds at the target and ends with an overflow', () => {
    expect(toMetricBar(at(70)).fill).toBeCloseTo(2 / 3);
    expect(toMetricBar(at(140))).toMatchObject({ fill: 1, overflow: true });
  });

  it('uses the tolerance of the behavior', () => {
    expect(toMetricBar(at(72), 0.01).state).toBe('above');
  });

  it('computes a ratio that the server left out', () => {
    expect(ratioOf(metric({ ratio: undefined }))).toBe(0.5);
    expect(
      ratioOf(
        metric({ ratio: undefined, target: { type: 'Value', value: 0 } }),
      ),
    ).toBeUndefined();
  });
});

describe('leadingMetric', () => {
  it('is the one that asks for most replicas', () => {
    const requests = metric({ id: 'Pods/rps', name: 'rps', ratio: 1.2 });
    expect(leadingMetric([at(35), requests])).toBe(requests);
    expect(
      leadingMetric([metric({ current: undefined, ratio: undefined })]),
    ).toBeUndefined();
    expect(leadingMetric([])).toBeUndefined();
  });
});
