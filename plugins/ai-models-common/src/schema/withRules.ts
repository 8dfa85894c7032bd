import type { z } from 'zod';

/**
 * A rule about one object that no field schema can state.
 *
 * @remarks
 * The rule is written twice on purpose, once in CEL for the API server and once in TypeScript for files
 * that never meet one. `withRules.test.ts` evaluates both on the same objects, so they cannot part.
 */
export interface ObjectRule<T> {
  /** CEL; `self` is the object. Guard optional fields with `has()`. */
  cel: string;
  /** What is wrong and what to do about it. */
  message: string;
  /** Field that a reader should look at, relative to the object. Default: the object itself. */
  path?: string[];
  /** The same rule in TypeScript. */
  holds(self: T): boolean;
}

/** A rule about a change, for the API server only: a file has no old value to compare with. */
export interface TransitionRule {
  /** CEL; `oldSelf` is the object before the update. */
  cel: string;
  message: string;
  path?: string[];
}

/** An entry of `x-kubernetes-validations`. */
export interface CelValidation {
  rule: string;
  message: string;
  fieldPath?: string;
}

function toCelValidation(rule: TransitionRule): CelValidation {
  return {
    rule: rule.cel,
    message: rule.message,
    ...(rule.path && { fieldPath: `.${rule.path.join('.')}` }),
  };
}

/** Attaches rules to a schema: checked when parsed, and emitted as `x-kubernetes-validations` in the CRD. */
export function withRules<S extends z.ZodObject>(
  schema: S,
  rules: ObjectRule<z.output<S>>[],
  transitions: TransitionRule[] = [],
): S {
  return schema
    .superRefine((self, ctx) => {
      for (const rule of rules) {
        if (!rule.holds(self)) {
          ctx.addIssue({
            code: 'custom',
            message: rule.message,
            path: rule.path ?? [],
          });
        }
      }
    })
    .meta({
      ...schema.meta(),
      'x-kubernetes-validations': [...rules, ...transitions].map(
        toCelValidation,
      ),
    });
}
