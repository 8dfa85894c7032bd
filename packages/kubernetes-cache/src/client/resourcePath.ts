/**
 * The URL path of a collection or, with a name, of one object: `/apis/apps/v1/namespaces/suoke-agents/deployments/xiaoai`.
 * The core group is `''`.
 */
export function resourcePath(resource: {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
}): string {
  const { group, version, plural, namespace, name } = resource;
  const segments = [
    ...(group ? ['apis', group] : ['api']),
    version,
    ...(namespace ? ['namespaces', namespace] : []),
    plural,
    ...(name ? [name] : []),
  ];
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/** The name of a resource type in health and changes: `pods`, `deployments.apps`. */
export function resourceName(resource: {
  group: string;
  plural: string;
}): string {
  return resource.group
    ? `${resource.plural}.${resource.group}`
    : resource.plural;
}

/** Splits an `apiVersion` (`apps/v1`, `v1`) into group and version. */
export function parseApiVersion(apiVersion: string): {
  group: string;
  version: string;
} {
  const [group, version] = apiVersion.split('/');
  return version === undefined
    ? { group: '', version: group }
    : { group, version };
}
