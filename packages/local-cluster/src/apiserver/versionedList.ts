import { ObjectStore, typeId } from '../store/ObjectStore';
import { badRequest, expired, StatusError } from '../store/StatusError';
import { ClusterObject, ResourceKey } from '../store/types';
import { ListOptions } from './listOptions';

export interface ListPage {
  objects: ClusterObject[];
  resourceVersion: number;
  continueToken?: string;
  remainingItemCount?: number;
}

interface ContinueToken {
  v: 'meta.k8s.io/v1';
  rv: number;
  /** Namespace and name of the last object that was sent; NUL cannot be part of either. */
  start: string;
}

const CONTINUE_EXPIRED =
  'The provided continue parameter is too old to display a consistent list result. You must start a new list without the continue parameter.';

export const positionOf = ({ metadata }: ClusterObject) =>
  `${metadata.namespace ?? ''}\u0000${metadata.name}`;

function encodeToken(token: ContinueToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function decodeToken(text: string): ContinueToken {
  try {
    const token = JSON.parse(
      Buffer.from(text, 'base64url').toString(),
    ) as ContinueToken;
    if (
      token.v === 'meta.k8s.io/v1' &&
      Number.isInteger(token.rv) &&
      typeof token.start === 'string'
    )
      return token;
  } catch {
    // Falls through to the same answer as a token of another form.
  }
  throw badRequest(`continue key is not valid: ${text}`);
}

/** The answer to a version that the server has not reached: clients retry it. */
export function tooLargeVersion(wanted: number, latest: number): StatusError {
  return new StatusError(
    504,
    'Timeout',
    `Too large resource version: ${wanted}, current: ${latest}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
}

/** Objects as they were at a version, by undoing what has happened since. */
export function listAt(
  store: ObjectStore,
  key: ResourceKey,
  namespace: string | undefined,
  version: number,
): ClusterObject[] | undefined {
  const changes = store.history.since(version);
  if (!changes) return undefined;
  const now = store.list(key, namespace);
  const id = typeId(key);
  const relevant = changes.filter(
    ({ key: changed, object }) =>
      typeId(changed) === id &&
      (namespace === undefined || object.metadata.namespace === namespace),
  );
  if (relevant.length === 0) return now;
  const objects = new Map(now.map(object => [positionOf(object), object]));
  for (const { object, previous } of relevant.reverse()) {
    if (previous) objects.set(positionOf(object), previous);
    else objects.delete(positionOf(object));
  }
  return [...objects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, object]) => object);
}

/** One page of a list, consistent with the pages before it. */
export function versionedList(
  store: ObjectStore,
  key: ResourceKey,
  namespace: string | undefined,
  options: ListOptions,
): ListPage {
  const { resourceVersion, resourceVersionMatch, limit } = options;
  const token = options.continueToken
    ? decodeToken(options.continueToken)
    : undefined;
  const wanted = Number(resourceVersion || 0);
  if (wanted > store.resourceVersion)
    throw tooLargeVersion(wanted, store.resourceVersion);
  const exact =
    token?.rv ?? (resourceVersionMatch === 'Exact' ? wanted : undefined);
  const version = exact ?? store.resourceVersion;
  const all =
    exact === undefined
      ? latestObjects(store, key, namespace, options)
      : listAt(store, key, namespace, exact);
  if (!all) {
    throw expired(
      token
        ? CONTINUE_EXPIRED
        : `The resourceVersion for the provided list is too old.`,
    );
  }
  const rest = token
    ? all.filter(object => positionOf(object) > token.start)
    : all;
  const matching = options.unfiltered ? rest : rest.filter(options.matches);
  if (limit === 0 || matching.length <= limit)
    return { objects: matching, resourceVersion: version };
  const objects = matching.slice(0, limit);
  return {
    objects,
    resourceVersion: version,
    continueToken: encodeToken({
      v: 'meta.k8s.io/v1',
      rv: version,
      start: positionOf(objects[limit - 1]),
    }),
    // Counting what a selector will leave would cost a scan in a real server, which therefore keeps silent.
    ...(options.unfiltered && { remainingItemCount: matching.length - limit }),
  };
}

function latestObjects(
  store: ObjectStore,
  key: ResourceKey,
  namespace: string | undefined,
  { name }: ListOptions,
) {
  if (name !== undefined && namespace !== undefined) {
    const one = store.get(key, { namespace, name });
    return one ? [one] : [];
  }
  return store.list(key, namespace);
}
