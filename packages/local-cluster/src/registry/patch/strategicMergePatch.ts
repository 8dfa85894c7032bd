import { badRequest } from '../../store/StatusError';
import { jsonEqual } from '../../store/jsonEqual';
import { Fields, fieldSchema, isFields } from '../schema/fields';
import { Schema } from '../schema/Schema';

const DIRECTIVE = '$patch';
const DELETE_FROM = '$deleteFromPrimitiveList/';
const ELEMENT_ORDER = '$setElementOrder/';
const RETAIN_KEYS = '$retainKeys';

/**
 * Strategic merge patch: like a JSON merge patch, but lists that have a merge key are merged item by item, and the
 * directives `$patch`, `$retainKeys`, `$deleteFromPrimitiveList` and `$setElementOrder` are obeyed.
 *
 * @throws StatusError 400 for directives that make no sense
 */
export function strategicMergePatch<T>(
  original: T,
  patch: unknown,
  schema: Schema | undefined,
): T {
  if (!isFields(patch))
    throw badRequest('the strategic merge patch must be an object');
  return mergeFields(isFields(original) ? original : {}, patch, schema) as T;
}

function mergeFields(
  original: Fields,
  patch: Fields,
  schema: Schema | undefined,
): Fields {
  const directive = patch[DIRECTIVE];
  if (directive === 'replace') return withoutDirectives(patch);
  if (directive === 'delete') return {};
  if (directive !== undefined && directive !== 'merge') {
    throw badRequest(`Unknown patch type found: ${String(directive)}`);
  }
  const result: Fields = retainOnly(original, patch[RETAIN_KEYS]);
  for (const [field, value] of Object.entries(patch)) {
    if (field.startsWith(DELETE_FROM)) {
      const target = field.slice(DELETE_FROM.length);
      const removed = value as unknown[];
      if (Array.isArray(result[target])) {
        result[target] = (result[target] as unknown[]).filter(
          item => !removed.includes(item),
        );
      }
    } else if (!field.startsWith('$')) {
      setField(
        result,
        field,
        value,
        fieldSchema(schema, field),
        patch[ELEMENT_ORDER + field],
      );
    }
  }
  for (const field of Object.keys(patch)) {
    const target = field.startsWith(ELEMENT_ORDER)
      ? field.slice(ELEMENT_ORDER.length)
      : undefined;
    if (target && !(target in patch) && Array.isArray(result[target])) {
      result[target] = ordered(
        result[target] as unknown[],
        patch[field] as unknown[],
        mergeKey(fieldSchema(schema, target)),
      );
    }
  }
  return result;
}

function setField(
  result: Fields,
  field: string,
  value: unknown,
  schema: Schema | undefined,
  order: unknown,
): void {
  if (value === null) delete result[field];
  else if (Array.isArray(value))
    result[field] = mergeList(result[field], value, schema, order);
  else if (isFields(value)) {
    if (value[DIRECTIVE] === 'delete') delete result[field];
    else
      result[field] = mergeFields(
        isFields(result[field]) ? (result[field] as Fields) : {},
        value,
        schema,
      );
  } else result[field] = value;
}

function withoutDirectives(patch: Fields): Fields {
  return Object.fromEntries(
    Object.entries(patch).filter(([field]) => !field.startsWith('$')),
  );
}

function retainOnly(original: Fields, keys: unknown): Fields {
  if (!Array.isArray(keys)) return { ...original };
  return Object.fromEntries(
    Object.entries(original).filter(([field]) => keys.includes(field)),
  );
}

function mergeKey(schema: Schema | undefined): string | undefined {
  return schema?.['x-kubernetes-patch-merge-key'];
}

function isMerged(schema: Schema | undefined): boolean {
  return schema?.['x-kubernetes-patch-strategy']?.includes('merge') ?? false;
}

function mergeList(
  original: unknown,
  patch: unknown[],
  schema: Schema | undefined,
  order: unknown,
): unknown[] {
  const before = Array.isArray(original) ? original : [];
  if (patch.some(item => isFields(item) && item[DIRECTIVE] === 'replace')) {
    return patch.filter(
      item => !(isFields(item) && item[DIRECTIVE] === 'replace'),
    );
  }
  if (!isMerged(schema)) return patch;
  const key = mergeKey(schema);
  if (key === undefined) {
    const merged = [
      ...before,
      ...patch.filter(item => !before.some(one => jsonEqual(one, item))),
    ];
    return Array.isArray(order) ? ordered(merged, order, undefined) : merged;
  }
  const merged = mergeByKey(
    before as Fields[],
    patch as Fields[],
    key,
    schema?.items,
  );
  return Array.isArray(order) ? ordered(merged, order, key) : merged;
}

function mergeByKey(
  before: Fields[],
  patch: Fields[],
  key: string,
  itemSchema: Schema | undefined,
): Fields[] {
  let result = [...before];
  for (const item of patch) {
    if (!isFields(item) || item[key] === undefined) {
      throw badRequest(
        `map: ${JSON.stringify(
          item,
        )} does not contain declared merge key: ${key}`,
      );
    }
    const at = result.findIndex(one => jsonEqual(one[key], item[key]));
    if (item[DIRECTIVE] === 'delete')
      result = result.filter(one => !jsonEqual(one[key], item[key]));
    else if (at < 0) result.push(mergeFields({}, item, itemSchema));
    else result[at] = mergeFields(result[at], item, itemSchema);
  }
  return result;
}

/** Items in the order that the client gave; those it does not know stay behind the neighbour they had. */
function ordered(
  items: unknown[],
  order: unknown[],
  key: string | undefined,
): unknown[] {
  const keyOf = (item: unknown) => (key && isFields(item) ? item[key] : item);
  const wanted = order.map(keyOf);
  const rank = (item: unknown) =>
    wanted.findIndex(one => jsonEqual(one, keyOf(item)));
  const known = items
    .filter(item => rank(item) >= 0)
    .sort((a, b) => rank(a) - rank(b));
  const result = [...known];
  items.forEach((item, i) => {
    if (rank(item) >= 0) return;
    const neighbour = items
      .slice(0, i)
      .reverse()
      .find(one => result.includes(one));
    result.splice(
      neighbour === undefined ? 0 : result.indexOf(neighbour) + 1,
      0,
      item,
    );
  });
  return result;
}
