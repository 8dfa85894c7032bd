import { parse as parseYaml } from 'yaml';
import { decodeObject, FieldValidation } from '../registry/decodeObject';
import { ResourceType, ResourceVersion } from '../registry/ResourceType';
import { badRequest, StatusError } from '../store/StatusError';
import { ClusterObject } from '../store/types';
import { ApiRequest } from './ApiRequest';
import { decodeProtobuf } from './protobuf/decodeProtobuf';

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
