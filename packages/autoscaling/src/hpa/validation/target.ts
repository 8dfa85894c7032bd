/** `target` of a metric. Mirrors `validateMetricTarget` in `pkg/apis/autoscaling/validation/validation.go`. */
import type { MetricTarget } from '../types';
import {
  invalid,
  isInt32,
  isSet,
  notInt32,
  required,
  type FieldProblem,
} from './problem';
import { quantityProblem } from './quantityField';

/** The amounts of a target: what a decision divides by. */
export function validateTargetAmounts(
  target: MetricTarget,
  field: string,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const name of ['value', 'averageValue'] as const) {
    const value = target[name];
    if (!isSet(value)) continue;
    const problem = quantityProblem(`${field}.${name}`, value, 'positive');
    if (problem) problems.push(problem);
  }
  const { averageUtilization } = target;
  if (isSet(averageUtilization)) {
    const at = `${field}.averageUtilization`;
    if (!isInt32(averageUtilization))
      problems.push(notInt32(at, averageUtilization));
    else if (averageUtilization < 1)
      problems.push(invalid(at, averageUtilization, 'must be greater than 0'));
  }
  return problems;
}

export function validateTarget(
  target: MetricTarget,
  field: string,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!target.type)
    problems.push(
      required(`${field}.type`, 'must specify a metric target type'),
    );
  if (!['Utilization', 'Value', 'AverageValue'].includes(target.type)) {
    problems.push(
      invalid(
        `${field}.type`,
        target.type ?? '',
        'must be either Utilization, Value, or AverageValue',
      ),
    );
  }
  return [...problems, ...validateTargetAmounts(target, field)];
}
