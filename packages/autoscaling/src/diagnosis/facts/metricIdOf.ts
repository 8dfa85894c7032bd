import { formatLabelSelector } from '../../labelSelector';
import type { MetricSpec, MetricStatus } from '../../hpa/types';

/** What a metric measures, from its spec or its status. */
export function metricSourceOf(metric: MetricSpec | MetricStatus) {
  const { resource, containerResource, pods, object, external } =
    metric as MetricSpec;
  const selected = pods ?? object ?? external;
  return {
    name:
      resource?.name ?? containerResource?.name ?? selected?.metric.name ?? '',
    container: containerResource?.container,
    describedObject: object?.describedObject,
    selector: selected?.metric.selector,
  };
}

/**
 * The name under which the values of a metric are kept in history: type, name, container, object and selector, joined by `:`, such as
 * `Resource:cpu` or `Pods:http_requests_per_second`. The same for an entry of `spec.metrics` and of `status.currentMetrics`.
 */
export function metricIdOf(metric: MetricSpec | MetricStatus): string {
  const { name, container, describedObject, selector } = metricSourceOf(metric);
  return [
    metric.type,
    name,
    container,
    describedObject && `${describedObject.kind}/${describedObject.name}`,
    selector && formatLabelSelector(selector),
  ]
    .filter(Boolean)
    .join(':');
}
