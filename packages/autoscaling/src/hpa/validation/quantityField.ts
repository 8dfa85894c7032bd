import { AutoscalingInputError } from '../../errors';
import { quantitySign } from '../../quantity';
import type { QuantityText } from '../types';
import { invalid, type FieldProblem } from './problem';

const NOT_A_QUANTITY =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

/** Problem of a quantity that is unreadable or has the wrong sign. */
export function quantityProblem(
  field: string,
  value: QuantityText,
  rule: 'positive' | 'nonNegative',
): FieldProblem | undefined {
  let sign: number;
  try {
    sign = quantitySign(value, field);
  } catch (error) {
    if (error instanceof AutoscalingInputError)
      return invalid(field, value, NOT_A_QUANTITY);
    throw error;
  }
  if (rule === 'positive' && sign <= 0)
    return invalid(field, String(value), 'must be positive');
  if (sign < 0)
    return invalid(field, String(value), 'must be greater than or equal to 0');
  return undefined;
}
