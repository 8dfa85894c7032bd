/** `minReplicas` and `maxReplicas`. Mirrors `validateHorizontalPodAutoscalerSpec` in `pkg/apis/autoscaling/validation/validation.go`. */
import type { HpaSpec } from '../types';
import {
  invalid,
  isInt32,
  isSet,
  notInt32,
  required,
  type FieldProblem,
} from './problem';

export function validateRange(
  spec: HpaSpec,
  field: string,
  lowestMinReplicas: 0 | 1,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { minReplicas, maxReplicas } = spec;
  const minField = `${field}.minReplicas`;
  const maxField = `${field}.maxReplicas`;
  if (isSet(minReplicas)) {
    if (!isInt32(minReplicas)) problems.push(notInt32(minField, minReplicas));
    else if (minReplicas < lowestMinReplicas) {
      problems.push(
        invalid(
          minField,
          minReplicas,
          `must be greater than or equal to ${lowestMinReplicas}`,
        ),
      );
    }
  }
  if (!isSet(maxReplicas))
    problems.push(required(maxField, 'must be set and greater than 0'));
  else if (!isInt32(maxReplicas))
    problems.push(notInt32(maxField, maxReplicas));
  else {
    if (maxReplicas < 1)
      problems.push(invalid(maxField, maxReplicas, 'must be greater than 0'));
    if (isInt32(minReplicas) && maxReplicas < minReplicas) {
      problems.push(
        invalid(
          maxField,
          maxReplicas,
          'must be greater than or equal to `minReplicas`',
        ),
      );
    }
  }
  return problems;
}
