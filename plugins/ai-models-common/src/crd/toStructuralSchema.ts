import { mapProperties, type JsonSchema } from '../schema/jsonSchema';

/** A node of an OpenAPI v3 structural schema, as a CRD takes it. */
export interface StructuralSchema {
  type?: string;
  description?: string;
  properties?: Record<string, StructuralSchema>;
  items?: StructuralSchema;
  additionalProperties?: StructuralSchema;
  required?: string[];
  [keyword: string]: unknown;
}

const KEPT = [
  'description',
  'type',
  'format',
  'enum',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'required',
] as const;

/** Keywords with no place in a structural schema that may be dropped: the API server prunes unknown fields and states defaults elsewhere. */
const DROPPED = ['propertyNames', 'additionalProperties'];

/** zod's bounds of "an integer that JavaScript can hold": noise in a CRD. */
const isSafeIntegerBound = (value: unknown) =>
  value === Number.MAX_SAFE_INTEGER || value === Number.MIN_SAFE_INTEGER;

function intOrString(schema: JsonSchema): StructuralSchema {
  const text = schema.anyOf?.find(
    branch => typeof branch === 'object' && branch.type === 'string',
  );
  const pattern = typeof text === 'object' ? text.pattern : undefined;
  return {
    ...(schema.description && { description: schema.description }),
    anyOf: [{ type: 'integer' }, { type: 'string' }],
    ...(pattern && { pattern }),
    'x-kubernetes-int-or-string': true,
  };
}

function keepKeywords(schema: JsonSchema): StructuralSchema {
  const node: Record<string, unknown> = {};
  for (const keyword of KEPT) {
    const value = schema[keyword];
    const isNoise =
      value === undefined ||
      (schema.type === 'integer' && isSafeIntegerBound(value)) ||
      // The API server knows the format; zod's pattern for it is half a page.
      (keyword === 'pattern' && schema.format === 'date-time');
    if (!isNoise) {
      node[keyword] = value;
    }
  }
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword.startsWith('x-kubernetes-')) {
      node[keyword] = value;
    }
  }
  return node;
}

/**
 * Rewrites a JSON Schema so that an API server accepts it in a CRD.
 *
 * @remarks
 * Source of the rules: the structural schema rules of apiextensions.k8s.io/v1. Every node has a type, there is no `$ref`,
 * `additionalProperties` never stands beside `properties`, and `anyOf` occurs only in the one form of an integer or string.
 *
 * @throws Error that names the path, when a keyword has no equivalent
 */
export function toStructuralSchema(
  schema: JsonSchema,
  path = '',
): StructuralSchema {
  if (schema['x-kubernetes-int-or-string']) {
    return intOrString(schema);
  }
  const node = keepKeywords(schema);
  for (const keyword of Object.keys(schema)) {
    const isKnown =
      (KEPT as readonly string[]).includes(keyword) ||
      DROPPED.includes(keyword) ||
      ['properties', 'items', 'const'].includes(keyword) ||
      keyword.startsWith('x-kubernetes-');
    if (!isKnown) {
      throw new Error(
        `${
          path || '<root>'
        }: "${keyword}" cannot be stated in a CRD; write the schema without it`,
      );
    }
  }
  if (typeof node.type !== 'string') {
    throw new Error(
      `${
        path || '<root>'
      }: a CRD needs exactly one type; write the schema with one`,
    );
  }
  if (schema.const !== undefined) {
    node.enum = [schema.const];
  }
  if (schema.properties) {
    node.properties = mapProperties(schema.properties, (child, name) =>
      toStructuralSchema(child, `${path}.${name}`),
    );
  } else if (typeof schema.additionalProperties === 'object') {
    node.additionalProperties = toStructuralSchema(
      schema.additionalProperties,
      `${path}[*]`,
    );
  }
  if (schema.items) {
    node.items = toStructuralSchema(schema.items as JsonSchema, `${path}[]`);
  }
  return node;
}
