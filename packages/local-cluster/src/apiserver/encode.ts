import { ClusterObject } from '../store/types';
import {
  apiVersionOf,
  ResourceType,
  ResourceVersion,
} from '../registry/ResourceType';

/** `"metadata":{...},"spec":{...}}`: the object without kind and apiVersion, serialised once per stored version. */
const tails = new WeakMap<object, string>();

function tailOf(object: ClusterObject): string {
  const found = tails.get(object);
  if (found !== undefined) return found;
  const { apiVersion: _a, kind: _k, ...rest } = object;
  const tail = JSON.stringify(rest).slice(1);
  // Only stored versions are asked for again, and those are frozen.
  if (Object.isFrozen(object)) tails.set(object, tail);
  return tail;
}

const convertedObjects = new WeakMap<object, Map<string, ClusterObject>>();

/** The object in a served version. */
export function inVersion(
  type: ResourceType,
  version: ResourceVersion,
  object: ClusterObject,
): ClusterObject {
  const apiVersion = apiVersionOf(type.group, version.name);
  if (!version.fromStored) {
    return object.apiVersion === apiVersion
      ? object
      : { ...object, apiVersion, kind: type.kind };
  }
  const known =
    convertedObjects.get(object) ?? new Map<string, ClusterObject>();
  const found = known.get(apiVersion);
  if (found) return found;
  const converted = Object.freeze({
    ...version.fromStored(object),
    apiVersion,
    kind: type.kind,
  });
  convertedObjects.set(object, known.set(apiVersion, converted));
  return converted;
}

/** JSON of an object in a served version. */
export function encodeObject(
  type: ResourceType,
  version: ResourceVersion,
  object: ClusterObject,
): string {
  const source = version.fromStored ? inVersion(type, version, object) : object;
  return `{"kind":${JSON.stringify(type.kind)},"apiVersion":${JSON.stringify(
    apiVersionOf(type.group, version.name),
  )},${tailOf(source)}`;
}

/** JSON of an object in a list: built-in kinds leave out kind and apiVersion there, as real servers do. */
export function encodeListItem(
  type: ResourceType,
  version: ResourceVersion,
  object: ClusterObject,
): string {
  if (type.isCustom) return encodeObject(type, version, object);
  return `{${tailOf(
    version.fromStored ? inVersion(type, version, object) : object,
  )}`;
}

/** Metadata only, for clients that asked for `PartialObjectMetadata`. */
export function encodeMetadata(object: ClusterObject): string {
  return JSON.stringify({
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: object.metadata,
  });
}
