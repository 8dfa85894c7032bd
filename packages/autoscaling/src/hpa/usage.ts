/** Usage against request or target. Mirrors `pkg/controller/podautoscaler/metrics/utilization.go`. */
import { exactSum, INT32_MAX, truncatedQuotient } from './arithmetic';
import type { Answer } from './types';

export interface UtilizationRatio {
  /** Utilisation divided by its target. */
  ratio: number;
  /** Whole percent, cut: 55.9 % is 55. */
  utilization: number;
  /** Mean usage per pod in milli, cut. */
  rawAverage: number;
}

/**
 * Utilisation of all pods together (sum of usage by sum of requests, not a mean of ratios). Samples of pods that have no
 * request entry, because they are not in the pod list, do not count.
 */
export function utilizationRatio(
  usage: ReadonlyMap<string, number>,
  requests: ReadonlyMap<string, number>,
  targetUtilization: number,
): Answer<UtilizationRatio> {
  const known = [...usage].filter(([pod]) => requests.has(pod));
  const usageTotal = exactSum(known.map(([, value]) => value));
  const requestTotal = exactSum(known.map(([pod]) => requests.get(pod)!));
  if (Number(requestTotal) === 0) {
    return { ok: false, error: 'no metrics returned matched known pods' };
  }
  const utilization = truncatedQuotient(usageTotal, requestTotal, 100);
  if (Math.abs(utilization) > INT32_MAX) {
    return {
      ok: false,
      error: `resource utilization ${utilization} is outside the int32 range`,
    };
  }
  return {
    ok: true,
    value: {
      ratio: utilization / targetUtilization,
      utilization,
      rawAverage: truncatedQuotient(usageTotal, known.length),
    },
  };
}

/** Mean usage per sample in milli, cut, and its ratio to the target. */
export function averageRatio(
  usage: ReadonlyMap<string, number>,
  target: number,
): { ratio: number; average: number } {
  const average = truncatedQuotient(exactSum([...usage.values()]), usage.size);
  return { ratio: average / target, average };
}
