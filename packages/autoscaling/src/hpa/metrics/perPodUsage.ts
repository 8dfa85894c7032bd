/**
 * The rule that Resource, ContainerResource and Pods metrics share: missing and unready pods are filled in so that they
 * damp the answer and never turn it around. Mirrors the common shape of `GetResourceReplicas` and
 * `calcPlainMetricReplicas` in `replica_calculator.go`.
 */
import { ceilToReplicas } from '../arithmetic';
import { groupPods, type PodSamples } from '../groupPods';
import { isWithinTolerance } from '../tolerance';
import type { Answer, MetricCalculation } from '../types';
import type { MetricContext, ReplicaCount } from './types';

/** How one kind of target measures a set of samples. `usage` is percent or milli. */
export interface UsageMeasure {
  kind: 'utilization' | 'average';
  target: number;
  measure(
    usage: ReadonlyMap<string, number>,
  ): Answer<{ ratio: number; usage: number; rawAverage: number }>;
  /** Assumed usage in milli of a pod without a sample when the others are below target. */
  assumedWhenBelowTarget(pod: string): number;
}

/**
 * Replicas for a metric with one sample per pod.
 *
 * @param resource - as in {@link groupPods}
 * @param prepare - builds the measure once it is known that there is something to measure
 */
export function replicasForPerPodUsage(
  context: MetricContext,
  samples: PodSamples,
  resource: string,
  prepare: () => Answer<UsageMeasure>,
): Answer<ReplicaCount & { rawAverage: number }> {
  const { pods, currentReplicas, tolerances, options } = context;
  if (pods.length === 0) {
    return {
      ok: false,
      error: 'no pods returned by selector while calculating replica count',
    };
  }
  const groups = groupPods(pods, samples, resource, context.now, options);
  const usage = new Map(
    [...samples].map(([pod, sample]) => [pod, sample.value]),
  );
  for (const pod of [...groups.ignored, ...groups.unready]) usage.delete(pod);
  if (usage.size === 0) {
    return {
      ok: false,
      error:
        'did not receive metrics for targeted pods (pods might be unready)',
    };
  }
  const prepared = prepare();
  if (!prepared.ok) return prepared;
  const measure = prepared.value;
  const measured = measure.measure(usage);
  if (!measured.ok) return measured;
  const { ratio, usage: measuredUsage, rawAverage } = measured.value;
  const within = (value: number) =>
    isWithinTolerance(value, tolerances, options.features.toleranceTest);

  const answer = (
    replicas: number,
    decidingRatio: number,
    podCount: number,
    held?: MetricCalculation['held'],
  ): Answer<ReplicaCount & { rawAverage: number }> => ({
    ok: true,
    value: {
      replicas,
      rawAverage,
      calculation: {
        kind: measure.kind,
        usage: measuredUsage,
        target: measure.target,
        ratio: decidingRatio,
        rawRatio: ratio,
        podCount,
        readyPods: groups.readyCount,
        unreadyPods: groups.unready,
        missingPods: groups.missing,
        ignoredPods: groups.ignored,
        tolerance: tolerances,
        ...(held && { held }),
      },
    },
  });

  const scaleUpWithUnready = groups.unready.length > 0 && ratio > 1.0;
  if (!scaleUpWithUnready && groups.missing.length === 0) {
    return within(ratio)
      ? answer(currentReplicas, ratio, groups.readyCount, 'withinTolerance')
      : answer(
          ceilToReplicas(ratio * groups.readyCount),
          ratio,
          groups.readyCount,
        );
  }
  for (const pod of groups.missing) {
    if (ratio < 1.0) usage.set(pod, measure.assumedWhenBelowTarget(pod));
    else if (ratio > 1.0) usage.set(pod, 0);
  }
  if (scaleUpWithUnready) {
    for (const pod of groups.unready) usage.set(pod, 0);
  }
  const remeasured = measure.measure(usage);
  if (!remeasured.ok) return remeasured;
  const newRatio = remeasured.value.ratio;
  if (within(newRatio)) {
    return answer(currentReplicas, newRatio, usage.size, 'withinTolerance');
  }
  if ((ratio < 1.0 && newRatio > 1.0) || (ratio > 1.0 && newRatio < 1.0)) {
    return answer(currentReplicas, newRatio, usage.size, 'directionWouldFlip');
  }
  const replicas = ceilToReplicas(newRatio * usage.size);
  if (
    (newRatio < 1.0 && replicas > currentReplicas) ||
    (newRatio > 1.0 && replicas < currentReplicas)
  ) {
    return answer(
      currentReplicas,
      newRatio,
      usage.size,
      'sampleCountWouldFlip',
    );
  }
  return answer(replicas, newRatio, usage.size);
}
