import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { API_VERSION } from '../group';
import { isModelKindName, MODEL_KINDS, type ModelKindName } from '../kinds';
import { objectName } from '../schema/fields';
import { toProblems, type Problem } from './problems';
import type { ModelObject, ModelObjectOf } from './types';

/**
 * Outcome of {@link validateModelObject}.
 *
 * @public
 */
export type Validated<T> =
  | { ok: true; value: T }
  | { ok: false; problems: Problem[] };

const stringMap = z.record(z.string(), z.string());

function objectSchema(kind: ModelKindName) {
  return z.looseObject({
    apiVersion: z.literal(API_VERSION),
    kind: z.literal(kind),
    metadata: z.looseObject({
      name: objectName,
      namespace: z.string().optional(),
      labels: stringMap.optional(),
      annotations: stringMap.optional(),
    }),
    spec: MODEL_KINDS[kind].spec,
    status: MODEL_KINDS[kind].status.optional(),
  });
}

const OBJECT_SCHEMAS = {
  AIModel: objectSchema('AIModel'),
  ModelVersion: objectSchema('ModelVersion'),
  ModelRegistry: objectSchema('ModelRegistry'),
};

function kindOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'kind' in input
    ? input.kind
    : undefined;
}

/**
 * Checks an object of any model kind: its fields and the rules between them.
 *
 * @public
 */
export function validateModelObject(input: unknown): Validated<ModelObject> {
  const kind = kindOf(input);
  if (typeof kind !== 'string' || !isModelKindName(kind)) {
    return {
      ok: false,
      problems: [
        {
          field: 'kind',
          message: `must be one of: ${Object.keys(MODEL_KINDS).join(
            ', ',
          )}; it is ${JSON.stringify(kind) ?? 'missing'}`,
        },
      ],
    };
  }
  const result = OBJECT_SCHEMAS[kind].safeParse(input);
  if (!result.success) {
    return { ok: false, problems: toProblems(result.error, input) };
  }
  // The schema of each kind is typed as "some object" in MODEL_KINDS; the kind was checked above.
  return { ok: true, value: result.data as unknown as ModelObject };
}

function nameOf(input: unknown): string {
  const metadata = (input as { metadata?: { name?: unknown } } | null)
    ?.metadata;
  return typeof metadata?.name === 'string' ? ` "${metadata.name}"` : '';
}

/**
 * Reads an object of one model kind.
 *
 * @throws InputError with one line per problem, each naming the field and the remedy
 * @public
 */
export function parseModelObject<K extends ModelKindName>(
  kind: K,
  input: unknown,
): ModelObjectOf<K> {
  const actual = kindOf(input);
  const result: Validated<ModelObject> =
    actual === kind
      ? validateModelObject(input)
      : {
          ok: false,
          problems: [
            {
              field: 'kind',
              message: `must be ${kind}; it is ${
                JSON.stringify(actual) ?? 'missing'
              }`,
            },
          ],
        };
  if (!result.ok) {
    throw new InputError(
      formatProblems(`${kind}${nameOf(input)}`, result.problems),
    );
  }
  return result.value as ModelObjectOf<K>;
}

/**
 * Problems as text, one per line.
 *
 * @public
 */
export function formatProblems(subject: string, problems: Problem[]): string {
  return [
    `${subject} is not valid:`,
    ...problems.map(
      problem => `  ${problem.field || 'object'}: ${problem.message}`,
    ),
  ].join('\n');
}
