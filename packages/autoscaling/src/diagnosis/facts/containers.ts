import { quantityToMilli } from '../../quantity';
import type {
  SnapshotContainer,
  SnapshotPodTemplate,
} from '../snapshot/objects';

/** A container with its place in the workload. */
export interface PlacedContainer {
  field: string;
  container: SnapshotContainer;
}

function place(
  containers: SnapshotContainer[] | undefined,
  list: string,
): PlacedContainer[] {
  return (containers ?? []).map((container, index) => ({
    field: `spec.template.spec.${list}[${index}]`,
    container,
  }));
}

/** Containers that answer requests. */
export function servingContainers(
  template: SnapshotPodTemplate | undefined,
): PlacedContainer[] {
  return place(template?.spec?.containers, 'containers');
}

/** Containers that run for the pod's whole life: the ordinary ones and restartable init containers (sidecars). */
export function longRunningContainers(
  template: SnapshotPodTemplate | undefined,
): PlacedContainer[] {
  return [
    ...servingContainers(template),
    ...place(template?.spec?.initContainers, 'initContainers').filter(
      ({ container }) => container.restartPolicy === 'Always',
    ),
  ];
}

/** Request in milli. A limit without a request is the request, as the API server defaults it. */
export function requestOf(
  container: SnapshotContainer,
  resource: string,
): number | undefined {
  const { requests, limits } = container.resources ?? {};
  const amount = requests?.[resource] ?? limits?.[resource];
  return amount === undefined
    ? undefined
    : quantityToMilli(amount, `requests.${resource}`);
}

/** Limit in milli. */
export function limitOf(
  container: SnapshotContainer,
  resource: string,
): number | undefined {
  const amount = container.resources?.limits?.[resource];
  return amount === undefined
    ? undefined
    : quantityToMilli(amount, `limits.${resource}`);
}

/** Sum of all requests in milli; `undefined` when no container requests the resource. */
export function podRequest(
  containers: readonly PlacedContainer[],
  resource: string,
): number | undefined {
  const amounts = containers
    .map(({ container }) => requestOf(container, resource))
    .filter(amount => amount !== undefined);
  return amounts.length === 0
    ? undefined
    : amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Everything that any container requests. */
export function requestedResources(
  containers: readonly PlacedContainer[],
): string[] {
  return [
    ...new Set(
      containers.flatMap(({ container: { resources } }) => [
        ...Object.keys(resources?.requests ?? {}),
        ...Object.keys(resources?.limits ?? {}),
      ]),
    ),
  ];
}

/** Device resources such as `nvidia.com/gpu`: a domain, a slash and a name outside of kubernetes.io. */
export function isExtendedResource(resource: string): boolean {
  return resource.includes('/') && !/(^|\.)kubernetes\.io\//.test(resource);
}

/** Every container, for rules that hold whenever a container starts. */
export function allContainers(
  template: SnapshotPodTemplate | undefined,
): PlacedContainer[] {
  return [
    ...servingContainers(template),
    ...place(template?.spec?.initContainers, 'initContainers'),
  ];
}
