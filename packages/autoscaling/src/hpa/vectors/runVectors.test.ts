import upstream from '../__fixtures__/hpa-vectors.json';
import { formatVectorReport, runVectors } from './runVectors';

it('agrees with every upstream vector', () => {
  const report = runVectors(upstream);
  expect(report.failures).toEqual([]);
  expect(report).toMatchObject({ passed: 135, failed: 0 });
  expect(formatVectorReport(report)).toBe('135 passed, 0 failed');
});

it.each(
  Object.keys(upstream).filter(key => !['about', 'constants'].includes(key)),
)('notices a wrong expectation in %s', section => {
  const [first] = upstream[section as keyof typeof upstream] as unknown as {
    expect?: unknown;
    after?: unknown;
  }[];
  const spoil = (value: unknown): unknown => {
    if (typeof value === 'number') return value + 1;
    if (Array.isArray(value)) return value.map(spoil);
    if (value && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, spoil(inner)]),
      );
    }
    return value;
  };
  const key = first.expect === undefined ? 'after' : 'expect';
  const report = runVectors({
    ...upstream,
    [section]: [{ ...first, [key]: spoil(first[key]) }],
  });
  expect(report.failed).toBe(1);
  expect(report.failures[0]).toMatchObject({ section });
  expect(formatVectorReport(report)).toMatch(
    /FAIL .*expected .*, got .*\n\d+ passed, 1 failed$/,
  );
});

it('compares conditions', () => {
  const [first] = upstream.reconcile;
  const conditions = first.expect.conditions.with(0, [
    'AbleToScale',
    'True',
    'ReadyForNewScale',
  ]);
  const report = runVectors({
    constants: upstream.constants,
    reconcile: [{ ...first, expect: { ...first.expect, conditions } }],
  });
  expect(report.failures).toMatchObject([{ field: 'expect.conditions' }]);
});

it('lets a vector state an expected error', () => {
  const vector = { ...upstream.replicaCalculator[0], pods: [] };
  const run = (expectation: object) =>
    runVectors({ replicaCalculator: [{ ...vector, expect: expectation }] })
      .failures;
  expect(run({ error: 'no pods returned by selector' })).toEqual([]);
  expect(run({ error: 'something else' })).toHaveLength(1);
  expect(run({ replicas: 5 })).toHaveLength(1);
});

it('wakes from zero by condition only where the vector names conditions', () => {
  const vector = {
    name: 'from zero',
    min: 0,
    max: 6,
    specReplicas: 0,
    statusReplicas: 0,
    metricSpecs: [{ type: 'Object', value: 15000 }],
    levels: [20000],
    pods: [],
  };
  const replicas = (more: object) =>
    runVectors({
      reconcile: [{ ...vector, ...more, expect: { replicas: 2 } }],
    }).failures.map(({ actual }) => actual);
  expect(replicas({})).toEqual([]);
  expect(
    replicas({ initialConditions: [['ScaledToZero', 'True', 'ScaledToZero']] }),
  ).toEqual([]);
  expect(
    replicas({
      initialConditions: [['ScaledToZero', 'False', 'NotScaledToZero']],
    }),
  ).toEqual([0]);
});

it('runs a metric of a named container, a selector and past events', () => {
  const vector = {
    ...upstream.reconcile[0],
    metricSpecs: [
      {
        type: 'ContainerResource',
        name: 'cpu',
        container: 'main',
        utilization: 30,
      },
    ],
  };
  const run = (more: object, expectation: object) =>
    runVectors({
      constants: upstream.constants,
      reconcile: [{ ...vector, ...more, expect: expectation }],
    }).failures;
  expect(run({}, upstream.reconcile[0].expect)).toEqual([]);
  expect(run({ selector: '' }, { replicas: 3 })).toEqual([]);
  const scaleUpPolicies = { stab: 0, policies: [['Pods', 2, 60]] };
  expect(run({ scaleUpPolicies }, { replicas: 5 })).toEqual([]);
  expect(
    run({ scaleUpPolicies, scaleUpEvents: [[1, 30]] }, { replicas: 4 }),
  ).toEqual([]);
});

it('counts a vector that cannot be read as failed and runs the others', () => {
  const report = runVectors({
    convertWithRules: [
      { name: 'broken', cur: 'three' },
      ...upstream.convertWithRules,
    ],
  });
  expect(report).toMatchObject({
    passed: upstream.convertWithRules.length,
    failed: 1,
  });
  expect(report.failures[0].actual).toMatch(
    '$.convertWithRules[0].cur: "three" is not a number',
  );
});

it.each([
  [[], '$: [] is not an object'],
  [{ about: 'nothing' }, '$: holds no vectors'],
  [
    { surprises: [] },
    '$.surprises: is an unknown section; use replicaCalculator',
  ],
  [{ stabilize: {} }, '$.stabilize: {} is not a list'],
  [{ stabilize: [1] }, '$.stabilize[0]: 1 is not an object'],
])('refuses %j', (file, message) => {
  expect(() => runVectors(file)).toThrow(message);
});
