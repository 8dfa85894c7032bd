import fields from './builtinFields.json';
import roots from './builtinRoots.json';
import {
  atomicDefinitions,
  listRule,
  quantityFields,
  quantityMaps,
  retainKeysFields,
} from './listRules';
import { Schema } from './Schema';

type Fields = Record<string, string>;

const scalars: Record<string, Schema> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  number: { type: 'number', format: 'double' },
  time: { type: 'string', format: 'date-time', nullable: true },
  byte: { type: 'string', format: 'byte' },
  any: { 'x-kubernetes-preserve-unknown-fields': true },
  intOrString: { 'x-kubernetes-int-or-string': true },
};

const quantity: Schema = {
  'x-kubernetes-int-or-string': true,
  format: 'quantity',
};

const built = new Map<string, Schema>();

function schemaOfType(type: string, owner: string, field: string): Schema {
  if (type.startsWith('[')) {
    const rule = listRule(owner, field) ?? { listType: 'atomic' as const };
    return {
      type: 'array',
      items: schemaOfType(type.slice(1, -1), owner, field),
      'x-kubernetes-list-type': rule.listType,
      ...(rule.keys && { 'x-kubernetes-list-map-keys': rule.keys }),
      ...(rule.patchKey !== undefined && {
        'x-kubernetes-patch-strategy': rule.retainKeys
          ? 'merge,retainKeys'
          : 'merge',
        ...(rule.patchKey && { 'x-kubernetes-patch-merge-key': rule.patchKey }),
      }),
    };
  }
  if (type.startsWith('{')) {
    const value = quantityMaps.has(`${owner}.${field}`)
      ? quantity
      : schemaOfType(type.slice(1, -1), owner, field);
    return { type: 'object', additionalProperties: value };
  }
  if (quantityFields.has(`${owner}.${field}`)) return quantity;
  const definition = scalars[type] ?? definitionSchema(type);
  return retainKeysFields.has(`${owner}.${field}`)
    ? { ...definition, 'x-kubernetes-patch-strategy': 'retainKeys' }
    : definition;
}

function definitionSchema(name: string): Schema {
  const found = built.get(name);
  if (found) return found;
  const schema: Schema = { type: 'object', definition: name, properties: {} };
  built.set(name, schema);
  if (atomicDefinitions.has(name)) schema['x-kubernetes-map-type'] = 'atomic';
  const required: string[] = [];
  for (const [field, type] of Object.entries(
    (fields as Record<string, Fields>)[name],
  )) {
    if (type.endsWith('!')) required.push(field);
    schema.properties![field] = schemaOfType(
      type.replace(/!$/, ''),
      name,
      field,
    );
  }
  // Ports without a protocol are TCP, and the key of a list must not depend on whether that was written out.
  if (
    schema.properties!.protocol &&
    required.some(one => one === 'port' || one === 'containerPort')
  ) {
    schema.properties!.protocol = { type: 'string', default: 'TCP' };
  }
  if (required.length > 0) schema.required = required;
  return schema;
}

/** The schema of a built-in kind, if it has one. */
export function builtinSchema(
  group: string,
  version: string,
  kind: string,
): Schema | undefined {
  const name = (roots as Record<string, string>)[`${group}/${version}/${kind}`];
  return name ? definitionSchema(name) : undefined;
}

/** The schema of `metadata`, which is the same for all kinds. */
export function objectMetaSchema(): Schema {
  return definitionSchema('V1ObjectMeta');
}
