/** A mutable deep copy of a JSON value. Several times faster than `structuredClone`, which also copies Dates and Maps. */
export function cloneJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneJson) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[key];
    if (field !== undefined) copy[key] = cloneJson(field);
  }
  return copy as T;
}

/**
 * `next`, with every part that is equal in `previous` replaced by that part; `previous` itself when all is equal. Makes
 * versions of an object share memory, and later comparisons of them cheap.
 */
export function shareUnchanged<T>(previous: unknown, next: T): T {
  if (previous === next) return next;
  if (
    typeof next !== 'object' ||
    next === null ||
    typeof previous !== 'object' ||
    previous === null
  ) {
    return next;
  }
  if (Array.isArray(next)) {
    if (!Array.isArray(previous)) return next;
    const items = next.map((item, i) => shareUnchanged(previous[i], item));
    const same =
      items.length === previous.length &&
      items.every((item, i) => item === previous[i]);
    return (same ? previous : items) as T;
  }
  if (Array.isArray(previous)) return next;
  const before = previous as Record<string, unknown>;
  const shared: Record<string, unknown> = {};
  let same = true;
  let size = 0;
  for (const key of Object.keys(next)) {
    const field = (next as Record<string, unknown>)[key];
    if (field === undefined) continue;
    size += 1;
    shared[key] = shareUnchanged(before[key], field);
    if (shared[key] !== before[key]) same = false;
  }
  return (same && size === Object.keys(before).length ? previous : shared) as T;
}
