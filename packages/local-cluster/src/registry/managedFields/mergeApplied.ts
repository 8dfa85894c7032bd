import { Fields, fieldSchema, isFields } from '../schema/fields';
import { Schema } from '../schema/Schema';
import { granularity, itemElement, valueElement } from './elements';
import { FieldTree, isMember } from './FieldTree';

/** The live value with an applied configuration laid over it, fields and items of lists by their keys. */
export function mergeApplied(
  schema: Schema | undefined,
  live: unknown,
  applied: unknown,
): unknown {
  if (applied === undefined) return live;
  const how = granularity(schema, applied);
  if (live === undefined || live === null || how !== granularity(schema, live))
    return applied;
  switch (how) {
    case 'fields': {
      const merged: Fields = { ...(live as Fields) };
      for (const [field, value] of Object.entries(applied as Fields)) {
        merged[field] = mergeApplied(
          fieldSchema(schema, field),
          merged[field],
          value,
        );
      }
      return merged;
    }
    case 'items':
      return mergeItems(schema, live as unknown[], applied as unknown[]);
    case 'values': {
      const known = new Set((live as unknown[]).map(valueElement));
      return [
        ...(live as unknown[]),
        ...(applied as unknown[]).filter(
          item => !known.has(valueElement(item)),
        ),
      ];
    }
    default:
      return applied;
  }
}

/** Items in the order of the configuration where it knows them; the others stay behind the item they followed. */
function mergeItems(
  schema: Schema | undefined,
  live: unknown[],
  applied: unknown[],
): unknown[] {
  const wanted = new Map(
    applied.map(item => [itemElement(schema, item), item]),
  );
  const current = new Map(live.map(item => [itemElement(schema, item), item]));
  const result: { element: string; item: unknown }[] = applied.map(item => {
    const element = itemElement(schema, item);
    return {
      element,
      item: mergeApplied(schema?.items, current.get(element), item),
    };
  });
  const order = [...current.keys()];
  order.forEach((element, i) => {
    if (wanted.has(element)) return;
    const at = result.findIndex(one => one.element === order[i - 1]);
    result.splice(at + 1, 0, { element, item: current.get(element) });
  });
  return result.map(one => one.item);
}

const hasAny = (tree: FieldTree | undefined) => tree !== undefined;

/**
 * A value without the fields of `dropped`; containers stay as long as `kept` names something in them.
 *
 * @returns `undefined` when nothing of the value is left
 */
export function removeFields(
  schema: Schema | undefined,
  value: unknown,
  dropped: FieldTree | undefined,
  kept: FieldTree | undefined,
): unknown {
  if (!dropped || value === undefined) return value;
  if (isMember(dropped) && !hasAny(kept)) return undefined;
  switch (granularity(schema, value)) {
    case 'fields': {
      const result: Fields = {};
      for (const [field, one] of Object.entries(value as Fields)) {
        const element = `f:${field}`;
        const left = removeFields(
          fieldSchema(schema, field),
          one,
          dropped[element],
          kept?.[element],
        );
        if (left !== undefined && !becameEmpty(one, left)) result[field] = left;
      }
      return result;
    }
    case 'items':
      return (value as unknown[]).flatMap(item => {
        const element = itemElement(schema, item);
        const left = removeFields(
          schema?.items,
          item,
          dropped[element],
          kept?.[element],
        );
        return left === undefined ? [] : [left];
      });
    case 'values':
      return (value as unknown[]).filter(item => {
        const element = valueElement(item);
        return !(dropped[element] && !kept?.[element]);
      });
    default:
      return value;
  }
}

/** A map or list that lost its last part goes with it: `labels: {}` is not what anybody applied. */
function becameEmpty(before: unknown, after: unknown): boolean {
  const size = (value: unknown) =>
    Array.isArray(value) || isFields(value) ? Object.keys(value).length : -1;
  return size(after) === 0 && size(before) > 0;
}
