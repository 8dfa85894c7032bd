import type { ResourceUse } from '../cost';
import type { ReplayHistory } from './types';

/** What a replica holds by its requests. */
export function requestedBy({ pod }: ReplayHistory): ResourceUse {
  const milliOf = (resource: string) =>
    pod.podRequests?.[resource] ??
    pod.containers.reduce(
      (sum, { requests }) => sum + (requests[resource] ?? 0),
      0,
    );
  return {
    cpuCores: milliOf('cpu') / 1000,
    memoryBytes: milliOf('memory') / 1000,
    gpus: milliOf('nvidia.com/gpu') / 1000,
  };
}
