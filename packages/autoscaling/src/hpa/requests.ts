/** Requests that utilisation is measured against. Mirrors `calculateRequests` in `replica_calculator.go`. */
import { assertFinite } from './assertComputable';
import type { Answer, PodObservation } from './types';

/**
 * Request of every pod in milli. One pod without a request stops the whole metric, also a pod that does not count.
 *
 * @param container - only this container's request; else pod-level requests where they count, else the sum of all
 * containers and sidecars
 */
export function podRequests(
  pods: readonly PodObservation[],
  resource: string,
  container: string | undefined,
  podLevelResources: boolean,
): Answer<Map<string, number>> {
  const requests = new Map<string, number>();
  for (const pod of pods) {
    const request =
      podLevelResources && !container && hasPodLevelRequests(pod)
        ? podLevelRequest(pod, resource)
        : containerRequests(pod, resource, container);
    if (!request.ok) return request;
    requests.set(pod.name, request.value);
  }
  return { ok: true, value: requests };
}

function hasPodLevelRequests(pod: PodObservation): boolean {
  return (
    pod.podRequests !== undefined && Object.keys(pod.podRequests).length > 0
  );
}

function podLevelRequest(
  pod: PodObservation,
  resource: string,
): Answer<number> {
  const request = pod.podRequests?.[resource];
  if (request !== undefined) return { ok: true, value: request };
  // What the pod level does not name is the sum of the containers that name it.
  const named = pod.containers.flatMap(
    container => container.requests[resource] ?? [],
  );
  if (named.length > 0) {
    return { ok: true, value: named.reduce((sum, value) => sum + value, 0) };
  }
  return {
    ok: false,
    error: `missing pod-level request for ${resource} in Pod ${pod.name}`,
  };
}

function containerRequests(
  pod: PodObservation,
  resource: string,
  container: string | undefined,
): Answer<number> {
  let total = 0;
  for (const candidate of inRequestOrder(pod)) {
    if (!container || container === candidate.name) {
      const request = candidate.requests[resource];
      if (request === undefined) {
        return {
          ok: false,
          error: `missing request for ${resource} in container ${candidate.name} of Pod ${pod.name}`,
        };
      }
      assertFinite(
        request,
        `pods[${pod.name}].containers[${candidate.name}].requests.${resource}`,
        'leave a resource out that is not requested',
      );
      total += request;
      if (container) return { ok: true, value: total };
    }
  }
  if (container) {
    return {
      ok: false,
      error: `container ${container} not found in Pod ${pod.name}`,
    };
  }
  return { ok: true, value: total };
}

function inRequestOrder(pod: PodObservation) {
  return [
    ...pod.containers.filter(candidate => !candidate.restartableInit),
    ...pod.containers.filter(candidate => candidate.restartableInit),
  ];
}
