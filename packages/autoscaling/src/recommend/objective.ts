import { AutoscalingInputError } from '../errors';
import { minutesAboveGoal, type ReplayResult } from '../replay';
import type { ScalingEffect, ScalingObjective } from './types';

/**
 * Proposals, to be set by whoever answers for the service: too much load per pod is worth up to five times the fleet, load that
 * is not served 25 times, and a pod's start or stop one minute of a replica.
 */
export const DEFAULT_SCALING_OBJECTIVE: ScalingObjective = {
  minuteAboveGoal: 5,
  unmetMinute: 25,
  replicaMinute: 1,
  podChange: 1,
};

/** @throws {@link AutoscalingInputError} for a weight that is negative or not finite, or when all are 0 */
export function resolveObjective(
  input: Partial<ScalingObjective> = {},
): ScalingObjective {
  const objective = { ...DEFAULT_SCALING_OBJECTIVE, ...input };
  for (const [name, weight] of Object.entries(objective)) {
    if (!Number.isFinite(weight) || weight < 0) {
      throw new AutoscalingInputError({
        field: `objective.${name}`,
        problem: `${weight} is not a weight`,
        remedy: 'pass a finite number that is not negative',
      });
    }
  }
  if (Object.values(objective).every(weight => weight === 0)) {
    throw new AutoscalingInputError({
      field: 'objective',
      problem: 'all weights are 0',
      remedy: 'make at least one weight positive',
    });
  }
  return objective;
}

/**
 * @param meanReplicas - of the setting in force: what a minute above the goal is measured by, the same for all candidates
 */
export function effectOf(
  result: ReplayResult,
  objective: ScalingObjective,
  meanReplicas: number,
): ScalingEffect {
  const aboveGoal = minutesAboveGoal(result);
  const { replicaHours, unmetMinutes, churn, cost } = result;
  return {
    replicaHours,
    minutesAboveGoal: aboveGoal,
    unmetMinutes,
    churn,
    score:
      objective.replicaMinute * replicaHours * 60 +
      objective.minuteAboveGoal * aboveGoal * meanReplicas +
      objective.unmetMinute * unmetMinutes * meanReplicas +
      objective.podChange * churn,
    ...(cost && { cost }),
  };
}
