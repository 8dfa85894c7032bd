import { reconcileHpa } from '../../hpa/reconcile';
import {
  cpuUsage,
  observation,
  hpa as passHpa,
  NOW as PASS_NOW,
} from '../../hpa/__testUtils__/builders';
import { all, set, type Change } from '../__testUtils__/changes';
import { ago, healthySnapshot, NOW } from '../__testUtils__/healthySnapshot';
import { diagnose } from '../diagnose';
import type { SnapshotHpa } from '../snapshot/objects';
import { explainAgent } from './explainAgent';
import { CONDITIONS, PHRASES } from './phrases';
import { proposalOf } from './steps';
import { HpaFacts } from '../facts/HpaFacts';

/** The healthy agent: 3 of 2 to 10 replicas; cpu 62 of 70 %, memory 70 of 80 %, 27 of 30 requests per second. */
function hpa(...changes: Change[]): SnapshotHpa {
  const snapshot = healthySnapshot();
  changes.forEach(change => change(snapshot));
  const [first] = snapshot.hpas ?? [];
  return first;
}

const SPEC = 'hpas.0.spec';
const STATUS = 'hpas.0.status';

it('tells why, what more needs and what less needs', () => {
  const { text, bindingMetric, up, down } = explainAgent({
    hpa: hpa(set(`${STATUS}.currentReplicas`, 6)),
    now: NOW,
  });
  expect(text.en).toBe(
    'xiaoai has 6 replicas; HPA xiaoai allows 2 to 10. ' +
      'cpu is 62 % against a target of 70 % and asks for 6. ' +
      'memory is 70 % against a target of 80 % and asks for 6. ' +
      'ai_inference_requests_per_second is 27 per pod against a target of 30 per pod and asks for 6. ' +
      'The highest number wins, so cpu decides. ' +
      'For 7 replicas or more one of these is enough: cpu above 77 % (now 62 %); memory above 88 % (now 70 %); ' +
      'ai_inference_requests_per_second above 33 per pod (now 27 per pod). ' +
      'For 5 replicas or fewer all of these must hold: cpu at most 58.3 % (now 62 %); memory at most 66.7 % (now 70 %); ' +
      'ai_inference_requests_per_second at most 25 per pod (now 27 per pod). ' +
      'After that scaling down waits until it has been so for 300 s.',
  );
  expect(text.zh).toContain(
    'ai_inference_requests_per_second 高于 每个 Pod 33（当前 每个 Pod 27）',
  );
  expect(bindingMetric).toBe('Resource:cpu');
  expect(up?.thresholds.map(({ is }) => is)).toEqual(Array(3).fill('above'));
  expect(down?.replicas).toBe(5);
});

it.each<[string, Change, Partial<Parameters<typeof explainAgent>[0]>, string]>([
  [
    'the maximum',
    set(`${STATUS}.currentReplicas`, 10),
    {},
    '11 replicas are not possible: the maximum is 10.',
  ],
  [
    'the minimum',
    set(`${STATUS}.currentReplicas`, 2),
    {},
    '1 replicas are not possible: the minimum is 2.',
  ],
  [
    'a number that somebody expected',
    () => {},
    { insteadOf: 5 },
    'For 5 replicas or more one of these is enough: cpu above 93.3 % (now 62 %)',
  ],
  [
    'an expected number above the maximum',
    () => {},
    { insteadOf: 12 },
    '12 replicas are not possible: the maximum is 10.',
  ],
  [
    'a disabled direction',
    set(`${SPEC}.behavior.scaleDown.selectPolicy`, 'Disabled'),
    {},
    '2 replicas are not possible: behavior.scaleDown is Disabled.',
  ],
  [
    'many replicas, where the tolerance is more than one',
    all(set(`${SPEC}.maxReplicas`, 50), set(`${STATUS}.currentReplicas`, 40)),
    {},
    'For 39 replicas or fewer all of these must hold: cpu below 63 % (now 62 %)',
  ],
  [
    'a metric without a value',
    set(`${STATUS}.currentMetrics.1`, { type: '' }),
    {},
    'memory has no value: while that is so, scaling down is blocked.',
  ],
  [
    'a stop',
    set(`${STATUS}.conditions.1`, {
      type: 'ScalingActive',
      status: 'False',
      reason: 'FailedGetPodsMetric',
      message: 'no metrics returned',
    }),
    {},
    'No decision is made at the moment (FailedGetPodsMetric): no metrics returned.',
  ],
  [
    'the rate',
    set(`${STATUS}.conditions.2`, {
      type: 'ScalingLimited',
      status: 'True',
      reason: 'ScaleUpLimit',
    }),
    {},
    'The scale-up policies allow no more than 3 replicas',
  ],
  [
    'the scale-up window',
    all(
      set(`${SPEC}.behavior.scaleUp.stabilizationWindowSeconds`, 60),
      set(`${STATUS}.conditions.0.reason`, 'ScaleUpStabilized'),
    ),
    {},
    'Scaling up waits for its window of 60 s.',
  ],
  [
    'the scale-down window, without the memory of the controller',
    set(`${STATUS}.conditions.0.reason`, 'ScaleDownStabilized'),
    {},
    'Scaling down waits for its window of 300 s: until 12:05 UTC at the latest',
  ],
  [
    'an HPA that is new',
    set(STATUS, undefined),
    {},
    'The controller has not looked at HPA xiaoai yet.',
  ],
])('names %s', (_, change, options, sentence) => {
  const { text, sentences } = explainAgent({
    hpa: hpa(change),
    now: NOW,
    ...options,
  });
  expect(text.en).toContain(sentence);
  for (const { en, zh } of sentences) {
    expect(`${en}${zh}`).not.toMatch(/[{}]|undefined|NaN/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
  }
});

it('takes a pass at its word, and knows the minute in which the window ends', () => {
  const input = observation(5, {
    hpa: passHpa(),
    metrics: cpuUsage(...Array(5).fill(1)),
  });
  const result = reconcileHpa(input, {
    recommendations: [{ replicas: 5, timestamp: PASS_NOW - 120_000 }],
    scaleUpEvents: [],
    scaleDownEvents: [],
  });
  const { text, wait } = explainAgent({
    hpa: { ...input.hpa, status: result.status },
    now: PASS_NOW,
    result,
  });
  expect(text.en).toContain(
    'Within the last 300 s a higher number was recommended',
  );
  expect(text.en).toContain(
    'Scaling down waits for its window of 300 s until 12:03 UTC: 5 replicas were asked for at 11:58 UTC.',
  );
  expect(wait).toEqual({
    windowSeconds: 300,
    until: PASS_NOW + 180_000,
    heldBy: { replicas: 5, at: PASS_NOW - 120_000 },
  });
});

it('names what is in the way', () => {
  const snapshot = healthySnapshot();
  set('replicaSets.0.status.conditions', [
    { type: 'ReplicaFailure', status: 'True', message: 'exceeded quota.' },
  ])(snapshot);
  const { findings } = diagnose(snapshot, { now: NOW });
  const { text, blocks } = explainAgent({ hpa: hpa(), now: NOW, findings });
  expect(blocks.map(({ id }) => id)).toEqual(['C02']);
  expect(text.en).toContain('In the way (C02): ReplicaSet xiaoai-5d4f cannot');
  expect(text.zh).toContain('存在阻碍（C02）：');
});

it('speaks of no step from 0 replicas', () => {
  const { up, down } = explainAgent({
    hpa: hpa(set(`${STATUS}.currentReplicas`, 0)),
    now: NOW,
  });
  expect([up, down]).toEqual([undefined, undefined]);
});

it.each([-1, 1.5, NaN])('refuses %p replicas', insteadOf => {
  expect(() => explainAgent({ hpa: hpa(), now: NOW, insteadOf })).toThrow(
    'insteadOf',
  );
});

it('tells instants as it is told to', () => {
  const { text } = explainAgent({
    hpa: hpa(set(`${STATUS}.conditions.0.reason`, 'ScaleDownStabilized')),
    now: NOW,
    formatTime: milliseconds => `+${(milliseconds - NOW) / 1000} s`,
  });
  expect(text.en).toContain('until +300 s at the latest');
  expect(ago(0)).toBe(new Date(NOW).toISOString());
});

it.each([3, 6, 10, 25, 40])(
  'has thresholds that the proposals obey at %d replicas',
  replicas => {
    const subject = hpa(
      set(`${SPEC}.maxReplicas`, 100),
      set(`${STATUS}.currentReplicas`, replicas),
    );
    const [metric] = new HpaFacts(subject, []).metrics;
    const tolerances = { up: 0.1, down: 0.1 };
    const asks = (current: number) =>
      proposalOf({ ...metric, current }, replicas, tolerances) ?? 0;
    for (const wanted of [replicas + 1, replicas + 7, replicas - 1, 1]) {
      const { up, down } = explainAgent({
        hpa: subject,
        now: NOW,
        insteadOf: wanted,
        ...(wanted === 1 && {
          hpa: { ...subject, spec: { ...subject.spec, minReplicas: 1 } },
        }),
      });
      const [{ threshold }] = (up ?? down)?.thresholds ?? [];
      const over = asks(threshold * 1.000001);
      const under = asks(threshold * 0.999999);
      expect([wanted > replicas ? over >= wanted : under <= wanted]).toEqual([
        true,
      ]);
      expect([wanted > replicas ? under < wanted : over > wanted]).toEqual([
        true,
      ]);
    }
  },
);

it('says the same in both languages', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const { en, zh } of [
    ...Object.values(PHRASES),
    ...Object.values(CONDITIONS),
  ]) {
    expect(places(zh)).toEqual(places(en));
  }
});
