/** Pods metrics. Mirrors `computeStatusForPodsMetric` in `horizontal.go`. */
import { formatMilli, quantityToMilli } from '../../quantity';
import type { MetricSpec } from '../types';
import { replicasForAverage } from './average';
import { metricIdentifierStatus, selectorError } from './identifier';
import { failedMetric, type MetricOutcome } from './outcome';
import { podsMetricSamples } from './samples';
import type { MetricContext } from './types';

export function computePodsMetric(
  context: MetricContext,
  source: NonNullable<MetricSpec['pods']>,
  field: string,
): MetricOutcome {
  const { metric, target } = source;
  const metricName = `pods metric ${metric.name}`;
  const fail = (error: string) =>
    failedMetric({
      metricName,
      reason: 'FailedGetPodsMetric',
      error,
      prefix: 'failed to get pods metric value: ',
    });
  const badSelector = selectorError(metric);
  if (badSelector) return fail(badSelector);
  if (target.averageValue === undefined || target.averageValue === null) {
    return fail('invalid pods metric source: no average value target was set');
  }
  const samples = podsMetricSamples(context.metrics.podsMetric({ metric }));
  if (!samples.ok)
    return fail(`unable to get metric ${metric.name}: ${samples.error}`);
  const count = replicasForAverage(context, samples.value, {
    resource: '',
    target: quantityToMilli(
      target.averageValue,
      `${field}.pods.target.averageValue`,
    ),
  });
  if (!count.ok) return fail(count.error);
  return {
    ok: true,
    metricName,
    count: count.value,
    status: {
      type: 'Pods',
      pods: {
        metric: metricIdentifierStatus(metric),
        current: { averageValue: formatMilli(count.value.rawAverage) },
      },
    },
  };
}
