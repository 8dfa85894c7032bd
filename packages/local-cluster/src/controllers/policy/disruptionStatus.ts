import { ClusterObject } from '../../store/types';
import { withCondition } from '../runtime/conditions';
import { Condition, LabelSelector, Pod, toTime } from '../runtime/objects';
import { isActive, isReady } from '../replicaset/podRanking';

export interface PodDisruptionBudget extends ClusterObject {
  spec: {
    selector?: LabelSelector;
    minAvailable?: number | string;
    maxUnavailable?: number | string;
  };
  status?: {
    disruptedPods?: Record<string, string>;
    conditions?: Condition[];
    [field: string]: unknown;
  };
}

/** Percentages round up, for both fields. */
function resolve(value: number | string, of: number): number {
  return typeof value === 'number'
    ? value
    : Math.ceil((Number.parseInt(value, 10) * of) / 100);
}

/**
 * The status of a PodDisruptionBudget.
 *
 * @param expectedPods - sum of `spec.replicas` of the controllers of the selected pods
 */
export function disruptionStatus(
  pdb: PodDisruptionBudget,
  pods: readonly Pod[],
  expectedPods: number,
  nowMs: number,
): PodDisruptionBudget['status'] {
  const { minAvailable, maxUnavailable } = pdb.spec;
  const active = pods.filter(isActive);
  const currentHealthy = active.filter(isReady).length;
  // With an absolute minAvailable the controllers are not asked, so pods without one count too.
  const expected =
    typeof minAvailable === 'number' ? active.length : expectedPods;
  const desiredHealthy =
    maxUnavailable !== undefined
      ? Math.max(0, expected - resolve(maxUnavailable, expected))
      : resolve(minAvailable ?? 1, expected);
  const disruptionsAllowed =
    expected === 0 ? 0 : Math.max(0, currentHealthy - desiredHealthy);
  const isAllowed = disruptionsAllowed > 0;
  return {
    ...(pdb.status?.disruptedPods && {
      disruptedPods: pdb.status.disruptedPods,
    }),
    observedGeneration: pdb.metadata.generation,
    currentHealthy,
    desiredHealthy,
    expectedPods: expected,
    disruptionsAllowed,
    conditions: withCondition(pdb.status?.conditions, {
      type: 'DisruptionAllowed',
      status: isAllowed ? 'True' : 'False',
      reason: isAllowed ? 'SufficientPods' : 'InsufficientPods',
      message: '',
      observedGeneration: pdb.metadata.generation,
      lastTransitionTime: toTime(nowMs),
    }),
  };
}
