import { Status, StatusError } from './StatusError';

/** The kinds of validation failure, with the words that the API server puts before the detail. */
const words = {
  FieldValueRequired: 'Required value',
  FieldValueInvalid: 'Invalid value',
  FieldValueNotSupported: 'Unsupported value',
  FieldValueForbidden: 'Forbidden',
  FieldValueDuplicate: 'Duplicate value',
  FieldValueNotFound: 'Not found',
  FieldValueTooLong: 'Too long',
  FieldValueTooMany: 'Too many',
  FieldValueTypeInvalid: 'Invalid value',
} as const;

export type FieldErrorReason = keyof typeof words;

/** A value that is not acceptable, and where it stands in the object: `spec.template.spec.containers[0].image`. */
export interface FieldError {
  reason: FieldErrorReason;
  field: string;
  /** Complete text after the field: `Invalid value: 3: must be greater than 4`. */
  message: string;
}

function printed(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === undefined || value === null) return 'null';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function fieldError(
  reason: FieldErrorReason,
  field: string,
  rest: string,
): FieldError {
  return { reason, field, message: `${words[reason]}${rest}` };
}

const withDetail = (detail: string) => (detail ? `: ${detail}` : '');

export const required = (field: string, detail = '') =>
  fieldError('FieldValueRequired', field, withDetail(detail));

export const invalid = (field: string, value: unknown, detail: string) =>
  fieldError(
    'FieldValueInvalid',
    field,
    `: ${printed(value)}${withDetail(detail)}`,
  );

export const typeInvalid = (field: string, value: unknown, detail: string) =>
  fieldError(
    'FieldValueTypeInvalid',
    field,
    `: ${printed(value)}${withDetail(detail)}`,
  );

export const notSupported = (
  field: string,
  value: unknown,
  supported: readonly unknown[],
) =>
  fieldError(
    'FieldValueNotSupported',
    field,
    `: ${printed(value)}: supported values: ${[...supported]
      .map(printed)
      .join(', ')}`,
  );

export const forbiddenField = (field: string, detail: string) =>
  fieldError('FieldValueForbidden', field, withDetail(detail));

export const duplicate = (field: string, value: unknown) =>
  fieldError('FieldValueDuplicate', field, `: ${printed(value)}`);

export const tooLong = (field: string, maxBytes: number) =>
  fieldError(
    'FieldValueTooLong',
    field,
    `: may not be more than ${maxBytes} bytes`,
  );

export const tooMany = (field: string, actual: number, max: number) =>
  fieldError(
    'FieldValueTooMany',
    field,
    `: ${actual}: must have at most ${max} items`,
  );

/** The 422 answer for an object with these errors: `Deployment.apps "x" is invalid: spec.replicas: Invalid value: ...`. */
export function invalidObject(
  gk: { group: string; kind: string },
  name: string,
  errors: readonly FieldError[],
): StatusError {
  const kind = gk.group ? `${gk.kind}.${gk.group}` : gk.kind;
  const texts = [...new Set(errors.map(e => `${e.field}: ${e.message}`))];
  const summary = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  const details: Status['details'] = {
    name,
    ...(gk.group && { group: gk.group }),
    kind: gk.kind,
    causes: errors.map(({ reason, field, message }) => ({
      reason,
      message,
      field,
    })),
  };
  return new StatusError(
    422,
    'Invalid',
    `${kind} "${name}" is invalid: ${summary}`,
    details,
  );
}
