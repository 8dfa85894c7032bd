/** AverageValue targets of Resource, ContainerResource and Pods metrics. Mirrors `calcPlainMetricReplicas` in `replica_calculator.go`. */
import type { PodSamples } from '../groupPods';
import type { Answer } from '../types';
import { averageRatio } from '../usage';
import { replicasForPerPodUsage } from './perPodUsage';
import type { MetricContext, ReplicaCount } from './types';

/**
 * Replicas for mean usage per pod against an amount.
 *
 * @param query - `resource` is empty for Pods metrics, so that the warm-up rule of cpu does not apply; `target` in milli
 */
export function replicasForAverage(
  context: MetricContext,
  samples: PodSamples,
  query: { resource: string; target: number },
): Answer<ReplicaCount & { rawAverage: number }> {
  return replicasForPerPodUsage(context, samples, query.resource, () => ({
    ok: true,
    value: {
      kind: 'average',
      target: query.target,
      measure: usage => {
        const { ratio, average } = averageRatio(usage, query.target);
        return {
          ok: true,
          value: { ratio, usage: average, rawAverage: average },
        };
      },
      assumedWhenBelowTarget: () => query.target,
    },
  }));
}
