import { Condition } from './objects';

export function findCondition(
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(condition => condition.type === type);
}

/** Replaces or adds a condition; the transition time is kept while the status stays the same. */
export function withCondition(
  conditions: readonly Condition[] | undefined,
  next: Condition & { lastTransitionTime: string },
): Condition[] {
  const all = conditions ?? [];
  const current = findCondition(all, next.type);
  const merged =
    current?.status === next.status && current.lastTransitionTime
      ? { ...next, lastTransitionTime: current.lastTransitionTime }
      : next;
  return current
    ? all.map(condition => (condition === current ? merged : condition))
    : [...all, merged];
}

export function withoutCondition(
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition[] {
  return (conditions ?? []).filter(condition => condition.type !== type);
}
