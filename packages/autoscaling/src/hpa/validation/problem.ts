/** Field errors in the API server's form. Mirrors `k8s.io/apimachinery/pkg/util/validation/field/errors.go`. */

export type FieldProblemType =
  | 'Required'
  | 'Invalid'
  | 'NotSupported'
  | 'Forbidden';

/** One reason why the API server would refuse an object. */
export interface FieldProblem {
  /** Path: `spec.metrics[0].resource.target.averageUtilization`. */
  field: string;
  type: FieldProblemType;
  /** What is wrong, in the API server's words. */
  detail: string;
  /** The whole line as the API server prints it. */
  message: string;
}

export function required(field: string, detail: string = ''): FieldProblem {
  const message = `${field}: Required value${detail && `: ${detail}`}`;
  return { field, type: 'Required', detail, message };
}

export function invalid(
  field: string,
  value: unknown,
  detail: string,
): FieldProblem {
  return {
    field,
    type: 'Invalid',
    detail,
    message: `${field}: Invalid value: ${print(value)}: ${detail}`,
  };
}

export function notSupported(
  field: string,
  value: unknown,
  supported: readonly string[],
): FieldProblem {
  const detail = `supported values: ${[...supported]
    .sort()
    .map(name => `"${name}"`)
    .join(', ')}`;
  return {
    field,
    type: 'NotSupported',
    detail,
    message: `${field}: Unsupported value: ${print(value)}: ${detail}`,
  };
}

export function forbidden(field: string, detail: string): FieldProblem {
  return {
    field,
    type: 'Forbidden',
    detail,
    message: `${field}: Forbidden: ${detail}`,
  };
}

function print(value: unknown): string {
  // JSON has no NaN or infinity.
  return typeof value === 'number'
    ? String(value)
    : JSON.stringify(value) ?? 'null';
}

/** Whether a field is set: JSON `null` is the same as absent. */
export function isSet<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

/** Whether a value is a whole number that fits the API's int32 fields. */
export function isInt32(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647;
}

/** The problem of a field that should hold an int32 and does not. */
export function notInt32(field: string, value: unknown): FieldProblem {
  return invalid(field, value, 'must be an integer');
}
