import type { ClusterHealth } from '@suoke/kubernetes-cache';
import type { ResourceFreshness } from '@suoke/plugin-agent-scaling-common';
import type { ClusterContext } from './AgentObjects';

/** Version of the API server that the simulated cluster answers: `v1.36.0-local.suoke`. */
const SIMULATED = /-local\.suoke$/;

/** Whether the cluster is the simulated one, by its own word. */
export function isSimulated(cluster: ClusterHealth): boolean {
  return SIMULATED.test(cluster.serverVersion ?? '');
}

/** Health of each watched resource type, sorted by name. */
export function toResourceFreshness(
  cluster: ClusterHealth,
): ResourceFreshness[] {
  return Object.entries(cluster.resources)
    .map(([resource, health]) => ({ resource, ...health }))
    .sort((left, right) => left.resource.localeCompare(right.resource));
}

/** What the state of a cluster means for what is known about its agents. */
export function toClusterContext(
  cluster: ClusterHealth | undefined,
): ClusterContext {
  if (!cluster) {
    return {
      simulated: false,
      resources: [],
      problem: 'The cluster is not configured',
    };
  }
  const isLost =
    cluster.state === 'Unreachable' || cluster.state === 'Unauthorized';
  return {
    simulated: isSimulated(cluster),
    resources: toResourceFreshness(cluster),
    ...(isLost && { problem: cluster.message ?? cluster.state }),
  };
}
