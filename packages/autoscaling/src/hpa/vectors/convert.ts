/** From the vectors' shorthand (ages, milli, rows) to the library's values. */
import { AutoscalingInputError } from '../../errors';
import type { PodSample } from '../groupPods';
import { GO_ZERO_TIME } from '../observe';
import { resolveHpaOptions } from '../options';
import type {
  HpaOptions,
  PodObservation,
  ScalingPolicy,
  TimestampedRecommendation,
  TimestampedScaleEvent,
} from '../types';
import type { Mismatch, VectorConstants, VectorReader } from './types';

/** The instant that ages count back from. */
export const VECTOR_NOW = Date.UTC(2026, 0, 1);

/** Ages from here on stand for the Go zero time. */
const ZERO_TIME_AGE = 1e9;

/** The instant of an age in seconds. */
export function instantOf(ageSeconds: number): number {
  return ageSeconds >= ZERO_TIME_AGE
    ? GO_ZERO_TIME
    : VECTOR_NOW - ageSeconds * 1000;
}

export function optionsOf(constants: VectorConstants): HpaOptions {
  return resolveHpaOptions({
    tolerance: constants.toleranceUp,
    downscaleStabilizationSeconds: constants.downscaleStabilisationSeconds,
    cpuInitializationPeriodSeconds: constants.cpuInitializationPeriodSeconds,
    initialReadinessDelaySeconds: constants.initialReadinessDelaySeconds,
    scaleUpLimitMinimum: constants.scaleUpLimitMinimum,
  });
}

/** Name of the one container that the pods of the vectors have, unless a metric names another. */
export const VECTOR_CONTAINER = 'container';

/** Pods of a vector; `req` is the request of `resource`. */
export function podsOf(
  vector: VectorReader,
  resource: string,
  container: string = VECTOR_CONTAINER,
): PodObservation[] {
  return vector.objects('pods').map(pod => {
    const startAge = pod.optionalNumber('startAge');
    const readyStatus = pod.optionalText('readyCond');
    const request = pod.optionalNumber('req');
    return {
      name: pod.text('name'),
      phase: pod.optionalText('phase') ?? '',
      ...(pod.flag('deleted') && { deletionTimestamp: VECTOR_NOW }),
      ...(startAge !== undefined && { startTime: instantOf(startAge) }),
      ...(readyStatus !== undefined && {
        ready: {
          status: readyStatus,
          lastTransitionTime: instantOf(
            pod.optionalNumber('transAge') ?? ZERO_TIME_AGE,
          ),
        },
      }),
      containers: [
        {
          name: container,
          requests: request === undefined ? {} : { [resource]: request },
        },
      ],
    };
  });
}

/** Samples of a vector that lists them per pod. */
export function samplesOf(vector: VectorReader): Map<string, PodSample> {
  if (!vector.has('metrics')) return new Map();
  const metrics = vector.object('metrics');
  return new Map(
    metrics.keys().map(pod => {
      const sample = metrics.object(pod);
      return [
        pod,
        {
          value: sample.number('v'),
          timestamp: instantOf(sample.optionalNumber('age') ?? 0),
          windowMs: (sample.optionalNumber('window') ?? 0) * 1000,
        },
      ];
    }),
  );
}

function numberAt(row: unknown[], index: number, field: string): number {
  const value = row[index];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new AutoscalingInputError({
    field: `${field}[${index}]`,
    problem: `${JSON.stringify(value)} is not a number`,
    remedy: 'write a number',
  });
}

/** Rows `[type, value, periodSeconds]`; `undefined` when the vector leaves them to the defaults. */
export function policiesOf(
  vector: VectorReader,
  field: string,
): ScalingPolicy[] | undefined {
  if (!vector.has(field)) return undefined;
  return vector.rows(field).map((row, index) => ({
    type: String(row[0]),
    value: numberAt(row, 1, `${vector.path}.${field}[${index}]`),
    periodSeconds: numberAt(row, 2, `${vector.path}.${field}[${index}]`),
  }));
}

/** Rows `[replicas, ageSeconds]`. */
export function recommendationsOf(
  vector: VectorReader,
  field: string,
): TimestampedRecommendation[] {
  return vector.rows(field).map((row, index) => ({
    replicas: numberAt(row, 0, `${vector.path}.${field}[${index}]`),
    timestamp: instantOf(numberAt(row, 1, `${vector.path}.${field}[${index}]`)),
  }));
}

/** Rows `[replicaChange, ageSeconds]` or `[replicaChange, ageSeconds, outdated]`. */
export function eventsOf(
  vector: VectorReader,
  field: string,
): TimestampedScaleEvent[] {
  return vector.rows(field).map((row, index) => ({
    replicaChange: numberAt(row, 0, `${vector.path}.${field}[${index}]`),
    timestamp: instantOf(numberAt(row, 1, `${vector.path}.${field}[${index}]`)),
    outdated: row[2] === true,
  }));
}

/** Compares values as JSON does. */
export function compare(
  field: string,
  expected: unknown,
  actual: unknown,
): Mismatch[] {
  return JSON.stringify(expected) === JSON.stringify(actual)
    ? []
    : [{ field, expected, actual }];
}

/** Compares only where the vector states an expectation: absent and `null` mean "not looked at". */
export function compareIfStated(
  expectation: VectorReader,
  field: string,
  actual: unknown,
): Mismatch[] {
  return expectation.has(field)
    ? compare(`expect.${field}`, expectation.raw(field), actual)
    : [];
}
