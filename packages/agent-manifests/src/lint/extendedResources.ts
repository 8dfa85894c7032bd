import { Quantity, ResourceList } from '../kubernetes/manifestShapes';

/** The device resources of a list, such as `nvidia.com/gpu`: a domain, a slash and a name outside of kubernetes.io. */
export function extendedResources(
  list: ResourceList | undefined,
): [name: string, quantity: Quantity][] {
  return Object.entries(list ?? {}).filter(
    ([name]) => name.includes('/') && !/(^|\.)kubernetes\.io\//.test(name),
  );
}
