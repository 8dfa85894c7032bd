import type { Metric } from '@suoke/plugin-agent-scaling-common';
import type { Text } from '../hooks/useText';
import type { Formatters } from './format';

/** The name of a metric with what it is measured on. */
export function metricName(metric: Metric, t: Text): string {
  if (metric.container) {
    return t('metric.ofContainer', {
      name: metric.name,
      container: metric.container,
    });
  }
  if (metric.describedObject) {
    return t('metric.ofObject', {
      name: metric.name,
      kind: metric.describedObject.kind,
      object: metric.describedObject.name,
    });
  }
  return metric.name;
}

/** The current value, or the word that the autoscaler itself uses for a value it does not have. */
export function currentText(
  metric: Metric,
  format: Formatters,
  t: Text,
): string {
  return metric.current
    ? format.value(metric.current.value, metric.unit)
    : t('metric.unknown');
}

export function targetText(metric: Metric, format: Formatters): string {
  return format.value(metric.target.value, metric.unit);
}
