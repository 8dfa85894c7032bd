import { AutoscalingInputError } from '../errors';
import { set, type Change } from './__testUtils__/changes';
import { FAULTS } from './__testUtils__/faults';
import { healthySnapshot, NOW } from './__testUtils__/healthySnapshot';
import { diagnose, type DiagnoseOptions } from './diagnose';
import { LEFT_OUT_RULES } from './leftOut';
import { DIAGNOSIS_RULES } from './rules';
import type { AgentSnapshot } from './snapshot/AgentSnapshot';

const OPTIONS: DiagnoseOptions = {
  now: NOW,
  kubernetesVersion: 'v1.36.0-local.suoke',
};

function after(change: Change): AgentSnapshot {
  const snapshot = healthySnapshot();
  change(snapshot);
  return snapshot;
}

/** The numbers of the catalogue, family by family. */
const CATALOGUE = Object.entries({
  H: 11,
  M: 25,
  R: 21,
  Z: 4,
  G: 3,
  C: 14,
  D: 7,
  V: 28,
  U: 7,
}).flatMap(([family, count]) =>
  Array.from(
    { length: count },
    (_, index) => `${family}${String(index + 1).padStart(2, '0')}`,
  ),
);

describe('a healthy agent', () => {
  it('has no findings, and every rule was judged', () => {
    expect(diagnose(healthySnapshot(), OPTIONS)).toEqual({
      findings: [],
      notEvaluated: [],
    });
  });
});

describe.each(FAULTS)('$id: $what', ({ id, change, says, field }) => {
  const found = () =>
    diagnose(after(change), OPTIONS).findings.filter(one => one.id === id);

  it('is found, with its numbers and its evidence', () => {
    const findings = found();
    expect(findings.map(({ message }) => message.en).join('\n')).toContain(
      says,
    );
    expect(
      findings.flatMap(({ evidence }) => evidence.map(one => one.field)),
    ).toContain(field);
  });

  it('is told in whole sentences in both languages', () => {
    for (const { title, message, remedy } of found()) {
      for (const { en, zh } of [title, message, remedy]) {
        expect(`${en}${zh}`).not.toMatch(/[{}]|undefined|NaN|Infinity/);
        expect(zh).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });
});

describe('the catalogue', () => {
  it('is complete: every fault is looked for or left out with a reason', () => {
    const known = [...DIAGNOSIS_RULES, ...LEFT_OUT_RULES].map(({ id }) => id);
    expect(known.sort()).toEqual([...CATALOGUE].sort());
  });

  it('has a fault in the tests for every rule', () => {
    const tested = new Set(FAULTS.map(({ id }) => id));
    expect(DIAGNOSIS_RULES.filter(({ id }) => !tested.has(id))).toEqual([]);
  });

  it.each(DIAGNOSIS_RULES.map(rule => [rule.id, rule] as const))(
    '%s says the same in both languages',
    (_, { title, message, remedy }) => {
      const places = (text: string) =>
        [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
      expect(places(message.zh)).toEqual(places(message.en));
      expect(places(remedy.zh)).toEqual(places(remedy.en));
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
    },
  );
});

describe('what is missing', () => {
  it('is never taken for fine', () => {
    const { findings, notEvaluated } = diagnose({}, { now: NOW });
    expect(findings).toEqual([]);
    expect(notEvaluated.map(({ id }) => id)).toEqual(
      DIAGNOSIS_RULES.map(({ id }) => id),
    );
    expect(notEvaluated.find(({ id }) => id === 'C03')?.missing).toEqual([
      'hpas',
      'workload',
      'resourceQuotas',
    ]);
  });

  it.each(
    DIAGNOSIS_RULES.flatMap(rule =>
      rule.needs
        .filter(need => need !== 'kubernetesVersion')
        .map(need => [rule.id, need] as const),
    ),
  )('%s is not evaluated without %s', (id, need) => {
    const { notEvaluated } = diagnose(after(set(need, undefined)), OPTIONS);
    expect(notEvaluated.find(each => each.id === id)?.missing).toContain(need);
  });

  it('says how much history is missing', () => {
    const { notEvaluated } = diagnose(
      after(set('history', { samples: [], scaleEvents: [] })),
      OPTIONS,
    );
    expect(notEvaluated).toContainEqual({
      id: 'R04',
      missing: ['history of 7 days'],
    });
  });

  it('leaves rules on the version out without it', () => {
    const { notEvaluated } = diagnose(healthySnapshot(), { now: NOW });
    expect(notEvaluated).toEqual([
      { id: 'Z03', missing: ['kubernetesVersion'] },
    ]);
  });
});

it('names what it stumbled over, and judges the rest', () => {
  const { findings, notEvaluated } = diagnose(
    after(snapshot => {
      set(
        'podTemplate.spec.containers.0.resources.requests.cpu',
        'two',
      )(snapshot);
      set('hpas.0.spec.minReplicas', 1)(snapshot);
    }),
    OPTIONS,
  );
  expect(findings.map(({ id }) => id)).toContain('R05');
  expect(notEvaluated.find(({ id }) => id === 'C04')?.problem).toContain(
    '"two" is not a quantity',
  );
});

it('puts errors first', () => {
  const { findings } = diagnose(
    after(snapshot => {
      set('hpas.0.spec.minReplicas', 1)(snapshot);
      set('disruptionBudgets.0.spec.maxUnavailable', 0)(snapshot);
    }),
    OPTIONS,
  );
  expect(findings[0].id).toBe('D02');
});

it('obeys thresholds', () => {
  const snapshot = after(set('hpas.0.status.currentReplicas', 40));
  const ids = (deadBandPods: number) =>
    diagnose(snapshot, {
      ...OPTIONS,
      thresholds: { deadBandPods },
    }).findings.map(({ id }) => id);
  expect(ids(4)).toContain('M17');
  expect(ids(4.5)).not.toContain('M17');
});

it.each<[Record<string, number>, string]>([
  [{ deadBandPods: -1 }, 'thresholds.deadBandPods'],
  [{ deadBandPods: NaN }, 'thresholds.deadBandPods'],
  [{ unheardOf: 1 }, 'thresholds.unheardOf'],
])('refuses the thresholds %j', (thresholds, field) => {
  const attempt = () => diagnose({}, { now: NOW, thresholds });
  expect(attempt).toThrow(AutoscalingInputError);
  expect(attempt).toThrow(field);
});

it('changes nothing in the snapshot', () => {
  const snapshot = healthySnapshot();
  diagnose(snapshot, OPTIONS);
  expect(snapshot).toEqual(healthySnapshot());
});
