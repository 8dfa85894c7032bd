/** Object metrics. Mirrors `computeStatusForObjectMetric` in `horizontal.go`. */
import { printLabelSelector } from '../../labelSelector';
import { formatMilli, quantityToMilli } from '../../quantity';
import type { MetricSpec, MetricValueStatus } from '../types';
import { metricIdentifierStatus, selectorError } from './identifier';
import { failedMetric, type MetricOutcome } from './outcome';
import { replicasForValue, replicasPerPod } from './total';
import type { MetricContext, ReplicaCount } from './types';

const REASON = 'FailedGetObjectMetric';
const PREFIX = 'failed to get object metric value: ';

export function computeObjectMetric(
  context: MetricContext,
  source: NonNullable<MetricSpec['object']>,
  field: string,
): MetricOutcome {
  const { metric, describedObject, target } = source;
  const isValue =
    target.type === 'Value' &&
    target.value !== undefined &&
    target.value !== null;
  const isAverage =
    target.type === 'AverageValue' &&
    target.averageValue !== undefined &&
    target.averageValue !== null;
  // The controller words an AverageValue target of an Object metric as an external metric.
  const metricName = isAverage
    ? `external metric ${metric.name}(${printLabelSelector(metric.selector)})`
    : `${describedObject.kind} metric ${metric.name}`;
  const fail = (error: string, prefix: string = PREFIX) =>
    failedMetric({ metricName, reason: REASON, error, prefix });
  const succeed = (
    count: ReplicaCount,
    current: MetricValueStatus,
  ): MetricOutcome => ({
    ok: true,
    metricName,
    count,
    status: {
      type: 'Object',
      object: {
        describedObject,
        metric: metricIdentifierStatus(metric),
        current,
      },
    },
  });

  const badSelector = selectorError(metric);
  if (badSelector) return fail(badSelector);
  if (!isValue && !isAverage) {
    return fail(
      'invalid object metric source: neither a value target nor an average value target was set',
    );
  }
  const averagePrefix = isAverage
    ? `${PREFIX}failed to get ${metric.name} object metric: `
    : PREFIX;
  const answer = context.metrics.objectMetric({ metric, describedObject });
  if (!answer.ok) {
    const namespace = context.hpa.metadata.namespace ?? '';
    return fail(
      `unable to get metric ${metric.name} on ${describedObject.kind} ${namespace}/${describedObject.name}: unable to fetch metrics from custom metrics API: ${answer.error}`,
      averagePrefix,
    );
  }
  const usage = answer.value.value;
  if (isValue) {
    const count = replicasForValue(
      context,
      usage,
      quantityToMilli(target.value!, `${field}.object.target.value`),
    );
    return count.ok
      ? succeed(count.value, { value: formatMilli(usage) })
      : fail(count.error);
  }
  const count = replicasPerPod(
    context,
    usage,
    quantityToMilli(
      target.averageValue!,
      `${field}.object.target.averageValue`,
    ),
  );
  return succeed(count, { averageValue: formatMilli(count.average) });
}
