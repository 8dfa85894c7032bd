import { z } from 'zod';

/** A JSON Schema node, as zod emits it. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** JSON Schema (draft 7) of what a person may write; nothing is shared by reference. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    reused: 'inline',
  });
  return json;
}

/** Applies `fn` to the schemas of all properties. */
export function mapProperties<T>(
  properties: Record<string, unknown>,
  fn: (schema: JsonSchema, name: string) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      fn(schema as JsonSchema, name),
    ]),
  );
}
