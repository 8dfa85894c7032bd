import { Schema } from './Schema';

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema of one field: its own, or that of additional ones. */
export function fieldSchema(
  schema: Schema | undefined,
  field: string,
): Schema | undefined {
  const known =
    schema?.properties && Object.hasOwn(schema.properties, field)
      ? schema.properties[field]
      : undefined;
  return (
    known ??
    (typeof schema?.additionalProperties === 'object'
      ? schema.additionalProperties
      : undefined)
  );
}
