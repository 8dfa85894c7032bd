import { resourceName, resourcePath } from '../client';
import { WatchedResource } from '../types';

/** One list and watch: a resource type, in one namespace or in all of them. */
export interface Collection {
  /** `plural.group`. */
  resource: string;
  /** Absent for all namespaces, and for cluster-scoped types. */
  namespace?: string;
  path: string;
  labelSelector?: string;
  fieldSelector?: string;
}

/** The lists and watches that a resource type needs: one, or one per named namespace. */
export function collectionsOf(resource: WatchedResource): Collection[] {
  const namespaces = resource.namespaces ?? [undefined];
  return namespaces.map(namespace => ({
    resource: resourceName(resource),
    namespace,
    path: resourcePath({
      group: resource.group,
      version: resource.version,
      plural: resource.plural,
      namespace,
    }),
    labelSelector: resource.labelSelector,
    fieldSelector: resource.fieldSelector,
  }));
}

/** The URL of a collection with its selectors and the given parameters. */
export function collectionUrl(
  collection: Collection,
  parameters: Record<string, string | number | undefined>,
): string {
  const query = new URLSearchParams();
  const { labelSelector, fieldSelector } = collection;
  const all = { labelSelector, fieldSelector, ...parameters };
  for (const [name, value] of Object.entries(all)) {
    if (value !== undefined && value !== '') {
      query.set(name, String(value));
    }
  }
  return query.size > 0 ? `${collection.path}?${query}` : collection.path;
}
