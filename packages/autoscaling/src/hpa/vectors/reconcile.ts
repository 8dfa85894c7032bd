/** Whole-controller cases of `horizontal_test.go`. */
import { reconcileHpa } from '../reconcile';
import type {
  HpaBehavior,
  HpaCondition,
  HpaObservation,
  MetricSpec,
  MetricTarget,
  MetricsReader,
  ScalingRules,
} from '../types';
import {
  compare,
  eventsOf,
  optionsOf,
  podsOf,
  policiesOf,
  recommendationsOf,
  VECTOR_CONTAINER,
  VECTOR_NOW,
} from './convert';
import type { Mismatch, SectionRunner, VectorReader } from './types';

const METRIC = 'qps';

function milli(value: number): string {
  return `${value}m`;
}

function amountTarget(spec: VectorReader): MetricTarget {
  const value = spec.optionalNumber('value');
  const averageValue = spec.optionalNumber('averageValue');
  return {
    type: averageValue === undefined ? 'Value' : 'AverageValue',
    ...(value !== undefined && { value: milli(value) }),
    ...(averageValue !== undefined && { averageValue: milli(averageValue) }),
  };
}

function resourceTarget(spec: VectorReader): MetricTarget {
  const utilization = spec.optionalNumber('utilization');
  return utilization === undefined
    ? amountTarget(spec)
    : { type: 'Utilization', averageUtilization: utilization };
}

function metricSpecOf(spec: VectorReader): MetricSpec {
  const type = spec.text('type');
  const metric = { name: METRIC };
  switch (type) {
    case 'Resource':
      return {
        type,
        resource: {
          name: spec.optionalText('name') ?? 'cpu',
          target: resourceTarget(spec),
        },
      };
    case 'ContainerResource':
      return {
        type,
        containerResource: {
          name: spec.optionalText('name') ?? 'cpu',
          container: spec.optionalText('container') ?? VECTOR_CONTAINER,
          target: resourceTarget(spec),
        },
      };
    case 'Pods':
      return { type, pods: { metric, target: amountTarget(spec) } };
    case 'Object':
      return {
        type,
        object: {
          describedObject: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'some-deployment',
          },
          metric,
          target: amountTarget(spec),
        },
      };
    case 'External':
      return { type, external: { metric, target: amountTarget(spec) } };
    default:
      return { type };
  }
}

/** The reported levels, served the way the fake clients of the upstream test serve them: one per pod, in order. */
function metricsOf(
  vector: VectorReader,
  resource: string,
  container: string,
): MetricsReader {
  const raw = vector.raw('levels');
  const levels = Array.isArray(raw)
    ? raw.filter(level => typeof level === 'number')
    : [];
  const timestamp = VECTOR_NOW;
  const podNames = vector.objects('pods').map(pod => pod.text('name'));
  const podName = (index: number) => podNames[index] ?? `test-pod-${index}`;
  return {
    resourceMetrics: () => ({
      ok: true,
      value: levels.map((level, index) => ({
        pod: podName(index),
        timestamp,
        windowMs: 60_000,
        containers: [{ name: container, usage: { [resource]: level } }],
      })),
    }),
    podsMetric: () => ({
      ok: true,
      value: levels.map((level, index) => ({
        pod: podName(index),
        timestamp,
        windowMs: 60_000,
        value: level,
      })),
    }),
    objectMetric: () =>
      levels.length > 0
        ? { ok: true, value: { timestamp, value: levels[0] } }
        : { ok: false, error: 'no value reported' },
    externalMetric: () =>
      vector.flag('externalMetricError')
        ? { ok: false, error: 'something went wrong' }
        : { ok: true, value: levels.map(value => ({ timestamp, value })) },
  };
}

function rulesOf(
  vector: VectorReader,
  field: string,
): ScalingRules | undefined {
  if (!vector.has(field)) return undefined;
  if (Array.isArray(vector.raw(field))) {
    return { policies: policiesOf(vector, field) };
  }
  const rules = vector.object(field);
  return {
    stabilizationWindowSeconds: rules.optionalNumber('stab'),
    selectPolicy: rules.optionalText('select'),
    policies: policiesOf(rules, 'policies'),
  };
}

function behaviorOf(vector: VectorReader): HpaBehavior | undefined {
  const scaleUp = rulesOf(vector, 'scaleUpPolicies');
  const scaleDown = rulesOf(vector, 'scaleDownPolicies');
  return scaleUp || scaleDown ? { scaleUp, scaleDown } : undefined;
}

function initialConditions(vector: VectorReader): HpaCondition[] {
  return vector.rows('initialConditions').map(([type, status, reason]) => ({
    type: String(type),
    status: String(status),
    reason: String(reason),
  }));
}

/** Conditions as the vectors write them, sorted so that order does not matter. */
function conditionRows(
  conditions: readonly HpaCondition[],
  wanted: (type: string) => boolean,
): string[][] {
  return conditions
    .filter(({ type }) => wanted(type))
    .map(({ type, status, reason = '' }) => [type, status, reason])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function compareConditions(
  expectation: VectorReader,
  actual: readonly HpaCondition[],
): Mismatch[] {
  if (!expectation.has('conditions')) return [];
  const expected = expectation.rows('conditions').map(row => row.map(String));
  // Vectors of before 1.36 do not know ScaledToZero: looked at only where it is stated.
  const wanted = (type: string) =>
    type !== 'ScaledToZero' || expected.some(([name]) => name === type);
  return compare(
    'expect.conditions',
    expected.sort(([a], [b]) => (a < b ? -1 : 1)),
    conditionRows(actual, wanted),
  );
}

export const runReconcile: SectionRunner = (vector, constants) => {
  const specs = vector.objects('metricSpecs').map(metricSpecOf);
  const resource =
    specs.flatMap(
      spec => spec.resource?.name ?? spec.containerResource?.name ?? [],
    )[0] ?? 'cpu';
  const container =
    specs.flatMap(spec => spec.containerResource?.container ?? [])[0] ??
    VECTOR_CONTAINER;
  const conditions = initialConditions(vector);
  const behavior = behaviorOf(vector);
  const observation: HpaObservation = {
    now: VECTOR_NOW,
    hpa: {
      metadata: { name: 'test-hpa', namespace: 'test-namespace' },
      spec: {
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'test',
        },
        minReplicas: vector.optionalNumber('min'),
        maxReplicas: vector.number('max'),
        metrics: specs,
        ...(behavior && { behavior }),
      },
      ...(conditions.length > 0 && { status: { conditions } }),
    },
    scale: {
      ok: true,
      value: {
        specReplicas: vector.number('specReplicas'),
        statusReplicas: vector.number('statusReplicas'),
        selector: vector.optionalText('selector') ?? 'name=test-pod',
      },
    },
    pods: podsOf(vector, resource, container),
    metrics: metricsOf(vector, resource, container),
  };
  const options = optionsOf(constants);
  const result = reconcileHpa(
    observation,
    {
      // `null` is a controller that has not seen the HPA; an empty list is one that remembers nothing of it.
      recommendations: vector.has('recommendations')
        ? recommendationsOf(vector, 'recommendations')
        : undefined,
      scaleUpEvents: eventsOf(vector, 'scaleUpEvents'),
      scaleDownEvents: eventsOf(vector, 'scaleDownEvents'),
    },
    {
      ...options,
      scaleUpLimitFactor: constants.scaleUpLimitFactorInReconcileVectors,
      features: {
        ...options.features,
        // Vectors that do not say who scaled to zero are from before the condition existed.
        scaleToZero: conditions.length > 0 ? 'condition' : 'replicas',
      },
    },
  );
  const expectation = vector.object('expect');
  return [
    ...compare(
      'expect.replicas',
      expectation.number('replicas'),
      result.desiredReplicas,
    ),
    ...compareConditions(expectation, result.status.conditions ?? []),
  ];
};
