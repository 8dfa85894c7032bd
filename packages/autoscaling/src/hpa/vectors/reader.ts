import { AutoscalingInputError } from '../../errors';
import type { VectorReader } from './types';

function wrong(
  field: string,
  value: unknown,
  wanted: string,
): AutoscalingInputError {
  return new AutoscalingInputError({
    field,
    problem:
      value === undefined
        ? 'is missing'
        : `${JSON.stringify(value)} is not ${wanted}`,
    remedy: `write ${wanted}; compare with src/hpa/__fixtures__/hpa-vectors.json`,
  });
}

/**
 * Wraps one JSON object of a vector file.
 *
 * @throws {@link AutoscalingInputError} naming the path when the value is no object
 */
export function readVector(value: unknown, path: string): VectorReader {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(path, value, 'an object');
  const fields = value as Record<string, unknown>;
  const at = (field: string) => `${path}.${field}`;
  const raw = (field: string) =>
    Object.hasOwn(fields, field) ? fields[field] ?? undefined : undefined;
  const optionalNumber = (field: string) => {
    const found = raw(field);
    if (
      found === undefined ||
      (typeof found === 'number' && Number.isFinite(found))
    )
      return found;
    throw wrong(at(field), found, 'a number');
  };
  const optionalText = (field: string) => {
    const found = raw(field);
    if (found === undefined || typeof found === 'string') return found;
    throw wrong(at(field), found, 'text');
  };
  const list = (field: string) => {
    const found = raw(field);
    if (found === undefined) return [];
    if (Array.isArray(found)) return found as unknown[];
    throw wrong(at(field), found, 'a list');
  };
  return {
    path,
    raw,
    optionalNumber,
    optionalText,
    has: field => raw(field) !== undefined,
    keys: () => Object.keys(fields),
    number: field => {
      const found = optionalNumber(field);
      if (found === undefined) throw wrong(at(field), found, 'a number');
      return found;
    },
    text: field => {
      const found = optionalText(field);
      if (found === undefined) throw wrong(at(field), found, 'text');
      return found;
    },
    flag: field => {
      const found = raw(field) ?? false;
      if (typeof found === 'boolean') return found;
      throw wrong(at(field), found, 'true or false');
    },
    object: field => readVector(raw(field), at(field)),
    objects: field =>
      list(field).map((item, index) =>
        readVector(item, `${at(field)}[${index}]`),
      ),
    rows: field =>
      list(field).map((row, index) => {
        if (Array.isArray(row)) return row;
        throw wrong(`${at(field)}[${index}]`, row, 'a list');
      }),
  };
}
