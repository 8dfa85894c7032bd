import { cloneJson } from '../../store/cloneJson';
import { isFields } from './fields';
import { Schema } from './Schema';

/** Fields that every embedded resource has, whatever its schema says. */
const embeddedFields = ['apiVersion', 'kind', 'metadata'];

/** Drops what the schema does not know, in place. Returns the paths of what was dropped. */
export function pruneUnknownFields(
  schema: Schema,
  value: unknown,
  path = '',
  isRoot = true,
): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) =>
      schema.items
        ? pruneUnknownFields(schema.items, item, `${path}[${i}]`, false)
        : [],
    );
  }
  if (!isFields(value)) return [];
  const dropped: string[] = [];
  const keepsUnknown = schema['x-kubernetes-preserve-unknown-fields'] ?? false;
  for (const field of Object.keys(value)) {
    const at = path ? `${path}.${field}` : field;
    const known =
      schema.properties && Object.hasOwn(schema.properties, field)
        ? schema.properties[field]
        : undefined;
    // The metadata of an object is not the schema's business.
    if (
      (isRoot || schema['x-kubernetes-embedded-resource']) &&
      embeddedFields.includes(field)
    )
      continue;
    if (known)
      dropped.push(...pruneUnknownFields(known, value[field], at, false));
    else if (typeof schema.additionalProperties === 'object') {
      dropped.push(
        ...pruneUnknownFields(
          schema.additionalProperties,
          value[field],
          at,
          false,
        ),
      );
    } else if (!keepsUnknown && schema.additionalProperties !== true) {
      delete value[field];
      dropped.push(at);
    }
  }
  return dropped;
}

/** Fills in defaults, in place. A null where null is not allowed counts as absent when there is a default. */
export function applySchemaDefaults(schema: Schema, value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value)
      if (schema.items) applySchemaDefaults(schema.items, item);
    return;
  }
  if (!isFields(value)) return;
  for (const [field, one] of Object.entries(schema.properties ?? {})) {
    const present =
      value[field] !== undefined &&
      !(value[field] === null && !one.nullable && one.default !== undefined);
    if (!present && one.default !== undefined)
      value[field] = cloneJson(one.default);
    applySchemaDefaults(one, value[field]);
  }
  if (typeof schema.additionalProperties === 'object') {
    for (const field of Object.keys(value)) {
      if (!schema.properties?.[field])
        applySchemaDefaults(schema.additionalProperties, value[field]);
    }
  }
}
