import type { HpaSpec } from '../hpa/types';
import type { Dimension } from './candidates';
import { metricsOf, targetOf } from './metricTargets';

/** Index of the metric whose target differs; -1 when none does. */
export function changedMetric(before: HpaSpec, after: HpaSpec): number {
  const others = metricsOf(after);
  return metricsOf(before).findIndex(
    (metric, index) => JSON.stringify(metric) !== JSON.stringify(others[index]),
  );
}

/** Path of what a dimension changes. */
export function fieldOf(
  dimension: Dimension,
  before: HpaSpec,
  after: HpaSpec,
): string {
  if (dimension === 'target')
    return `spec.metrics[${changedMetric(before, after)}]`;
  return dimension.startsWith('scale')
    ? `spec.behavior.${dimension}`
    : `spec.${dimension}`;
}

/** The value of a dimension, as in the API. */
export function valueOf(
  dimension: Dimension,
  spec: HpaSpec,
  metricIndex: number,
): unknown {
  switch (dimension) {
    case 'target':
      return metricsOf(spec)[metricIndex];
    case 'minReplicas':
      return spec.minReplicas;
    case 'maxReplicas':
      return spec.maxReplicas;
    default:
      return spec.behavior?.[dimension];
  }
}

/** The value in a few words that need no translation. */
export function shortOf(
  dimension: Dimension,
  spec: HpaSpec,
  metricIndex: number,
): string {
  switch (dimension) {
    case 'target': {
      const target = targetOf(metricsOf(spec)[metricIndex]);
      return target?.averageUtilization
        ? `${target.averageUtilization} %`
        : String(target?.averageValue ?? target?.value);
    }
    case 'minReplicas':
      return String(spec.minReplicas ?? 1);
    case 'maxReplicas':
      return String(spec.maxReplicas);
    default: {
      const rules = spec.behavior?.[dimension];
      const policies = (rules?.policies ?? []).map(
        ({ type, value, periodSeconds }) =>
          `${value}${type === 'Percent' ? ' %' : ''} / ${periodSeconds} s`,
      );
      return [`${rules?.stabilizationWindowSeconds ?? 0} s`, ...policies].join(
        ', ',
      );
    }
  }
}
