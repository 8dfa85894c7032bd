import { badRequest } from '../store/StatusError';
import { ClusterObject } from '../store/types';
import { apiVersionOf, ResourceType, ResourceVersion } from './ResourceType';
import { decodeBuiltin } from './schema/decode';

/** What to do about fields that a kind does not have. */
export type FieldValidation = 'Ignore' | 'Warn' | 'Strict';

/** Checks that an object says it is of the kind and version of the URL; fills in what it leaves out. */
export function requireKind(
  type: ResourceType,
  version: ResourceVersion,
  input: unknown,
): ClusterObject {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${type.kind}): couldn't get version/kind; json parse error`,
    );
  }
  const apiVersion = apiVersionOf(type.group, version.name);
  const object = input as Partial<ClusterObject>;
  if (object.kind && object.kind !== type.kind) {
    throw badRequest(
      `${object.kind} in version "${
        object.apiVersion ?? ''
      }" cannot be handled as a ${type.kind}: no kind "${
        object.kind
      }" matches the ${type.kind} of this path`,
    );
  }
  if (object.apiVersion && object.apiVersion !== apiVersion) {
    throw badRequest(
      `the API version in the data (${object.apiVersion}) does not match the expected API version (${apiVersion})`,
    );
  }
  const metadata =
    typeof object.metadata === 'object' && object.metadata !== null
      ? object.metadata
      : {};
  return { ...object, apiVersion, kind: type.kind, metadata } as ClusterObject;
}

/** Reports fields that were dropped: an error, a warning or nothing. */
export function reportUnknownFields(
  type: ResourceType,
  version: ResourceVersion,
  unknown: readonly string[],
  mode: FieldValidation,
  warn: (text: string) => void,
): void {
  if (unknown.length === 0 || mode === 'Ignore') return;
  const texts = unknown.map(path => `unknown field ${JSON.stringify(path)}`);
  if (mode === 'Warn') texts.forEach(warn);
  else {
    throw badRequest(
      `${type.kind} in version ${JSON.stringify(
        version.name,
      )} cannot be handled as a ${
        type.kind
      }: strict decoding error: ${texts.join(', ')}`,
    );
  }
}

/** Brings an object of a served version into the stored form: fields of the kind only, of the right types. */
export function decodeObject(
  type: ResourceType,
  version: ResourceVersion,
  input: unknown,
  mode: FieldValidation,
  warn: (text: string) => void,
): ClusterObject {
  const object = requireKind(type, version, input);
  if (type.isCustom) {
    const { value, unknownFields } = type.decodeCustom!(object, version.name);
    reportUnknownFields(type, version, unknownFields, mode, warn);
    return version.toStored ? version.toStored(value) : value;
  }
  if (!version.schema) return object;
  const { value, unknownFields, typeError } = decodeBuiltin(
    version.schema,
    object,
  );
  if (typeError) {
    throw badRequest(
      `${type.kind} in version ${JSON.stringify(
        version.name,
      )} cannot be handled as a ${type.kind}: ${typeError}`,
    );
  }
  reportUnknownFields(type, version, unknownFields, mode, warn);
  const decoded = value as ClusterObject;
  return version.toStored ? version.toStored(decoded) : decoded;
}
