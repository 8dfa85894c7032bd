import { jsonEqual } from '../../store/jsonEqual';
import { Fields, fieldSchema } from '../schema/fields';
import { Schema } from '../schema/Schema';
import { granularity, itemElement, valueElement } from './elements';
import { FieldTree, leaf, treeOf } from './FieldTree';
import { allFields } from './ownedFields';

export interface FieldDiff {
  /** Added or with another value. */
  changed?: FieldTree;
  removed?: FieldTree;
}

type Entry = { schema: Schema | undefined; value: unknown };

function entriesOf(
  schema: Schema | undefined,
  value: unknown,
): Map<string, Entry> {
  switch (granularity(schema, value)) {
    case 'fields':
      return new Map(
        Object.entries(value as Fields).map(([field, one]) => [
          `f:${field}`,
          { schema: fieldSchema(schema, field), value: one },
        ]),
      );
    case 'items':
      return new Map(
        (value as unknown[]).map(item => [
          itemElement(schema, item),
          { schema: schema?.items, value: item },
        ]),
      );
    case 'values':
      return new Map(
        (value as unknown[]).map(item => [
          valueElement(item),
          { schema: schema?.items, value: item },
        ]),
      );
    default:
      return new Map();
  }
}

/** Which fields differ between two versions. Parts that the versions share cost nothing. */
export function diffFields(
  schema: Schema | undefined,
  before: unknown,
  after: unknown,
): FieldDiff {
  if (before === after) return {};
  if (before === undefined || before === null)
    return after === undefined ? {} : { changed: allFields(schema, after) };
  if (after === undefined || after === null)
    return { removed: allFields(schema, before) };
  const how = granularity(schema, after);
  if (how === 'whole' || how !== granularity(schema, before)) {
    return jsonEqual(before, after) ? {} : { changed: leaf };
  }
  const old = entriesOf(schema, before);
  const next = entriesOf(schema, after);
  const changed: Record<string, FieldTree | undefined> = {};
  const removed: Record<string, FieldTree | undefined> = {};
  for (const [element, entry] of next) {
    const diff = diffFields(entry.schema, old.get(element)?.value, entry.value);
    changed[element] = diff.changed;
    removed[element] = diff.removed;
  }
  for (const [element, entry] of old) {
    if (!next.has(element))
      removed[element] = allFields(entry.schema, entry.value);
  }
  return { changed: treeOf(changed), removed: treeOf(removed) };
}
