import { evaluate } from '@marcbachmann/cel-js';
import type { StructuralSchema } from '../crd/toStructuralSchema';
import type { CelValidation } from '../schema/withRules';

/** CEL has one number type per JSON number; the library wants 64-bit integers as bigint. */
function toCelValue(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(toCelValue);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, toCelValue(child)]),
    );
  }
  return Number.isInteger(value) ? BigInt(value as number) : value;
}

function childrenOf(
  schema: StructuralSchema,
  value: unknown,
): [StructuralSchema, unknown][] {
  if (Array.isArray(value)) {
    return schema.items
      ? value.map(item => [schema.items as StructuralSchema, item])
      : [];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, child]) => {
      const childSchema = schema.properties?.[key];
      return childSchema ? [[childSchema, child]] : [];
    });
  }
  return [];
}

/** All rules of a schema, whether they apply to a value or not. */
export function allRules(schema: StructuralSchema): CelValidation[] {
  const own = (schema['x-kubernetes-validations'] ?? []) as CelValidation[];
  const children = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
  ];
  return [...own, ...children.flatMap(allRules)];
}

/** Messages of the rules that `value` breaks, evaluated as an API server would on creation or, with `oldValue`, on update. */
export function brokenRules(
  schema: StructuralSchema,
  value: unknown,
  oldValue?: unknown,
): string[] {
  const rules = (schema['x-kubernetes-validations'] ?? []) as CelValidation[];
  const own = rules
    .filter(({ rule }) => oldValue !== undefined || !rule.includes('oldSelf'))
    .filter(
      ({ rule }) =>
        evaluate(rule, {
          self: toCelValue(value),
          oldSelf: toCelValue(oldValue),
        }) !== true,
    )
    .map(({ message }) => message);
  return [
    ...own,
    ...childrenOf(schema, value).flatMap(([childSchema, child]) =>
      brokenRules(childSchema, child),
    ),
  ];
}
