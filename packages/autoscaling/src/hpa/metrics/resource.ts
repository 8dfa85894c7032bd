/** Resource and ContainerResource metrics. Mirrors `computeStatusForResourceMetricGeneric` and its callers in `horizontal.go`. */
import { formatMilli, quantityToMilli } from '../../quantity';
import type { MetricSpec, MetricTarget, MetricValueStatus } from '../types';
import { replicasForAverage } from './average';
import { failedMetric, type MetricOutcome } from './outcome';
import { resourceSamples } from './samples';
import type { MetricContext, ReplicaCount } from './types';
import { replicasForUtilization } from './utilization';

interface ResourceQuery {
  resource: string;
  container?: string;
  target: MetricTarget;
  /** Path of the target in the spec. */
  field: string;
}

type Computed =
  | {
      ok: true;
      count: ReplicaCount;
      current: MetricValueStatus;
      metricName: string;
    }
  | { ok: false; error: string };

function compute(context: MetricContext, query: ResourceQuery): Computed {
  const { resource, container, target } = query;
  // As metrics-server writes it.
  const format = resource === 'memory' ? 'BinarySI' : 'DecimalSI';
  const samples = resourceSamples(context.metrics, resource, container);
  if (target.averageValue !== undefined && target.averageValue !== null) {
    if (!samples.ok) {
      return {
        ok: false,
        error: `failed to get ${resource} usage: unable to get metrics for resource ${resource}: ${samples.error}`,
      };
    }
    const milli = quantityToMilli(
      target.averageValue,
      `${query.field}.averageValue`,
    );
    const count = replicasForAverage(context, samples.value, {
      resource,
      target: milli,
    });
    if (!count.ok)
      return {
        ok: false,
        error: `failed to get ${resource} usage: ${count.error}`,
      };
    return {
      ok: true,
      count: count.value,
      current: { averageValue: formatMilli(count.value.rawAverage, format) },
      metricName: `${resource} resource`,
    };
  }
  if (
    target.averageUtilization === undefined ||
    target.averageUtilization === null
  ) {
    return {
      ok: false,
      error:
        'invalid resource metric source: neither an average utilization target nor an average value (usage) target was set',
    };
  }
  if (!samples.ok) {
    return {
      ok: false,
      error: `failed to get ${resource} utilization: unable to get metrics for resource ${resource}: ${samples.error}`,
    };
  }
  const count = replicasForUtilization(context, samples.value, {
    resource,
    container,
    targetUtilization: target.averageUtilization,
  });
  if (!count.ok)
    return {
      ok: false,
      error: `failed to get ${resource} utilization: ${count.error}`,
    };
  return {
    ok: true,
    count: count.value,
    current: {
      averageUtilization: count.value.calculation.usage,
      averageValue: formatMilli(count.value.rawAverage, format),
    },
    metricName: utilizationName(resource, container),
  };
}

function utilizationName(
  resource: string,
  container: string | undefined,
): string {
  return `${resource} ${
    container ? 'container resource' : 'resource'
  } utilization (percentage of request)`;
}

function targetName(query: ResourceQuery): string {
  return query.target.averageValue !== undefined &&
    query.target.averageValue !== null
    ? `${query.resource} resource`
    : utilizationName(query.resource, query.container);
}

export function computeResourceMetric(
  context: MetricContext,
  source: NonNullable<MetricSpec['resource']>,
  field: string,
): MetricOutcome {
  const query = {
    resource: source.name,
    target: source.target,
    field: `${field}.resource.target`,
  };
  const computed = compute(context, query);
  if (!computed.ok) {
    return failedMetric({
      metricName: targetName(query),
      reason: 'FailedGetResourceMetric',
      error: computed.error,
      prefix: `failed to get ${source.name} resource metric value: `,
    });
  }
  return {
    ok: true,
    metricName: computed.metricName,
    count: computed.count,
    status: {
      type: 'Resource',
      resource: { name: source.name, current: computed.current },
    },
  };
}

export function computeContainerResourceMetric(
  context: MetricContext,
  source: NonNullable<MetricSpec['containerResource']>,
  field: string,
): MetricOutcome {
  const { name, container, target } = source;
  const query = {
    resource: name,
    container,
    target,
    field: `${field}.containerResource.target`,
  };
  const computed = compute(context, query);
  if (!computed.ok) {
    return failedMetric({
      metricName: targetName(query),
      reason: 'FailedGetContainerResourceMetric',
      error: computed.error,
      prefix: `failed to get ${container} container metric value: `,
    });
  }
  return {
    ok: true,
    metricName: computed.metricName,
    count: computed.count,
    status: {
      type: 'ContainerResource',
      containerResource: { name, container, current: computed.current },
    },
  };
}
