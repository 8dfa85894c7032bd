/** How much a pod needs an update. Mirrors `pkg/updater/priority/priority_processor.go`. */
import { quantityToMilli } from '../../quantity';
import type { ContainerRecommendation } from '../types';
import type { UpdaterPod } from './types';

export interface UpdatePriority {
  /** Some container requests less than its lower bound, more than its upper bound, or nothing. */
  outsideRecommendedRange: boolean;
  /** Some container wants to grow. */
  scaleUp: boolean;
  /** Relative difference of summed requests and summed targets, summed over the resources. */
  resourceDiff: number;
}

/** Containers that the admission controller has seen, or all of them for a pod without the annotation. */
export function observedContainersOf(pod: UpdaterPod) {
  const { observedContainers } = pod;
  return observedContainers
    ? pod.containers.filter(({ name }) => observedContainers.includes(name))
    : pod.containers;
}

export function updatePriority(
  pod: UpdaterPod,
  recommendations: readonly ContainerRecommendation[],
): UpdatePriority {
  let outsideRecommendedRange = false;
  let scaleUp = false;
  const requested = new Map<string, number>();
  const recommended = new Map<string, number>();
  for (const container of observedContainersOf(pod)) {
    const recommendation = recommendations.find(
      ({ containerName }) => containerName === container.name,
    );
    for (const [resource, value] of Object.entries(
      recommendation?.target ?? {},
    )) {
      const target = quantityToMilli(value, `target.${resource}`);
      recommended.set(resource, (recommended.get(resource) ?? 0) + target);
      const request = container.requests?.[resource];
      if (request === undefined) {
        scaleUp = true;
        outsideRecommendedRange = true;
        continue;
      }
      const milli = quantityToMilli(request, `requests.${resource}`);
      requested.set(resource, (requested.get(resource) ?? 0) + milli);
      if (target > milli) scaleUp = true;
      const lower = recommendation?.lowerBound?.[resource];
      const upper = recommendation?.upperBound?.[resource];
      const below =
        lower !== undefined &&
        milli < quantityToMilli(lower, `lowerBound.${resource}`);
      const above =
        upper !== undefined &&
        milli > quantityToMilli(upper, `upperBound.${resource}`);
      if (below || above) outsideRecommendedRange = true;
    }
  }
  let resourceDiff = 0;
  for (const [resource, target] of recommended) {
    const request = Math.max(requested.get(resource) ?? 0, 1);
    resourceDiff += Math.abs(request - target) / request;
  }
  return { outsideRecommendedRange, scaleUp, resourceDiff };
}

/** Sorts the most urgent first: what wants to grow, then the larger difference. */
export function compareUpdatePriority(
  a: UpdatePriority,
  b: UpdatePriority,
): number {
  if (a.scaleUp !== b.scaleUp) return a.scaleUp ? -1 : 1;
  return b.resourceDiff - a.resourceDiff;
}
