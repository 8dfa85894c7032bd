import { Fields, isFields } from '../schema/fields';
import { Schema } from '../schema/Schema';

/** How a value takes part in ownership: as a whole, by its fields, or by its items. */
export type Granularity = 'whole' | 'fields' | 'items' | 'values';

export function granularity(
  schema: Schema | undefined,
  value: unknown,
): Granularity {
  if (isFields(value))
    return schema?.['x-kubernetes-map-type'] === 'atomic' ? 'whole' : 'fields';
  if (!Array.isArray(value)) return 'whole';
  if (schema?.['x-kubernetes-list-type'] === 'map') return 'items';
  return schema?.['x-kubernetes-list-type'] === 'set' ? 'values' : 'whole';
}

export function isDeclared(schema: Schema | undefined, field: string): boolean {
  return (
    schema?.properties !== undefined && Object.hasOwn(schema.properties, field)
  );
}

/** `k:{"containerPort":8080,"protocol":"TCP"}`: what an item of a map list is known by. */
export function itemElement(schema: Schema | undefined, item: unknown): string {
  const keys = [...(schema?.['x-kubernetes-list-map-keys'] ?? [])].sort();
  const entries = keys
    .map(
      key =>
        [
          key,
          (item as Fields)?.[key] ?? schema?.items?.properties?.[key]?.default,
        ] as const,
    )
    .filter(([, value]) => value !== undefined);
  return `k:${JSON.stringify(Object.fromEntries(entries))}`;
}

export const valueElement = (value: unknown) => `v:${JSON.stringify(value)}`;
