/** Reads a plain path (`spec.replicas`) from an object. */
export function readPath(object: unknown, path: string): unknown {
  let value = object;
  for (const part of path.replace(/^\./, '').split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** A copy of the object with another value at a plain path; unchanged parts are shared. */
export function withPath<T>(object: T, path: string, value: unknown): T {
  const [first, ...rest] = path.replace(/^\./, '').split('.');
  const fields = (object ?? {}) as Record<string, unknown>;
  return {
    ...fields,
    [first]:
      rest.length > 0 ? withPath(fields[first], rest.join('.'), value) : value,
  } as T;
}
