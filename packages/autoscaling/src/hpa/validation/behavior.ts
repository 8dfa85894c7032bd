/** `spec.behavior`. Mirrors `validateScalingRules` and `validateScalingPolicy` in `pkg/apis/autoscaling/validation/validation.go`. */
import type { HpaBehavior, ScalingPolicy, ScalingRules } from '../types';
import {
  invalid,
  isInt32,
  isSet,
  notInt32,
  notSupported,
  required,
  type FieldProblem,
} from './problem';
import { quantityProblem } from './quantityField';

const MAX_PERIOD_SECONDS = 1800;
const MAX_STABILIZATION_WINDOW_SECONDS = 3600;

/** `behavior` after defaulting, so an absent list of policies is fine and an empty one is not. */
export function validateBehavior(
  behavior: HpaBehavior | undefined | null,
  field: string,
): FieldProblem[] {
  return (['scaleUp', 'scaleDown'] as const).flatMap(direction => {
    const rules = behavior?.[direction];
    return rules ? validateRules(rules, `${field}.${direction}`) : [];
  });
}

function validateRules(rules: ScalingRules, field: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const {
    stabilizationWindowSeconds: windowSeconds,
    selectPolicy,
    policies,
    tolerance,
  } = rules;
  const windowField = `${field}.stabilizationWindowSeconds`;
  if (isSet(windowSeconds)) {
    if (!isInt32(windowSeconds))
      problems.push(notInt32(windowField, windowSeconds));
    else if (windowSeconds < 0) {
      problems.push(
        invalid(
          windowField,
          windowSeconds,
          'must be greater than or equal to zero',
        ),
      );
    } else if (windowSeconds > MAX_STABILIZATION_WINDOW_SECONDS) {
      problems.push(
        invalid(
          windowField,
          windowSeconds,
          `must be less than or equal to ${MAX_STABILIZATION_WINDOW_SECONDS}`,
        ),
      );
    }
  }
  if (
    isSet(selectPolicy) &&
    !['Max', 'Min', 'Disabled'].includes(selectPolicy)
  ) {
    problems.push(
      notSupported(`${field}.selectPolicy`, selectPolicy, [
        'Max',
        'Min',
        'Disabled',
      ]),
    );
  }
  if (isSet(policies)) {
    if (policies.length === 0)
      problems.push(
        required(`${field}.policies`, 'must specify at least one Policy'),
      );
    problems.push(
      ...policies.flatMap((policy, index) =>
        validatePolicy(policy, `${field}.policies[${index}]`),
      ),
    );
  }
  if (isSet(tolerance)) {
    const problem = quantityProblem(
      `${field}.tolerance`,
      tolerance,
      'nonNegative',
    );
    if (problem) problems.push(problem);
  }
  return problems;
}

function validatePolicy(policy: ScalingPolicy, field: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { type, value, periodSeconds } = policy;
  if (!['Pods', 'Percent'].includes(type)) {
    problems.push(
      notSupported(`${field}.type`, type ?? '', ['Pods', 'Percent']),
    );
  }
  if (!isInt32(value)) problems.push(notInt32(`${field}.value`, value));
  else if (value <= 0)
    problems.push(
      invalid(`${field}.value`, value, 'must be greater than zero'),
    );
  if (!isInt32(periodSeconds))
    problems.push(notInt32(`${field}.periodSeconds`, periodSeconds));
  else if (periodSeconds <= 0) {
    problems.push(
      invalid(
        `${field}.periodSeconds`,
        periodSeconds,
        'must be greater than zero',
      ),
    );
  } else if (periodSeconds > MAX_PERIOD_SECONDS) {
    problems.push(
      invalid(
        `${field}.periodSeconds`,
        periodSeconds,
        `must be less than or equal to ${MAX_PERIOD_SECONDS}`,
      ),
    );
  }
  return problems;
}
