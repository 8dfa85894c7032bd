/** Utilisation targets of Resource and ContainerResource metrics. Mirrors `GetResourceReplicas` in `replica_calculator.go`. */
import type { PodSamples } from '../groupPods';
import { podRequests } from '../requests';
import type { Answer } from '../types';
import { utilizationRatio } from '../usage';
import { replicasForPerPodUsage } from './perPodUsage';
import type { MetricContext, ReplicaCount } from './types';

/**
 * Replicas for usage as a percentage of the request.
 *
 * On the way down a pod without a sample counts as using all of its request, or as much as the target where that is
 * more than 100 %.
 */
export function replicasForUtilization(
  context: MetricContext,
  samples: PodSamples,
  query: { resource: string; container?: string; targetUtilization: number },
): Answer<ReplicaCount & { rawAverage: number }> {
  const { resource, container, targetUtilization } = query;
  return replicasForPerPodUsage(context, samples, resource, () => {
    const requests = podRequests(
      context.pods,
      resource,
      container,
      context.options.features.podLevelResources,
    );
    if (!requests.ok) return requests;
    const fallbackUtilization = Math.max(100, targetUtilization);
    return {
      ok: true,
      value: {
        kind: 'utilization',
        target: targetUtilization,
        measure: usage => {
          const measured = utilizationRatio(
            usage,
            requests.value,
            targetUtilization,
          );
          if (!measured.ok) return measured;
          const { ratio, utilization, rawAverage } = measured.value;
          return { ok: true, value: { ratio, usage: utilization, rawAverage } };
        },
        assumedWhenBelowTarget: pod =>
          Math.trunc(
            ((requests.value.get(pod) ?? 0) * fallbackUtilization) / 100,
          ),
      },
    };
  });
}
