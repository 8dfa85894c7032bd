/** The parts of a resource path: `/apis/apps/v1/namespaces/default/deployments/chat/scale`. */
export interface ResourcePath {
  group: string;
  version: string;
  resource: string;
  namespace?: string;
  name?: string;
  subresource?: string;
  /** What follows the subresource: the path of a proxied request. */
  rest?: string;
  /** The deprecated form `/api/v1/watch/...`. */
  watch: boolean;
}

/** Namespaces are resources themselves, and these are what belongs to one. */
const namespaceSubresources = ['status', 'finalize'];

/** Takes a path apart; `undefined` when it does not name a resource. */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const parts = path.split('/').filter(Boolean);
  let group = '';
  const root = parts.shift();
  if (root === 'apis') group = parts.shift() ?? '';
  else if (root !== 'api') return undefined;
  const version = parts.shift();
  if (!version || (root === 'apis' && !group)) return undefined;
  const watch = parts[0] === 'watch';
  if (watch) parts.shift();
  let namespace: string | undefined;
  if (
    parts[0] === 'namespaces' &&
    parts.length > 2 &&
    !(group === '' && namespaceSubresources.includes(parts[2]))
  ) {
    namespace = parts[1];
    parts.splice(0, 2);
  }
  const [resource, name, subresource, ...rest] = parts;
  if (!resource) return undefined;
  return {
    group,
    version,
    resource,
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
    ...(subresource !== undefined && { subresource }),
    ...(rest.length > 0 && { rest: rest.join('/') }),
    watch,
  };
}
