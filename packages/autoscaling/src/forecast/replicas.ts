/** From load to replicas: the arithmetic of an HPA whose metric is an average per pod. */
import { assertNumber, assertPositive } from './assertForecastInput';
import { AutoscalingInputError } from '../errors';
import { ceilToReplicas } from '../hpa/arithmetic';
import type { ForecastPoint, LoadForecast } from './types';

export interface ReplicaOptions {
  /** Load that one pod is to have, in the unit of the load. */
  targetPerPod: number;
  /** Default: 1. */
  minReplicas?: number;
  maxReplicas: number;
  /** From creation to Ready, as observed: a pod has to be asked for that much earlier. Default: 0. */
  startUpSeconds?: number;
}

/** Replicas for the expected load and for the ends of its intervals. */
export interface ReplicaRange {
  mean: number;
  lower80: number;
  upper80: number;
  lower95: number;
  upper95: number;
}

export interface ReplicaForecastPoint {
  at: number;
  /** Ready pods that the load of this bucket needs, within the limits. */
  needed: ReplicaRange;
  /** Pods to ask for in this bucket, so that those which later buckets need are Ready in time. */
  requested: ReplicaRange;
  /** The expected load needs more than `maxReplicas`. */
  aboveMax: boolean;
}

/** @throws AutoscalingInputError */
export function assertReplicaOptions(options: ReplicaOptions): void {
  const { targetPerPod, minReplicas = 1, maxReplicas } = options;
  assertPositive(targetPerPod, 'targetPerPod');
  assertNumber(options.startUpSeconds ?? 0, 'startUpSeconds', 0);
  const replicas = { minReplicas, maxReplicas };
  for (const [field, value] of Object.entries(replicas))
    if (!Number.isInteger(value) || value < 0)
      throw new AutoscalingInputError({
        field,
        problem: `${value} is not a number of replicas`,
        remedy: 'pass a whole number that is not negative',
      });
  if (maxReplicas < Math.max(1, minReplicas))
    throw new AutoscalingInputError({
      field: 'maxReplicas',
      problem: `${maxReplicas} is below ${Math.max(1, minReplicas)}`,
      remedy: 'pass at least minReplicas, and at least 1',
    });
}

/** `ceil(load / target)`, before the limits. */
export function unlimitedReplicas(load: number, targetPerPod: number): number {
  return ceilToReplicas(load / targetPerPod);
}

export function replicasFor(load: number, options: ReplicaOptions): number {
  const { targetPerPod, minReplicas = 1, maxReplicas } = options;
  return Math.min(
    maxReplicas,
    Math.max(minReplicas, unlimitedReplicas(load, targetPerPod)),
  );
}

function rangeOf(of: (end: keyof ReplicaRange) => number): ReplicaRange {
  return {
    mean: of('mean'),
    lower80: of('lower80'),
    upper80: of('upper80'),
    lower95: of('lower95'),
    upper95: of('upper95'),
  };
}

/**
 * Replicas over the horizon of a forecast. Tolerance, stabilization and rate policies are left out: they change when a controller acts,
 * not what the load needs. `replayHpa` has them.
 *
 * @throws AutoscalingInputError
 */
export function forecastReplicas(
  forecast: LoadForecast,
  options: ReplicaOptions,
): ReplicaForecastPoint[] {
  assertReplicaOptions(options);
  const { points, step } = forecast;
  const needed = points.map(point =>
    rangeOf(end => replicasFor(point[end], options)),
  );
  // What is asked for at the end of a bucket is Ready that long after it.
  const ahead = Math.ceil(((options.startUpSeconds ?? 0) * 1000) / step);
  return points.map((point: ForecastPoint, index) => ({
    at: point.at,
    needed: needed[index],
    requested: rangeOf(end =>
      Math.max(
        ...needed.slice(index, index + ahead + 1).map(range => range[end]),
      ),
    ),
    aboveMax:
      unlimitedReplicas(point.mean, options.targetPerPod) > options.maxReplicas,
  }));
}
