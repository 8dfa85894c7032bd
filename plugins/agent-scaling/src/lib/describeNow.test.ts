import type { AgentSummary } from '@suoke/plugin-agent-scaling-common';
import { agent } from '../__fixtures__/agent';
import { metric } from '../__fixtures__/metric';
import { describeNow } from './describeNow';

const hot = metric({ current: { value: 140 }, ratio: 2 });
const unknown = metric({ current: undefined, ratio: undefined });
const range = (current: number, desired = current) => ({
  replicas: { min: 2, current, desired, max: 10 },
});

describe('describeNow', () => {
  it.each<[string, Partial<AgentSummary>, string]>([
    ['rests between its limits', {}, 'holding'],
    ['rests at its minimum', range(2), 'atMin'],
    ['has no metric with a value', { metrics: [unknown] }, 'resting'],
    ['grows', { ...range(3, 6), metrics: [hot] }, 'growing'],
    ['shrinks', range(6, 3), 'shrinking'],
    [
      'is at its limit and asks for more',
      { ...range(10), metrics: [hot] },
      'atMax',
    ],
    ['is at its limit and content', range(10), 'holding'],
    [
      'has no autoscaler',
      {
        autoscaler: undefined,
        replicas: { current: 1, desired: 1 },
        metrics: [],
      },
      'unscaled',
    ],
    [
      'cannot scale',
      { attention: { state: 'failing', reasons: [] } },
      'blocked',
    ],
    [
      'still scales although a pod fails',
      { ...range(3, 6), attention: { state: 'failing', reasons: [] } },
      'growing',
    ],
    [
      'is out of contact',
      { ...range(3, 6), attention: { state: 'stale', reasons: [] } },
      'stale',
    ],
  ])('says when an agent %s', (_, overrides, kind) => {
    expect(describeNow(agent(overrides)).kind).toBe(kind);
  });

  it('names the metric that makes it grow', () => {
    expect(
      describeNow(agent({ ...range(3, 6), metrics: [metric(), hot] })),
    ).toEqual({ kind: 'growing', current: 3, desired: 6, because: hot });
  });

  it('blames no metric that is calm', () => {
    expect(describeNow(agent(range(1, 2)))).toEqual({
      kind: 'growing',
      current: 1,
      desired: 2,
      because: undefined,
    });
  });
});
