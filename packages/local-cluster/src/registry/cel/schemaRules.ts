import { FieldError } from '../../store/FieldError';
import { Schema, ValidationRule } from '../schema/Schema';
import { celValue } from './celValue';
import { CelProgram, compileCel, parseCel } from './compile';
import { undefinedField } from './undefinedField';

interface CompiledRule {
  rule: ValidationRule;
  program: CelProgram;
  message?: CelProgram;
  usesOldSelf: boolean;
}

const VARIABLES = ['self', 'oldSelf'] as const;
const compiled = new WeakMap<Schema, CompiledRule[]>();

/** Whether an expression reads the value before the change: such a rule only speaks of updates. */
export function usesOldSelf(rule: string): boolean {
  return /\boldSelf\b/.test(rule.replace(/"[^"]*"|'[^']*'/g, ''));
}

/**
 * Checks a rule when its definition is stored.
 *
 * @throws Error when an expression does not compile, or reads a field that the schema does not declare
 */
export function checkRule(
  rule: ValidationRule,
  schema: Schema,
  options: { isRoot: boolean },
): void {
  compileRule(rule);
  for (const expression of [rule.rule, rule.messageExpression ?? 'true']) {
    const missing = undefinedField(
      parseCel(expression, VARIABLES),
      schema,
      options,
    );
    if (missing !== undefined) {
      throw new Error(
        `compilation failed: ERROR: <input>: undefined field '${missing}'`,
      );
    }
  }
}

/** @throws Error when the rule, or the expression of its message, does not compile */
function compileRule(rule: ValidationRule): CompiledRule {
  return {
    rule,
    program: compileCel(rule.rule, VARIABLES),
    ...(rule.messageExpression && {
      message: compileCel(rule.messageExpression, VARIABLES),
    }),
    usesOldSelf: usesOldSelf(rule.rule),
  };
}

function rulesOf(schema: Schema): CompiledRule[] {
  const known = compiled.get(schema);
  if (known) return known;
  const rules = (schema['x-kubernetes-validations'] ?? []).map(compileRule);
  compiled.set(schema, rules);
  return rules;
}

const withRules = new WeakMap<Schema, boolean>();

/** Whether there is any rule in the schema or below; most branches have none and need no walk. */
function hasRules(schema: Schema): boolean {
  const known = withRules.get(schema);
  if (known !== undefined) return known;
  withRules.set(schema, false);
  const children = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(typeof schema.additionalProperties === 'object'
      ? [schema.additionalProperties]
      : []),
  ];
  const found =
    (schema['x-kubernetes-validations']?.length ?? 0) > 0 ||
    children.some(hasRules);
  withRules.set(schema, found);
  return found;
}

type Fields = Record<string, unknown>;

/**
 * Asks all CEL rules of a schema.
 *
 * @param oldValue - what stood here before; `undefined` for a creation and where old and new cannot be told to be the
 * same, as in lists without keys. Rules with `oldSelf` are not asked then, unless they say `optionalOldSelf`
 */
export function validateSchemaRules(
  schema: Schema,
  value: unknown,
  oldValue: unknown,
  path: string,
): FieldError[] {
  if (value === undefined || value === null || !hasRules(schema)) return [];
  const errors = rulesOf(schema).flatMap(rule =>
    evaluate(rule, schema, value, oldValue, path),
  );
  if (Array.isArray(value))
    return [...errors, ...itemErrors(schema, value, oldValue, path)];
  if (typeof value !== 'object') return errors;
  const before = (
    typeof oldValue === 'object' && !Array.isArray(oldValue)
      ? oldValue
      : undefined
  ) as Fields | undefined;
  for (const [field, one] of Object.entries(value as Fields)) {
    const next = schema.properties?.[field] ?? schema.additionalProperties;
    if (typeof next === 'object') {
      errors.push(
        ...validateSchemaRules(
          next,
          one,
          before?.[field],
          path ? `${path}.${field}` : field,
        ),
      );
    }
  }
  return errors;
}

function itemErrors(
  schema: Schema,
  items: unknown[],
  oldValue: unknown,
  path: string,
): FieldError[] {
  const { items: itemSchema } = schema;
  if (!itemSchema) return [];
  const keys =
    schema['x-kubernetes-list-type'] === 'map'
      ? schema['x-kubernetes-list-map-keys'] ?? []
      : [];
  const identityOf = (item: unknown) =>
    JSON.stringify(keys.map(key => (item as Fields)?.[key]));
  const before = new Map(
    Array.isArray(oldValue) && keys.length > 0
      ? oldValue.map(item => [identityOf(item), item])
      : [],
  );
  return items.flatMap((item, i) =>
    validateSchemaRules(
      itemSchema,
      item,
      keys.length > 0 ? before.get(identityOf(item)) : undefined,
      `${path}[${i}]`,
    ),
  );
}

function evaluate(
  { rule, program, message, usesOldSelf: isTransition }: CompiledRule,
  schema: Schema,
  value: unknown,
  oldValue: unknown,
  path: string,
): FieldError[] {
  const hasOld = oldValue !== undefined && oldValue !== null;
  if (isTransition && !hasOld && !rule.optionalOldSelf) return [];
  const old = hasOld ? celValue(schema, oldValue) : undefined;
  const variables: Record<string, unknown> = {
    self: celValue(schema, value),
    ...(rule.optionalOldSelf
      ? { oldSelf: optional(old) }
      : hasOld && { oldSelf: old }),
  };
  const field = rule.fieldPath ? path + rule.fieldPath : path;
  try {
    if (program(variables) === true) return [];
  } catch (error) {
    return [
      failure(
        'FieldValueInvalid',
        field,
        schema,
        `rule evaluation error: ${(error as Error).message} evaluating rule: ${
          rule.message ?? rule.rule
        }`,
      ),
    ];
  }
  return [
    failure(
      rule.reason ?? 'FieldValueInvalid',
      field,
      schema,
      messageOf(rule, message, variables),
    ),
  ];
}

const optionalProgram = () =>
  compileCel('size(given) == 0 ? optional.none() : optional.of(given[0])', [
    'given',
  ]);
function optional(value: unknown): unknown {
  return optionalProgram()({ given: value === undefined ? [] : [value] });
}

function messageOf(
  rule: ValidationRule,
  expression: CelProgram | undefined,
  variables: Record<string, unknown>,
): string {
  if (expression) {
    try {
      const text = expression(variables);
      if (
        typeof text === 'string' &&
        text.trim() !== '' &&
        !text.includes('\n')
      )
        return text;
    } catch {
      // A message that cannot be made must not hide the failed rule: the fixed text follows.
    }
  }
  return rule.message ?? `failed rule: ${rule.rule.trim()}`;
}

function failure(
  reason: NonNullable<ValidationRule['reason']>,
  field: string,
  schema: Schema,
  detail: string,
): FieldError {
  // The server names the type of the value here and not the value.
  const shown = JSON.stringify(schema.type ?? 'object');
  const messages: Record<NonNullable<ValidationRule['reason']>, string> = {
    FieldValueInvalid: `Invalid value: ${shown}: ${detail}`,
    FieldValueForbidden: `Forbidden: ${detail}`,
    FieldValueRequired: `Required value: ${detail}`,
    FieldValueDuplicate: `Duplicate value: ${shown}`,
  };
  return { reason, field: field || '<nil>', message: messages[reason] };
}
