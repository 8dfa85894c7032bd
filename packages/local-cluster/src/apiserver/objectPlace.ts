import { ResourceType } from '../registry/ResourceType';
import { badRequest } from '../store/StatusError';
import { ClusterObject, ObjectKey } from '../store/types';
import { ResourcePath } from './requestInfo';

/** The object that a path names. */
export function objectKey(type: ResourceType, path: ResourcePath): ObjectKey {
  return {
    name: path.name ?? '',
    ...(type.namespaced &&
      path.namespace !== undefined && { namespace: path.namespace }),
  };
}

/** Puts the object into the namespace of the URL. */
export function inNamespaceOfPath(
  type: ResourceType,
  path: ResourcePath,
  object: ClusterObject,
): ClusterObject {
  if (!type.namespaced) return object;
  const given = object.metadata.namespace;
  if (path.namespace === undefined)
    throw badRequest('an empty namespace may not be set during creation');
  if (given && given !== path.namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  return {
    ...object,
    metadata: { ...object.metadata, namespace: path.namespace },
  };
}

export function requireSameName(
  path: ResourcePath,
  object: ClusterObject,
): void {
  const { name } = object.metadata;
  if (name === path.name) return;
  throw badRequest(
    name
      ? `the name of the object (${name}) does not match the name on the URL (${path.name})`
      : 'name must be provided',
  );
}
