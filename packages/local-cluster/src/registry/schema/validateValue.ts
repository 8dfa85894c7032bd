import {
  duplicate,
  FieldError,
  invalid,
  notSupported,
  required,
  tooMany,
  typeInvalid,
} from '../../store/FieldError';
import { jsonEqual } from '../../store/jsonEqual';
import { formatProblem } from './formats';
import { Schema } from './Schema';

type Fields = Record<string, unknown>;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number')
    return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function hasType(value: unknown, type: string): boolean {
  const kind = kindOf(value);
  return kind === type || (kind === 'integer' && type === 'number');
}

const child = (path: string, field: string) =>
  path ? `${path}.${field}` : field;

/** Go's regular expressions know possessive classes of which JavaScript has other spellings; all else is shared. */
const patterns = new Map<string, RegExp | undefined>();
function patternOf(source: string): RegExp | undefined {
  if (!patterns.has(source)) {
    let compiled: RegExp | undefined;
    try {
      compiled = new RegExp(source, 'u');
    } catch {
      try {
        compiled = new RegExp(source);
      } catch {
        compiled = undefined;
      }
    }
    patterns.set(source, compiled);
  }
  return patterns.get(source);
}

/** Every way in which a value does not satisfy a structural schema, in the API server's words. */
export function validateValue(
  schema: Schema,
  value: unknown,
  path: string,
): FieldError[] {
  if (value === undefined) return [];
  if (value === null && schema.nullable) return [];
  const typeErrors = validateType(schema, value, path);
  if (typeErrors.length > 0) return typeErrors;
  const errors = [
    ...validateEnum(schema, value, path),
    ...validateComposition(schema, value, path),
  ];
  if (typeof value === 'string')
    errors.push(...validateString(schema, value, path));
  else if (typeof value === 'number')
    errors.push(...validateNumber(schema, value, path));
  else if (Array.isArray(value))
    errors.push(...validateArray(schema, value, path));
  else if (typeof value === 'object' && value !== null)
    errors.push(...validateObject(schema, value as Fields, path));
  return errors;
}

function validateType(
  schema: Schema,
  value: unknown,
  path: string,
): FieldError[] {
  if (schema['x-kubernetes-int-or-string']) {
    const kind = kindOf(value);
    if (kind === 'string' || kind === 'integer') return [];
    return [
      typeInvalid(
        path,
        kind,
        `${path} in body must be of type integer,string: ${JSON.stringify(
          kind,
        )}`,
      ),
    ];
  }
  if (!schema.type || hasType(value, schema.type)) return [];
  const kind = kindOf(value);
  return [
    typeInvalid(
      path,
      kind === 'null' ? 'null' : kind,
      `${path || '<nil>'} in body must be of type ${
        schema.type
      }: ${JSON.stringify(kind)}`,
    ),
  ];
}

function validateEnum(
  schema: Schema,
  value: unknown,
  path: string,
): FieldError[] {
  if (!schema.enum || schema.enum.some(one => jsonEqual(one, value))) return [];
  return [notSupported(path, value, schema.enum)];
}

function validateString(
  schema: Schema,
  value: string,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const length = [...value].length;
  if (schema.maxLength !== undefined && length > schema.maxLength) {
    errors.push({
      reason: 'FieldValueTooLong',
      field: path,
      message: `Too long: may not be more than ${schema.maxLength} bytes`,
    });
  }
  if (schema.minLength !== undefined && length < schema.minLength) {
    errors.push(
      invalid(
        path,
        value,
        `${path} in body should be at least ${schema.minLength} chars long`,
      ),
    );
  }
  if (schema.pattern && patternOf(schema.pattern)?.test(value) === false) {
    errors.push(
      invalid(path, value, `${path} in body should match '${schema.pattern}'`),
    );
  }
  if (schema.format && formatProblem(schema.format, value)) {
    errors.push(
      invalid(
        path,
        value,
        `${path} in body must be of type ${schema.format}: ${JSON.stringify(
          value,
        )}`,
      ),
    );
  }
  return errors;
}

function validateNumber(
  schema: Schema,
  value: number,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    schema;
  if (
    maximum !== undefined &&
    (exclusiveMaximum ? value >= maximum : value > maximum)
  ) {
    errors.push(
      invalid(
        path,
        value,
        `${path} in body should be less than ${
          exclusiveMaximum ? '' : 'or equal to '
        }${maximum}`,
      ),
    );
  }
  if (
    minimum !== undefined &&
    (exclusiveMinimum ? value <= minimum : value < minimum)
  ) {
    errors.push(
      invalid(
        path,
        value,
        `${path} in body should be greater than ${
          exclusiveMinimum ? '' : 'or equal to '
        }${minimum}`,
      ),
    );
  }
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf)) {
    errors.push(
      invalid(
        path,
        value,
        `${path} in body should be a multiple of ${multipleOf}`,
      ),
    );
  }
  const limit = schema.format === 'int32' ? 2 ** 31 : undefined;
  if (limit !== undefined && (value >= limit || value < -limit)) {
    errors.push(
      invalid(
        path,
        value,
        `${path} in body must be of type int32: ${JSON.stringify(
          kindOf(value),
        )}`,
      ),
    );
  }
  return errors;
}

function validateArray(
  schema: Schema,
  value: unknown[],
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (schema.maxItems !== undefined && value.length > schema.maxItems)
    errors.push(tooMany(path, value.length, schema.maxItems));
  if (schema.minItems !== undefined && value.length < schema.minItems) {
    errors.push(
      invalid(
        path,
        value.length,
        `${path} in body should have at least ${schema.minItems} items`,
      ),
    );
  }
  value.forEach((item, i) => {
    if (schema.items)
      errors.push(...validateValue(schema.items, item, `${path}[${i}]`));
  });
  return [...errors, ...validateUniqueness(schema, value, path)];
}

function validateUniqueness(
  schema: Schema,
  value: unknown[],
  path: string,
): FieldError[] {
  const type = schema['x-kubernetes-list-type'];
  if (type !== 'set' && type !== 'map') return [];
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const identityOf = (item: unknown) =>
    type === 'set'
      ? item
      : Object.fromEntries(
          keys.map(key => [
            key,
            (item as Fields)?.[key] ?? schema.items?.properties?.[key]?.default,
          ]),
        );
  const seen = new Set<string>();
  return value.flatMap((item, i) => {
    const identity = identityOf(item);
    const text = JSON.stringify(identity);
    if (seen.has(text)) return [duplicate(`${path}[${i}]`, identity)];
    seen.add(text);
    return [];
  });
}

function validateObject(
  schema: Schema,
  value: Fields,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const names = Object.keys(value);
  if (
    schema.maxProperties !== undefined &&
    names.length > schema.maxProperties
  ) {
    errors.push(tooMany(path, names.length, schema.maxProperties));
  }
  if (
    schema.minProperties !== undefined &&
    names.length < schema.minProperties
  ) {
    errors.push(
      invalid(
        path,
        names.length,
        `${path} in body should have at least ${schema.minProperties} properties`,
      ),
    );
  }
  for (const field of schema.required ?? []) {
    if (value[field] === undefined) errors.push(required(child(path, field)));
  }
  for (const [field, one] of Object.entries(value)) {
    const known =
      schema.properties && Object.hasOwn(schema.properties, field)
        ? schema.properties[field]
        : undefined;
    if (known) errors.push(...validateValue(known, one, child(path, field)));
    else if (typeof schema.additionalProperties === 'object') {
      errors.push(
        ...validateValue(schema.additionalProperties, one, child(path, field)),
      );
    }
  }
  return errors;
}

function validateComposition(
  schema: Schema,
  value: unknown,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const holds = (one: Schema) => validateValue(one, value, path).length === 0;
  const report = (text: string) =>
    errors.push(invalid(path, '', `${JSON.stringify(path)} ${text}`));
  if (schema.allOf)
    for (const one of schema.allOf)
      errors.push(...validateValue(one, value, path));
  if (schema.anyOf && !schema.anyOf.some(holds))
    report('must validate at least one schema (anyOf)');
  if (schema.oneOf) {
    const count = schema.oneOf.filter(holds).length;
    if (count !== 1) {
      report(
        `must validate one and only one schema (oneOf). Found ${
          count === 0 ? 'none valid' : `${count} valid alternatives`
        }`,
      );
    }
  }
  if (schema.not && holds(schema.not))
    report('must not validate the schema (not)');
  return errors;
}
