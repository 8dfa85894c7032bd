/** Dispatch by metric type. Mirrors `computeReplicasForMetric` in `horizontal.go`. */
import type { MetricSpec } from '../types';
import { computeExternalMetric } from './external';
import { computeObjectMetric } from './object';
import { failedMetric, type MetricOutcome } from './outcome';
import { computePodsMetric } from './pods';
import {
  computeContainerResourceMetric,
  computeResourceMetric,
} from './resource';
import type { MetricContext } from './types';

/**
 * Replicas that one entry of `spec.metrics` asks for.
 *
 * @param field - path of the entry: `spec.metrics[0]`
 */
export function computeMetric(
  context: MetricContext,
  spec: MetricSpec,
  field: string,
): MetricOutcome {
  if (spec.type === 'Resource' && spec.resource) {
    return computeResourceMetric(context, spec.resource, field);
  }
  if (spec.type === 'ContainerResource' && spec.containerResource) {
    return computeContainerResourceMetric(
      context,
      spec.containerResource,
      field,
    );
  }
  if (spec.type === 'Pods' && spec.pods)
    return computePodsMetric(context, spec.pods, field);
  if (spec.type === 'Object' && spec.object)
    return computeObjectMetric(context, spec.object, field);
  if (spec.type === 'External' && spec.external) {
    return computeExternalMetric(context, spec.external, field);
  }
  return failedMetric({
    metricName: `${spec.type} metric`,
    reason: 'InvalidMetricSourceType',
    error: `unknown metric source type ${JSON.stringify(spec.type)}`,
    prefix: '',
  });
}
