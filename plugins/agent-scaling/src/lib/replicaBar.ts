import type { Replicas } from '@suoke/plugin-agent-scaling-common';

/** Where a replica count is going. */
export type ReplicaTrend = 'up' | 'down' | 'steady';

/** What the picture of a replica range draws; positions are 0 to 1 of its width. */
export interface ReplicaBarModel {
  trend: ReplicaTrend;
  /** Left end of the range the autoscaler may use; absent without an autoscaler. */
  rangeStart?: number;
  rangeEnd?: number;
  current: number;
  desired: number;
  atMax: boolean;
  /** More replicas than the range allows, or fewer. */
  outsideRange: boolean;
}

/** Places the numbers of one workload on a line from zero to the largest of them. */
export function toReplicaBar(replicas: Replicas): ReplicaBarModel {
  const { min, current, desired, max } = replicas;
  const end = Math.max(1, current, desired, max ?? 0);
  let trend: ReplicaTrend = 'steady';
  if (desired !== current) {
    trend = desired > current ? 'up' : 'down';
  }
  return {
    trend,
    rangeStart: min === undefined ? undefined : min / end,
    rangeEnd: max === undefined ? undefined : max / end,
    current: current / end,
    desired: desired / end,
    atMax: max !== undefined && current >= max && min !== max,
    outsideRange:
      (max !== undefined && current > max) ||
      (min !== undefined && current < min),
  };
}
