/** External metrics. Mirrors `computeStatusForExternalMetric` in `horizontal.go`. */
import { printLabelSelector } from '../../labelSelector';
import { formatMilli, quantityToMilli } from '../../quantity';
import { exactSum } from '../arithmetic';
import type { Answer, MetricSpec, MetricValueStatus } from '../types';
import { metricIdentifierStatus, selectorError } from './identifier';
import { failedMetric, type MetricOutcome } from './outcome';
import { replicasForValue, replicasPerPod } from './total';
import type { MetricContext, ReplicaCount } from './types';

/** Sum of all series in milli. */
function totalUsage(
  context: MetricContext,
  source: NonNullable<MetricSpec['external']>,
): Answer<number> {
  const { metric } = source;
  const badSelector = selectorError(metric);
  if (badSelector) return { ok: false, error: badSelector };
  const answer = context.metrics.externalMetric({ metric });
  const namespace = context.hpa.metadata.namespace ?? '';
  const unable = `unable to get external metric ${namespace}/${
    metric.name
  }/${printLabelSelector(metric.selector)}`;
  if (!answer.ok) {
    return {
      ok: false,
      error: `${unable}: unable to fetch metrics from external metrics API: ${answer.error}`,
    };
  }
  if (answer.value.length === 0) {
    return {
      ok: false,
      error: `${unable}: no metrics returned from external metrics API`,
    };
  }
  return {
    ok: true,
    value: Number(exactSum(answer.value.map(({ value }) => value))),
  };
}

/** An AverageValue target wins over a Value target when both are given. */
export function computeExternalMetric(
  context: MetricContext,
  source: NonNullable<MetricSpec['external']>,
  field: string,
): MetricOutcome {
  const { metric, target } = source;
  const metricName = `external metric ${metric.name}(${printLabelSelector(
    metric.selector,
  )})`;
  const fail = (error: string, doing: string = '') =>
    failedMetric({
      metricName,
      reason: 'FailedGetExternalMetric',
      error,
      prefix: `failed to get ${metric.name} external metric value: ${doing}`,
    });
  const succeed = (
    count: ReplicaCount,
    current: MetricValueStatus,
  ): MetricOutcome => ({
    ok: true,
    metricName,
    count,
    status: {
      type: 'External',
      external: { metric: metricIdentifierStatus(metric), current },
    },
  });

  if (target.averageValue !== undefined && target.averageValue !== null) {
    const usage = totalUsage(context, source);
    if (!usage.ok)
      return fail(
        usage.error,
        `failed to get ${metric.name} external metric: `,
      );
    const milli = quantityToMilli(
      target.averageValue,
      `${field}.external.target.averageValue`,
    );
    const count = replicasPerPod(context, usage.value, milli);
    return succeed(count, { averageValue: formatMilli(count.average) });
  }
  if (target.value !== undefined && target.value !== null) {
    const doing = `failed to get external metric ${metric.name}: `;
    const usage = totalUsage(context, source);
    if (!usage.ok) return fail(usage.error, doing);
    const milli = quantityToMilli(
      target.value,
      `${field}.external.target.value`,
    );
    const count = replicasForValue(context, usage.value, milli);
    return count.ok
      ? succeed(count.value, { value: formatMilli(usage.value) })
      : fail(count.error, doing);
  }
  return fail(
    'invalid external metric source: neither a value target nor an average value target was set',
  );
}
