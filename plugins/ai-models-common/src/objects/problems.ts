import type { z } from 'zod';

/**
 * One thing that is wrong with an object.
 *
 * @public
 */
export interface Problem {
  /** Field, such as `spec.delivery.strategy.canary.steps[2]`. */
  field: string;
  /** What is wrong and what to do about it. */
  message: string;
}

function toField(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, key) => {
    if (typeof key === 'number') {
      return `${field}[${key}]`;
    }
    return field ? `${field}.${String(key)}` : String(key);
  }, '');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );
}

function describe(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (value === null) {
    return 'nothing (null)';
  }
  return typeof value === 'object' ? 'an object' : JSON.stringify(value);
}

const TYPE_NAMES: Record<string, string> = {
  array: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'a string',
  int: 'an integer',
  number: 'a number',
  boolean: 'true or false',
};

function wrongType(expected: string, value: unknown): string {
  if (value === undefined) {
    return `is required and must be ${
      TYPE_NAMES[expected] ?? expected
    }; add it`;
  }
  const quoteHint =
    expected === 'string' && typeof value === 'number'
      ? `; put quotes around it: "${value}"`
      : '';
  return `must be ${TYPE_NAMES[expected] ?? expected}, but is ${describe(
    value,
  )}${quoteHint}`;
}

const BOUND_UNITS: Record<string, string> = {
  string: ' characters',
  array: ' items',
};

const boundUnit = (origin: string) => BOUND_UNITS[origin] ?? '';
const boundVerb = (origin: string) => (boundUnit(origin) ? 'have' : 'be');

function messageOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value);
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      return value === undefined
        ? `is required; set it to one of: ${allowed}`
        : `must be one of: ${allowed}; it is ${describe(value)}`;
    }
    case 'unrecognized_keys':
      return `has no field ${issue.keys
        .map(key => `"${key}"`)
        .join(', ')}; remove it or correct its spelling`;
    case 'too_big':
      return `must ${boundVerb(issue.origin)} at most ${
        issue.maximum
      }${boundUnit(issue.origin)}`;
    case 'too_small':
      return `must ${boundVerb(issue.origin)} at least ${
        issue.minimum
      }${boundUnit(issue.origin)}`;
    default:
      return value === undefined ||
        issue.code === 'custom' ||
        typeof value === 'object'
        ? issue.message
        : `${issue.message}; it is ${describe(value)}`;
  }
}

/** Turns what zod found into problems that name the field and the remedy. */
export function toProblems(error: z.ZodError, input: unknown): Problem[] {
  return error.issues.map(issue => ({
    field: toField(issue.path),
    message: messageOf(issue, valueAt(input, issue.path)),
  }));
}
