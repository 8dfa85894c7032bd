/** Requests and utilisation targets change together, so that the usage per pod at which an HPA scales stays where it is. */
import type { HpaOptionsInput, HpaSpec } from '../hpa/types';
import {
  metricsOf,
  scalePointOf,
  targetOf,
  utilizationBase,
  withTarget,
  type Pod,
} from './metricTargets';

/** One target that was said anew. */
export interface RestatedTarget {
  /** Index in `spec.metrics`. */
  index: number;
  resource: string;
  fromPercent: number;
  toPercent: number;
  /** Usage per pod in milli, before and after: whole percents may move it a little. */
  scalePointBefore: number;
  scalePointAfter: number;
}

/**
 * The spec for pods with other requests: every utilisation target becomes the whole percent whose absolute usage is nearest to
 * the one before. Targets in amounts do not depend on requests and stay.
 */
export function restateTargets(
  spec: HpaSpec,
  before: Pod,
  after: Pod,
  controller?: HpaOptionsInput,
): { spec: HpaSpec; restated: readonly RestatedTarget[] } {
  const restated: RestatedTarget[] = [];
  const metrics = metricsOf(spec).map((metric, index) => {
    const fromPercent = targetOf(metric)?.averageUtilization;
    const scalePointBefore = scalePointOf(metric, before, controller);
    const base = utilizationBase(metric, after, controller);
    if (!fromPercent || !scalePointBefore || !base) return metric;
    const toPercent = Math.max(1, Math.round((scalePointBefore * 100) / base));
    if (toPercent === fromPercent) return metric;
    restated.push({
      index,
      resource: (metric.resource ?? metric.containerResource)!.name,
      fromPercent,
      toPercent,
      scalePointBefore,
      scalePointAfter: (base * toPercent) / 100,
    });
    return withTarget(metric, { averageUtilization: toPercent });
  });
  return restated.length === 0
    ? { spec, restated }
    : { spec: { ...spec, metrics }, restated };
}
