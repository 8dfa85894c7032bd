/**
 * Object and External metrics: one amount for the whole target. Mirrors `GetObjectMetricReplicas`,
 * `GetObjectPerPodMetricReplicas` and `getUsageRatioReplicaCount` in `replica_calculator.go`.
 */
import { ceilToReplicas, toInt32 } from '../arithmetic';
import { assertFinite } from '../assertComputable';
import { isWithinTolerance } from '../tolerance';
import type { Answer, MetricCalculation, PodObservation } from '../types';
import type { MetricContext, ReplicaCount } from './types';

function calculation(
  context: MetricContext,
  numbers: Pick<
    MetricCalculation,
    'kind' | 'usage' | 'target' | 'ratio' | 'podCount' | 'held'
  >,
): MetricCalculation {
  return {
    ...numbers,
    rawRatio: numbers.ratio,
    readyPods: context.pods.filter(isRunningAndReady).length,
    unreadyPods: [],
    missingPods: [],
    ignoredPods: [],
    tolerance: context.tolerances,
  };
}

function isRunningAndReady(pod: PodObservation): boolean {
  return pod.phase === 'Running' && pod.ready?.status === 'True';
}

/** Replicas for a Value target: the ratio times the running and ready pods. From 0 replicas the tolerance does not apply. */
export function replicasForValue(
  context: MetricContext,
  usage: number,
  target: number,
): Answer<ReplicaCount> {
  const { currentReplicas, pods, tolerances, options } = context;
  assertUsage(usage);
  const ratio = usage / target;
  const numbers = { kind: 'value', usage, target, ratio } as const;
  if (currentReplicas === 0) {
    const replicas = ceilToReplicas(ratio);
    return {
      ok: true,
      value: {
        replicas,
        calculation: calculation(context, { ...numbers, podCount: 1 }),
      },
    };
  }
  if (isWithinTolerance(ratio, tolerances, options.features.toleranceTest)) {
    return {
      ok: true,
      value: {
        replicas: currentReplicas,
        calculation: calculation(context, {
          ...numbers,
          podCount: currentReplicas,
          held: 'withinTolerance',
        }),
      },
    };
  }
  if (pods.length === 0) {
    return {
      ok: false,
      error:
        'unable to calculate ready pods: no pods returned by selector while calculating replica count',
    };
  }
  const readyPods = pods.filter(isRunningAndReady).length;
  return {
    ok: true,
    value: {
      replicas: ceilToReplicas(ratio * readyPods),
      calculation: calculation(context, { ...numbers, podCount: readyPods }),
    },
  };
}

/**
 * Replicas for an AverageValue target: the amount divided by the target.
 * With `status.replicas` 0 the ratio is infinite, or NaN at usage 0; neither is within the tolerance.
 *
 * @returns `average` is what the status shows: usage per replica, rounded up, in milli
 */
export function replicasPerPod(
  context: MetricContext,
  usage: number,
  target: number,
): ReplicaCount & { average: number } {
  const { statusReplicas, tolerances, options } = context;
  assertUsage(usage);
  const ratio = usage / (target * statusReplicas);
  const held = isWithinTolerance(
    ratio,
    tolerances,
    options.features.toleranceTest,
  );
  const average =
    statusReplicas === 0 ? 0 : Math.ceil(usage / statusReplicas) + 0;
  return {
    replicas: held ? toInt32(statusReplicas) : ceilToReplicas(usage / target),
    average,
    calculation: calculation(context, {
      kind: 'perPod',
      usage,
      target,
      ratio,
      podCount: statusReplicas,
      ...(held && { held: 'withinTolerance' as const }),
    }),
  };
}

function assertUsage(usage: number): void {
  assertFinite(
    usage,
    'metric value',
    'answer with an error when the metric has no value',
  );
}
