/**
 * Limits of one decision: rate policies and the range. Mirrors `convertDesiredReplicasWithBehaviorRate`,
 * `convertDesiredReplicasWithRules` and the limit calculations in `horizontal.go`.
 */
import { ceilToReplicas, INT32_MAX, toInt32 } from './arithmetic';
import type { CompleteScalingRules } from './defaults';
import { replicasChangedInPeriod } from './scaleEvents';
import type { ScalingPolicy, TimestampedScaleEvent } from './types';

export type LimitReason =
  | 'DesiredWithinRange'
  | 'TooManyReplicas'
  | 'TooFewReplicas'
  | 'ScaleUpLimit'
  | 'ScaleDownLimit';

/** Message of the condition ScalingLimited per reason. */
export const LIMIT_MESSAGES: Readonly<Record<LimitReason, string>> = {
  DesiredWithinRange: 'the desired count is within the acceptable range',
  TooManyReplicas:
    'the desired replica count is more than the maximum replica count',
  TooFewReplicas:
    'the desired replica count is less than the minimum replica count',
  ScaleUpLimit:
    'the desired replica count is increasing faster than the maximum scale rate',
  ScaleDownLimit:
    'the desired replica count is decreasing faster than the maximum scale rate',
};

export interface Limited {
  replicas: number;
  reason: LimitReason;
}

/** What the policies of both directions look at. */
export interface RateHistory {
  scaleUpEvents: readonly TimestampedScaleEvent[];
  scaleDownEvents: readonly TimestampedScaleEvent[];
  now: number;
}

/** Replicas at the start of a policy's period: events of both directions count. */
function replicasAtPeriodStart(
  currentReplicas: number,
  policy: ScalingPolicy,
  history: RateHistory,
): number {
  const { periodSeconds } = policy;
  const added = replicasChangedInPeriod(
    history.scaleUpEvents,
    periodSeconds,
    history.now,
  );
  const removed = replicasChangedInPeriod(
    history.scaleDownEvents,
    periodSeconds,
    history.now,
  );
  return currentReplicas - added + removed;
}

/**
 * Most replicas that the policies allow. `Max` takes the policy that changes most, `Min` the one that changes least.
 * Percentages round up, because a small target could otherwise never grow; the product is a float64 on purpose:
 * 10 % up from 50 is 56.
 */
export function scaleUpLimit(
  currentReplicas: number,
  rules: CompleteScalingRules,
  history: RateHistory,
): number {
  if (rules.selectPolicy === 'Disabled') return currentReplicas;
  const proposals = rules.policies.map(policy => {
    const start = replicasAtPeriodStart(currentReplicas, policy, history);
    return policy.type === 'Percent'
      ? ceilToReplicas(start * (1 + policy.value / 100))
      : toInt32(start + policy.value);
  });
  return rules.selectPolicy === 'Min'
    ? Math.min(INT32_MAX, ...proposals)
    : Math.max(-INT32_MAX - 1, ...proposals);
}

/** Fewest replicas that the policies allow. Percentages are cut: 30 % down from 90 is 62. */
export function scaleDownLimit(
  currentReplicas: number,
  rules: CompleteScalingRules,
  history: RateHistory,
): number {
  if (rules.selectPolicy === 'Disabled') return currentReplicas;
  const proposals = rules.policies.map(policy => {
    const start = replicasAtPeriodStart(currentReplicas, policy, history);
    return policy.type === 'Percent'
      ? toInt32(start * (1 - policy.value / 100))
      : toInt32(start - policy.value);
  });
  return rules.selectPolicy === 'Min'
    ? Math.max(-INT32_MAX - 1, ...proposals)
    : Math.min(INT32_MAX, ...proposals);
}

/** Limits with `behavior`: the policies of the direction, then the end of the range on that side. */
export function limitWithBehavior(
  input: {
    currentReplicas: number;
    desiredReplicas: number;
    minReplicas: number;
    maxReplicas: number;
    scaleUp: CompleteScalingRules;
    scaleDown: CompleteScalingRules;
  },
  history: RateHistory,
): Limited {
  const { currentReplicas, desiredReplicas, minReplicas, maxReplicas } = input;
  if (desiredReplicas > currentReplicas) {
    // Never below the current number: an exhausted policy stops growth, it does not shrink.
    const limit = Math.max(
      scaleUpLimit(currentReplicas, input.scaleUp, history),
      currentReplicas,
    );
    const [allowed, reason] =
      maxReplicas > limit
        ? ([limit, 'ScaleUpLimit'] as const)
        : ([maxReplicas, 'TooManyReplicas'] as const);
    if (desiredReplicas > allowed) return { replicas: allowed, reason };
  } else if (desiredReplicas < currentReplicas) {
    const limit = Math.min(
      scaleDownLimit(currentReplicas, input.scaleDown, history),
      currentReplicas,
    );
    const [allowed, reason] =
      minReplicas < limit
        ? ([limit, 'ScaleDownLimit'] as const)
        : ([minReplicas, 'TooFewReplicas'] as const);
    if (desiredReplicas < allowed) return { replicas: allowed, reason };
  }
  return { replicas: desiredReplicas, reason: 'DesiredWithinRange' };
}

/** Limits without `behavior`: at most `max(factor * current, minimum)`, and the range. */
export function limitWithoutBehavior(input: {
  currentReplicas: number;
  desiredReplicas: number;
  minReplicas: number;
  maxReplicas: number;
  scaleUpLimitFactor: number;
  scaleUpLimitMinimum: number;
}): Limited {
  const { desiredReplicas, minReplicas, maxReplicas } = input;
  const limit = toInt32(
    Math.max(
      input.scaleUpLimitFactor * input.currentReplicas,
      input.scaleUpLimitMinimum,
    ),
  );
  const [allowed, reason] =
    maxReplicas > limit
      ? ([limit, 'ScaleUpLimit'] as const)
      : ([maxReplicas, 'TooManyReplicas'] as const);
  if (desiredReplicas < minReplicas)
    return { replicas: minReplicas, reason: 'TooFewReplicas' };
  if (desiredReplicas > allowed) return { replicas: allowed, reason };
  return { replicas: desiredReplicas, reason: 'DesiredWithinRange' };
}
