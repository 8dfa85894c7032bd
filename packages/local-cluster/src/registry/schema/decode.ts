import { Schema } from './Schema';

/** What decoding a body into the fields of a kind has found. */
export interface DecodeResult {
  value: unknown;
  /** Paths of fields that the kind does not have: dropped, and an error in strict mode. */
  unknownFields: string[];
  /** First value of a wrong type, in the words of Go's JSON decoder. */
  typeError?: string;
}

/**
 * Reads a JSON value the way Go reads it into the struct of a built-in kind: unknown fields and nulls fall away, a value
 * of a wrong type fails.
 */
export function decodeBuiltin(schema: Schema, input: unknown): DecodeResult {
  const result: DecodeResult = { value: undefined, unknownFields: [] };
  result.value = decodeValue(schema, input, '', result);
  return result;
}

function jsonKind(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function fail(
  result: DecodeResult,
  value: unknown,
  path: string,
  goType: string,
): undefined {
  result.typeError ??= `json: cannot unmarshal ${jsonKind(
    value,
  )} into Go struct field ${path || 'object'} of type ${goType}`;
  return undefined;
}

function decodeValue(
  schema: Schema,
  value: unknown,
  path: string,
  result: DecodeResult,
): unknown {
  if (value === null || value === undefined) return undefined;
  if (schema.format === 'quantity') {
    return typeof value === 'number'
      ? String(value)
      : decodeScalar('string', 'resource.Quantity', value, path, result);
  }
  if (schema['x-kubernetes-int-or-string']) {
    if (typeof value === 'string' || Number.isInteger(value)) return value;
    return fail(result, value, path, 'intstr.IntOrString');
  }
  switch (schema.type) {
    case 'object':
      return decodeObject(schema, value, path, result);
    case 'array':
      if (!Array.isArray(value)) return fail(result, value, path, '[]struct');
      return value.map(
        (item, i) =>
          decodeValue(schema.items ?? {}, item, `${path}[${i}]`, result) ?? {},
      );
    case 'integer':
      return Number.isInteger(value)
        ? value
        : fail(result, value, path, schema.format ?? 'int64');
    case 'number':
      return decodeScalar('number', 'float64', value, path, result);
    case 'boolean':
      return decodeScalar('boolean', 'bool', value, path, result);
    case 'string':
      return decodeScalar('string', 'string', value, path, result);
    default:
      return value;
  }
}

function decodeScalar(
  wanted: string,
  goType: string,
  value: unknown,
  path: string,
  result: DecodeResult,
) {
  return typeof value === wanted ? value : fail(result, value, path, goType);
}

function decodeObject(
  schema: Schema,
  value: unknown,
  path: string,
  result: DecodeResult,
): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) {
    const goType = schema.additionalProperties
      ? 'map[string]string'
      : (schema.definition ?? 'struct').replace(/^V\d/, 'v1.');
    return fail(result, value, path, goType);
  }
  const decoded: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value as object)) {
    const at = path ? `${path}.${key}` : key;
    const known =
      schema.properties && Object.hasOwn(schema.properties, key)
        ? schema.properties[key]
        : undefined;
    if (known) {
      const read = decodeValue(known, field, at, result);
      if (read !== undefined) decoded[key] = read;
    } else if (typeof schema.additionalProperties === 'object') {
      const read = decodeValue(schema.additionalProperties, field, at, result);
      decoded[key] =
        read ?? (schema.additionalProperties.type === 'string' ? '' : read);
    } else if (schema.properties) {
      result.unknownFields.push(at);
    } else {
      decoded[key] = field;
    }
  }
  return decoded;
}
