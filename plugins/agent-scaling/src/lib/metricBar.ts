import type { Metric } from '@suoke/plugin-agent-scaling-common';

/** How a metric stands to its target: no value, calm, close enough to hold, or asking for replicas. */
export type MetricState = 'unknown' | 'below' | 'near' | 'above';

/** What a metric bar draws; positions are 0 to 1 of its width. */
export interface MetricBarModel {
  state: MetricState;
  fill: number;
  target: number;
  /** The value does not fit: the bar ends with an arrow. */
  overflow: boolean;
}

/** Kubernetes acts only outside 10 % of the target unless the behavior says otherwise. */
export const DEFAULT_TOLERANCE = 0.1;

// The target sits at two thirds, so that half as much again is still on the picture.
const TARGET_POSITION = 2 / 3;

/** Current divided by target; `undefined` when either is missing or the target is zero. */
export function ratioOf(metric: Metric): number | undefined {
  if (metric.ratio !== undefined) {
    return metric.ratio;
  }
  if (metric.current === undefined || metric.target.value === 0) {
    return undefined;
  }
  return metric.current.value / metric.target.value;
}

/** Compares a metric with its target the way the controller does, with a tolerance on both sides. */
export function toMetricBar(
  metric: Metric,
  tolerance = DEFAULT_TOLERANCE,
): MetricBarModel {
  const ratio = ratioOf(metric);
  if (ratio === undefined) {
    return {
      state: 'unknown',
      fill: 0,
      target: TARGET_POSITION,
      overflow: false,
    };
  }
  const position = ratio * TARGET_POSITION;
  let state: MetricState = 'near';
  if (ratio > 1 + tolerance) {
    state = 'above';
  } else if (ratio < 1 - tolerance) {
    state = 'below';
  }
  return {
    state,
    fill: Math.min(1, Math.max(0, position)),
    target: TARGET_POSITION,
    overflow: position > 1,
  };
}

/** The metric that asks for the most replicas, which is the one the autoscaler follows; `undefined` when none has a value. */
export function leadingMetric(metrics: readonly Metric[]): Metric | undefined {
  return metrics.reduce<Metric | undefined>((best, metric) => {
    const ratio = ratioOf(metric);
    if (ratio === undefined) {
      return best;
    }
    return best === undefined || ratio > ratioOf(best)! ? metric : best;
  }, undefined);
}
