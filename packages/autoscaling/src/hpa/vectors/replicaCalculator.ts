/** `TestReplicaCalc*`: one metric of one target. */
import { AutoscalingInputError } from '../../errors';
import { replicasForAverage } from '../metrics/average';
import { replicasForValue, replicasPerPod } from '../metrics/total';
import type { MetricContext } from '../metrics/types';
import { replicasForUtilization } from '../metrics/utilization';
import type { Answer } from '../types';
import {
  compare,
  compareIfStated,
  optionsOf,
  podsOf,
  samplesOf,
  VECTOR_NOW,
} from './convert';
import type {
  Mismatch,
  SectionRunner,
  VectorConstants,
  VectorReader,
} from './types';

interface Calculated {
  replicas: number;
  usage?: number;
  utilization?: number;
  rawAverage?: number;
}

/** These vectors carry their samples themselves. */
const NO_METRICS: MetricContext['metrics'] = {
  resourceMetrics: () => ({ ok: true, value: [] }),
  podsMetric: () => ({ ok: true, value: [] }),
  objectMetric: () => ({ ok: false, error: 'not served' }),
  externalMetric: () => ({ ok: true, value: [] }),
};

function contextOf(
  vector: VectorReader,
  constants: VectorConstants,
  resource: string,
): MetricContext {
  const currentReplicas = vector.number('currentReplicas');
  return {
    now: VECTOR_NOW,
    hpa: {
      metadata: { name: 'vector' },
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'vector' },
        maxReplicas: 1,
      },
    },
    pods: podsOf(vector, resource),
    metrics: NO_METRICS,
    currentReplicas,
    statusReplicas: vector.optionalNumber('statusReplicas') ?? currentReplicas,
    tolerances: {
      up: vector.optionalNumber('toleranceUp') ?? constants.toleranceUp,
      down: vector.optionalNumber('toleranceDown') ?? constants.toleranceDown,
    },
    options: optionsOf(constants),
  };
}

/** Sum of the reported series. */
function levelsTotal(vector: VectorReader): number {
  const levels = vector.raw('levels');
  if (
    Array.isArray(levels) &&
    levels.length > 0 &&
    levels.every(level => typeof level === 'number')
  ) {
    return levels.reduce((sum, level) => sum + level, 0);
  }
  throw new AutoscalingInputError({
    field: `${vector.path}.levels`,
    problem: `${JSON.stringify(levels)} is not a list of numbers`,
    remedy: 'list the reported values in milli',
  });
}

function calculate(
  vector: VectorReader,
  constants: VectorConstants,
): Answer<Calculated> {
  const fn = vector.text('fn');
  const resource = vector.optionalText('resource') ?? 'cpu';
  const context = contextOf(vector, constants, resource);
  switch (fn) {
    case 'resourceUtilization': {
      const targetUtilization = vector.number('targetUtilization');
      const count = replicasForUtilization(context, samplesOf(vector), {
        resource,
        targetUtilization,
      });
      if (!count.ok) return count;
      const { replicas, calculation, rawAverage } = count.value;
      return {
        ok: true,
        value: { replicas, utilization: calculation.usage, rawAverage },
      };
    }
    case 'resourceAverage':
    case 'resourceRaw':
    case 'pods': {
      const count = replicasForAverage(context, samplesOf(vector), {
        resource: fn === 'pods' ? '' : resource,
        target: vector.number('target'),
      });
      if (!count.ok) return count;
      return {
        ok: true,
        value: {
          replicas: count.value.replicas,
          usage: count.value.rawAverage,
        },
      };
    }
    case 'value': {
      const usage = levelsTotal(vector);
      const count = replicasForValue(context, usage, vector.number('target'));
      return count.ok
        ? { ok: true, value: { replicas: count.value.replicas, usage } }
        : count;
    }
    case 'perPod': {
      const { replicas, average } = replicasPerPod(
        context,
        levelsTotal(vector),
        vector.number('target'),
      );
      return { ok: true, value: { replicas, usage: average } };
    }
    default:
      throw new AutoscalingInputError({
        field: `${vector.path}.fn`,
        problem: `${JSON.stringify(fn)} is not known`,
        remedy:
          'use resourceUtilization, resourceAverage, pods, value or perPod',
      });
  }
}

export const runReplicaCalculator: SectionRunner = (
  vector,
  constants,
): Mismatch[] => {
  const expectation = vector.object('expect');
  const calculated = calculate(vector, constants);
  if (!calculated.ok) {
    const expected = expectation.raw('error');
    if (expected === true) return [];
    if (typeof expected === 'string' && calculated.error.includes(expected))
      return [];
    return [
      {
        field: 'expect',
        expected: expected ?? expectation.raw('replicas'),
        actual: `error: ${calculated.error}`,
      },
    ];
  }
  const { replicas, usage, utilization, rawAverage } = calculated.value;
  return [
    ...(expectation.has('error')
      ? compare('expect.error', expectation.raw('error'), null)
      : []),
    ...compareIfStated(expectation, 'replicas', replicas),
    ...compareIfStated(expectation, 'usage', usage),
    ...compareIfStated(expectation, 'utilization', utilization),
    ...compareIfStated(expectation, 'rawAverage', rawAverage),
  ];
};
