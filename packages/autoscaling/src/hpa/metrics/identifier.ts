import { AutoscalingInputError } from '../../errors';
import { labelSelectorRequirements } from '../../labelSelector';
import type { MetricIdentifier } from '../types';

/** Why the metric's selector cannot be used, if it cannot. */
export function selectorError(metric: MetricIdentifier): string | undefined {
  try {
    labelSelectorRequirements(metric.selector);
    return undefined;
  } catch (error) {
    if (error instanceof AutoscalingInputError) return error.problem;
    throw error;
  }
}

/** The metric as `status.currentMetrics` repeats it. */
export function metricIdentifierStatus(
  metric: MetricIdentifier,
): MetricIdentifier {
  return {
    name: metric.name,
    ...(metric.selector && { selector: metric.selector }),
  };
}
