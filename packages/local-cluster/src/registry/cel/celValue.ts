import { Schema } from '../schema/Schema';

/** Words of CEL that a field can only be reached by under another name. */
const reserved = new Set([
  'true',
  'false',
  'null',
  'in',
  'as',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
  'var',
  'void',
  'while',
]);

/** The name under which an expression reaches a field: `foo-bar` is `foo__dash__bar`. */
export function escapedFieldName(name: string): string {
  if (reserved.has(name)) return `__${name}__`;
  return name
    .replace(/__/g, '__underscores__')
    .replace(/\./g, '__dot__')
    .replace(/-/g, '__dash__')
    .replace(/\//g, '__slash__');
}

/** A JSON value as CEL sees it by its schema: integers, timestamps, durations and bytes have types of their own. */
export function celValue(schema: Schema | undefined, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value))
    return value.map(item => celValue(schema?.items, item));
  if (typeof value === 'object')
    return celObject(schema, value as Record<string, unknown>);
  if (typeof value === 'number') {
    return schema?.type === 'number' || !Number.isInteger(value)
      ? value
      : BigInt(value);
  }
  if (typeof value === 'string') return celString(schema, value);
  return value;
}

function celString(schema: Schema | undefined, value: string): unknown {
  switch (schema?.format) {
    case 'date-time':
    case 'datetime':
    case 'date': {
      const date = new Date(value);
      return Number.isNaN(date.getTime()) ? value : date;
    }
    case 'byte':
      return new Uint8Array(Buffer.from(value, 'base64'));
    default:
      return value;
  }
}

function celObject(
  schema: Schema | undefined,
  value: Record<string, unknown>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [field, one] of Object.entries(value)) {
    const known = schema?.properties?.[field];
    const additional =
      typeof schema?.additionalProperties === 'object'
        ? schema.additionalProperties
        : undefined;
    const converted = celValue(known ?? additional, one);
    result[field] = converted;
    // Keys of maps are data and stay what they are; fields are names and may have to be spelled otherwise.
    if (!additional || known) {
      const escaped = escapedFieldName(field);
      if (escaped !== field) result[escaped] = converted;
    }
  }
  return result;
}
