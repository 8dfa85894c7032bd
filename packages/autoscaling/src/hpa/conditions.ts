/** Conditions of `status`. Mirrors `setConditionInList` in `horizontal.go`. */
import type { HpaCondition, HpaConditionType } from './types';

/** Seconds are all that Kubernetes keeps of a time. */
export function formatTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Adds or replaces a condition; the transition time moves only with the status. */
export function setCondition(
  conditions: readonly HpaCondition[],
  condition: {
    type: HpaConditionType;
    status: 'True' | 'False';
    reason: string;
    message: string;
  },
  now: number,
): HpaCondition[] {
  const index = conditions.findIndex(({ type }) => type === condition.type);
  const previous = conditions[index];
  const lastTransitionTime =
    previous?.status === condition.status
      ? previous.lastTransitionTime
      : formatTime(now);
  const { type, status, reason, message } = condition;
  const next: HpaCondition = {
    type,
    status,
    lastTransitionTime,
    reason,
    message,
  };
  return index < 0 ? [...conditions, next] : conditions.with(index, next);
}

export function removeCondition(
  conditions: readonly HpaCondition[],
  type: HpaConditionType,
): HpaCondition[] {
  return conditions.filter(condition => condition.type !== type);
}

export function isConditionTrue(
  conditions: readonly HpaCondition[] | null | undefined,
  type: HpaConditionType,
): boolean {
  return (
    conditions?.find(condition => condition.type === type)?.status === 'True'
  );
}
