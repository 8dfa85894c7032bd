import { parse as parseYaml } from 'yaml';
import { badRequest, StatusError } from '../store/StatusError';
import { ClusterObject } from '../store/types';
import {
  apiVersionOf,
  ResourceType,
  ResourceVersion,
} from '../registry/ResourceType';
import { decodeBuiltin } from '../registry/schema/decode';
import { ApiRequest } from './ApiRequest';
import { decodeProtobuf } from './protobuf/decodeProtobuf';

export type FieldValidation = 'Ignore' | 'Warn' | 'Strict';

const jsonTypes = ['', 'application/json', 'text/json'];
const yamlTypes = [
  'application/yaml',
  'application/apply-patch+yaml',
  'text/yaml',
];

function unsupportedMediaType(accepted: string): StatusError {
  return new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted}`,
    {},
  );
}

/** @throws StatusError 400 for JSON or YAML that does not parse, 415 for another content type */
export function parseBody(body: Buffer, contentType: string): unknown {
  if (contentType === 'application/vnd.kubernetes.protobuf')
    return decodeProtobuf(body);
  const source = body.toString('utf8');
  try {
    if (yamlTypes.includes(contentType)) return parseYaml(source);
    if (jsonTypes.includes(contentType) || contentType.endsWith('+json'))
      return JSON.parse(source);
  } catch (error) {
    throw badRequest(
      `couldn't get version/kind; json parse error: ${
        (error as Error).message
      }`,
    );
  }
  throw unsupportedMediaType(
    'application/json, application/yaml, application/vnd.kubernetes.protobuf',
  );
}

export function patchMediaTypes(type: ResourceType): string[] {
  return [
    'application/json-patch+json',
    'application/merge-patch+json',
    ...(type.isCustom ? [] : ['application/strategic-merge-patch+json']),
    'application/apply-patch+yaml',
  ];
}

export function requirePatchType(
  type: ResourceType,
  contentType: string,
): void {
  const accepted = patchMediaTypes(type);
  if (!accepted.includes(contentType))
    throw unsupportedMediaType(accepted.join(', '));
}

/** @throws StatusError 422 for anything but the three known values */
export function fieldValidationOf(query: URLSearchParams): FieldValidation {
  const value = query.get('fieldValidation') || 'Warn';
  if (value === 'Ignore' || value === 'Warn' || value === 'Strict')
    return value;
  throw new StatusError(
    422,
    'Invalid',
    `CreateOptions.meta.k8s.io "" is invalid: fieldValidation: Unsupported value: ${JSON.stringify(
      value,
    )}: supported values: "", "Ignore", "Strict", "Warn"`,
    {
      causes: [
        {
          reason: 'FieldValueNotSupported',
          message: `Unsupported value: ${JSON.stringify(value)}`,
          field: 'fieldValidation',
        },
      ],
    },
  );
}

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

/** The body of a POST or PUT as an object in the stored form. */
export function decodeRequestObject(
  request: ApiRequest,
  type: ResourceType,
  version: ResourceVersion,
): ClusterObject {
  if (request.body.length === 0)
    throw badRequest('the request body must not be empty');
  return decodeObject(
    type,
    version,
    parseBody(request.body, request.contentType),
    fieldValidationOf(request.query),
    text => request.warnings.push(text),
  );
}
