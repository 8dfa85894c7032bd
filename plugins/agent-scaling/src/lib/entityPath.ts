import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';

/** Route parameters of a catalog entity page, in lower case as the catalog writes them; `undefined` for a ref that cannot be read. */
export function toEntityRouteParams(
  entityRef: string,
): { kind: string; namespace: string; name: string } | undefined {
  try {
    const { kind, namespace, name } = parseEntityRef(entityRef, {
      defaultKind: 'component',
      defaultNamespace: DEFAULT_NAMESPACE,
    });
    return {
      kind: kind.toLocaleLowerCase('en-US'),
      namespace: namespace.toLocaleLowerCase('en-US'),
      name,
    };
  } catch {
    return undefined;
  }
}

/** The short form that people read: the name alone, with the namespace when it is not the default one. */
export function humanizeRef(entityRef: string): string {
  const params = toEntityRouteParams(entityRef);
  if (!params) {
    return entityRef;
  }
  return params.namespace === DEFAULT_NAMESPACE
    ? params.name
    : `${params.namespace}/${params.name}`;
}
