import type { JsonObject, JsonValue } from '@backstage/types';
import { MODEL_KINDS, type ModelKindName } from '../kinds';
import { toJsonSchema } from '../schema/jsonSchema';

/** The catalog compiles schemas in strict mode, which refuses keywords and formats that it does not know. */
function isUnknownToCatalog(keyword: string): boolean {
  return keyword.startsWith('x-kubernetes-') || keyword === 'format';
}

function strip(node: JsonValue, isPropertyMap = false): JsonValue {
  if (Array.isArray(node)) {
    return node.map(item => strip(item));
  }
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isPropertyMap || !isUnknownToCatalog(key))
      .map(([key, value]) => [
        key,
        // The keys below "properties" are names of ours, not keywords.
        strip(value as JsonValue, !isPropertyMap && key === 'properties'),
      ]),
  );
}

/**
 * JSON Schema (draft 7) of `spec` and `status` of a kind, as a catalog model layer takes it.
 *
 * @public
 */
export function toCatalogJsonSchema(kind: ModelKindName): JsonObject {
  const { spec, status, description } = MODEL_KINDS[kind];
  return {
    type: 'object',
    description,
    required: ['spec'],
    properties: {
      spec: strip(toJsonSchema(spec) as JsonObject),
      status: strip(toJsonSchema(status) as JsonObject),
    },
  };
}
