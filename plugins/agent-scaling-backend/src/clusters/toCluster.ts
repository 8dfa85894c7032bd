import type { ClusterHealth } from '@suoke/kubernetes-cache';
import type {
  Cluster,
  ClusterFreshness,
  ResourceMetricsHealth,
} from '@suoke/plugin-agent-scaling-common';
import { isSimulated, toResourceFreshness } from '../agents/toClusterContext';

/** How far what is shown of a cluster can be trusted, for every page. */
export function toClusterFreshness(health: ClusterHealth): ClusterFreshness {
  return {
    name: health.cluster,
    ...(health.title && { title: health.title }),
    state: health.state,
    ...(health.message && { message: health.message }),
    ...(health.lastContactAt && { lastContactAt: health.lastContactAt }),
    simulated: isSimulated(health),
  };
}

/** A cluster with the health of every watched type and of its metrics. */
export function toCluster(
  health: ClusterHealth,
  resourceMetrics: ResourceMetricsHealth,
): Cluster {
  return {
    ...toClusterFreshness(health),
    ...(health.serverVersion && { serverVersion: health.serverVersion }),
    resources: toResourceFreshness(health),
    resourceMetrics,
  };
}
