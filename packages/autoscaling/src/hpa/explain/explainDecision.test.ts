import {
  cpu,
  cpuUsage,
  external,
  externalUsage,
  hpa,
  metrics,
  NOW,
  observation,
  pod,
  pods,
} from '../__testUtils__/builders';
import { reconcileHpa } from '../reconcile';
import type { HpaMemory, HpaObservation } from '../types';
import { explainDecision } from './explainDecision';
import { CHINESE, ENGLISH } from './phrases';

const NOTHING: HpaMemory = {
  recommendations: [],
  scaleUpEvents: [],
  scaleDownEvents: [],
};
const explain = (input: HpaObservation, memory: HpaMemory = NOTHING) =>
  explainDecision(reconcileHpa(input, memory)).text;

it('tells a scale-up with its numbers, in both languages', () => {
  const result = reconcileHpa(
    observation(3, { metrics: cpuUsage(900, 900, 900) }),
  );
  expect(explainDecision(result).text).toBe(
    'cpu resource utilization (percentage of request) is 90 % against a target of 50 %, a ratio of 1.8. ' +
      '1.8 times 3 counted pods, rounded up, asks for 6 replicas. Result: from 3 to 6 replicas.',
  );
  expect(explainDecision(result, 'zh').text).toBe(
    'cpu resource utilization (percentage of request) 当前为 90 %，目标为 50 %，比值为 1.8。' +
      '1.8 乘以计入的 3 个 Pod，向上取整，需要 6 个副本。结果：从 3 个副本变为 6 个副本。',
  );
});

const two = hpa({
  spec: { metrics: [cpu(50), external({ averageValue: '10' })] },
});
const zero = {
  ok: true as const,
  value: { specReplicas: 0, statusReplicas: 0, selector: 'a=b' },
};
const slow = hpa({
  spec: {
    maxReplicas: 50,
    behavior: { scaleUp: { stabilizationWindowSeconds: 60 } },
  },
});
const gentle = hpa({
  spec: {
    behavior: {
      scaleDown: {
        stabilizationWindowSeconds: 0,
        policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
      },
    },
  },
});

it.each([
  [
    'tolerance',
    observation(3),
    'within the tolerance (up to 10 % above, 10 % below), so it asks to stay at 3',
  ],
  ['no change', observation(3), 'Result: stays at 3 replicas.'],
  [
    'missing pods',
    observation(3, { metrics: cpuUsage(900, 900, undefined) }),
    '1 pod has no sample',
  ],
  [
    'unready pods',
    observation(3, {
      pods: [...pods(2), pod('agent-2', { phase: 'Pending' })],
      metrics: cpuUsage(900, 900),
    }),
    '1 pod is not ready or still starting',
  ],
  [
    'turning around',
    observation(3, { metrics: cpuUsage(600) }),
    'the direction would turn around',
  ],
  [
    'the maximum',
    observation(8, { metrics: cpuUsage(...Array(8).fill(3000)) }),
    'The maximum of 10 replicas cuts this off.',
  ],
  [
    'the minimum',
    observation(3, { metrics: cpuUsage(1, 1, 1) }),
    'The minimum of 2 replicas holds this up.',
  ],
  [
    'the scale-up rate',
    observation(3, {
      hpa: hpa({ spec: { maxReplicas: 50 } }),
      metrics: cpuUsage(9000, 9000, 9000),
    }),
    'allows 6 replicas at this moment',
  ],
  [
    'the scale-down rate',
    observation(8, { hpa: gentle, metrics: cpuUsage(...Array(8).fill(1)) }),
    'no fewer than 7 replicas',
  ],
  [
    'the highest metric',
    observation(3, {
      hpa: two,
      metrics: {
        ...cpuUsage(500, 500, 500),
        externalMetric: externalUsage(70_000).externalMetric,
      },
    }),
    '70 divided by 10, rounded up, asks for 7 replicas. The highest number wins: 7, from external metric queue_depth(nil).',
  ],
  [
    'a broken metric',
    observation(3, { hpa: two, metrics: cpuUsage(100, 100, 100) }),
    'While a metric is broken, scaling down is blocked; scaling up still works.',
  ],
  [
    'no metric at all',
    observation(3, { metrics: metrics() }),
    'No usable answer came from the metrics, so the target stays at 3',
  ],
  ['above the maximum', observation(12), 'more than the maximum of 10'],
  ['below the minimum', observation(1), 'fewer than the minimum of 2'],
  [
    'zero replicas',
    observation(0, { scale: zero }),
    'it was not this autoscaler that put it there',
  ],
  [
    'an unreadable scale',
    observation(3, { scale: { ok: false, error: 'not found' } }),
    'could not be read, so nothing was decided: not found.',
  ],
])('names %s', (_, input, sentence) => {
  expect(explain(input)).toContain(sentence);
  const result = reconcileHpa(input, NOTHING);
  const chinese = explainDecision(result, 'zh').sentences;
  expect(chinese).toHaveLength(explainDecision(result).sentences.length);
  for (const words of chinese) expect(words).toMatch(/[\u4e00-\u9fff].*。$/);
});

it('names the stabilization windows', () => {
  const down = {
    ...NOTHING,
    recommendations: [{ replicas: 5, timestamp: NOW - 1000 }],
  };
  expect(
    explain(observation(5, { metrics: cpuUsage(...Array(5).fill(1)) }), down),
  ).toContain(
    'Within the last 300 s a higher number was recommended, so it goes down no further than 5 for now.',
  );
  const up = {
    ...NOTHING,
    recommendations: [{ replicas: 4, timestamp: NOW - 1000 }],
  };
  expect(
    explain(
      observation(3, { hpa: slow, metrics: cpuUsage(900, 900, 900) }),
      up,
    ),
  ).toContain(
    'Within the last 60 s a lower number was recommended, so it goes up no further than 4 for now.',
  );
});

it('has the same phrases in both languages', () => {
  expect(Object.keys(CHINESE).sort()).toEqual(Object.keys(ENGLISH).sort());
});
