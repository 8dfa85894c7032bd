import { Fields, fieldSchema, isFields } from '../schema/fields';
import { Schema } from '../schema/Schema';
import { granularity, isDeclared, itemElement, valueElement } from './elements';
import { FieldTree, leaf, treeOf, union } from './FieldTree';

/** The fields that a configuration speaks of: what its applier will own. Mirrors `ToFieldSet`. */
export function fieldsOf(
  schema: Schema | undefined,
  value: unknown,
): FieldTree | undefined {
  switch (granularity(schema, value)) {
    case 'fields': {
      const children = Object.entries(value as Fields).map(([field, one]) => {
        const below = fieldsOf(fieldSchema(schema, field), one);
        const isOwn =
          one === null ||
          (isFields(one) && Object.keys(one).length === 0) ||
          !isDeclared(schema, field);
        return [`f:${field}`, isOwn ? union(leaf, below) : below];
      });
      return treeOf(Object.fromEntries(children));
    }
    case 'items':
      return treeOf(
        Object.fromEntries(
          (value as unknown[]).map(item => [
            itemElement(schema, item),
            union(leaf, fieldsOf(schema?.items, item)),
          ]),
        ),
      );
    case 'values':
      return treeOf(
        Object.fromEntries(
          (value as unknown[]).map(item => [valueElement(item), leaf]),
        ),
      );
    default:
      return leaf;
  }
}

/** Everything in a value that appears or goes, containers included. */
export function allFields(
  schema: Schema | undefined,
  value: unknown,
): FieldTree {
  return union(leaf, fieldsWithContainers(schema, value))!;
}

function fieldsWithContainers(
  schema: Schema | undefined,
  value: unknown,
): FieldTree | undefined {
  switch (granularity(schema, value)) {
    case 'fields':
      return treeOf(
        Object.fromEntries(
          Object.entries(value as Fields).map(([field, one]) => [
            `f:${field}`,
            allFields(fieldSchema(schema, field), one),
          ]),
        ),
        true,
      );
    case 'items':
      return treeOf(
        Object.fromEntries(
          (value as unknown[]).map(item => [
            itemElement(schema, item),
            allFields(schema?.items, item),
          ]),
        ),
        true,
      );
    case 'values':
      return treeOf(
        Object.fromEntries(
          (value as unknown[]).map(item => [valueElement(item), leaf]),
        ),
        true,
      );
    default:
      return leaf;
  }
}
