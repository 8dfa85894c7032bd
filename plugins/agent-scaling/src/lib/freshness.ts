import type {
  AgentDetail,
  ClusterFreshness,
  ClusterState,
  ResourceFreshness,
} from '@suoke/plugin-agent-scaling-common';

/** Resources behind an answer that cannot be trusted, by what is wrong with them. */
export interface FreshnessProblems {
  stale: ResourceFreshness[];
  forbidden: ResourceFreshness[];
  /** Oldest moment that the stale ones show, in milliseconds since the epoch. */
  staleSinceMs?: number;
}

/** Sorts out what a reader must know before believing the page. What a cluster does not have (`Absent`) is no problem. */
export function toFreshnessProblems(
  freshness: AgentDetail['freshness'],
): FreshnessProblems {
  const stale = freshness.filter(resource => resource.state === 'Stale');
  const times = stale
    .map(resource => Date.parse(resource.lastContactAt ?? ''))
    .filter(at => !Number.isNaN(at));
  return {
    stale,
    forbidden: freshness.filter(resource => resource.state === 'Forbidden'),
    staleSinceMs: times.length > 0 ? Math.min(...times) : undefined,
  };
}

export type ClusterTone = 'good' | 'busy' | 'warning' | 'bad';

const CLUSTER_TONES: Record<ClusterState, ClusterTone> = {
  Connected: 'good',
  Connecting: 'busy',
  Degraded: 'warning',
  Unreachable: 'bad',
  Unauthorized: 'bad',
};

export function clusterTone(state: ClusterState): ClusterTone {
  return CLUSTER_TONES[state];
}

/** Clusters that hide part of the fleet from the reader. */
export function clustersOutOfContact(
  clusters: readonly ClusterFreshness[],
): ClusterFreshness[] {
  return clusters.filter(cluster => clusterTone(cluster.state) === 'bad');
}
