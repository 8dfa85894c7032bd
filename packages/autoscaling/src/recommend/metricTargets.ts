/** Targets of metrics as absolute amounts per pod, so that they can be kept, compared and moved. */
import type { HpaOptionsInput, HpaSpec, MetricSpec } from '../hpa/types';
import { DEFAULT_METRICS } from '../hpa/defaults';
import { resolveHpaOptions } from '../hpa/options';
import { podRequests } from '../hpa/requests';
import { formatMilli, quantityToMilli } from '../quantity';
import { replaySignalKey, type ReplayHistory } from '../replay';

export type Pod = ReplayHistory['pod'];

export function metricsOf(spec: HpaSpec): readonly MetricSpec[] {
  return spec.metrics?.length ? spec.metrics : DEFAULT_METRICS;
}

export function targetOf(metric: MetricSpec) {
  const source =
    metric.resource ??
    metric.containerResource ??
    metric.pods ??
    metric.object ??
    metric.external;
  return source?.target;
}

/** What a utilisation is measured against, in milli; `undefined` for other targets and where a request is missing. */
export function utilizationBase(
  metric: MetricSpec,
  pod: Pod,
  controller?: HpaOptionsInput,
): number | undefined {
  const source = metric.resource ?? metric.containerResource;
  const { target } = source ?? {};
  if (!source || !target?.averageUtilization || target.averageValue)
    return undefined;
  const observed = { name: 'pod', phase: 'Running', ...pod };
  const requests = podRequests(
    [observed],
    source.name,
    metric.containerResource?.container,
    resolveHpaOptions(controller).features.podLevelResources,
  );
  return requests.ok ? requests.value.get(observed.name) : undefined;
}

/** Usage per pod in milli at which the metric asks for no change; `undefined` where the target is not per pod. */
export function scalePointOf(
  metric: MetricSpec,
  pod: Pod,
  controller?: HpaOptionsInput,
): number | undefined {
  const target = targetOf(metric);
  if (target?.averageValue !== undefined)
    return quantityToMilli(
      target.averageValue,
      `${replaySignalKey(metric)}.target.averageValue`,
    );
  const base = utilizationBase(metric, pod, controller);
  return base === undefined || !target?.averageUtilization
    ? undefined
    : (base * target.averageUtilization) / 100;
}

/** The metric with another target of the kind that it has. */
export function withTarget(
  metric: MetricSpec,
  change: { averageUtilization?: number; averageValue?: string },
): MetricSpec {
  for (const name of [
    'resource',
    'containerResource',
    'pods',
    'object',
    'external',
  ] as const) {
    const source = metric[name];
    if (source)
      return {
        ...metric,
        [name]: { ...source, target: { ...source.target, ...change } },
      };
  }
  return metric;
}

/** The metric with its target times a factor; the same metric where there is nothing to move. */
export function scaleTarget(metric: MetricSpec, factor: number): MetricSpec {
  const target = targetOf(metric);
  if (target?.averageValue !== undefined) {
    const milli = quantityToMilli(target.averageValue, 'target.averageValue');
    const next = Math.max(1, Math.round(milli * factor));
    return withTarget(metric, { averageValue: formatMilli(next) });
  }
  if (target?.averageUtilization) {
    const next = Math.max(1, Math.round(target.averageUtilization * factor));
    return withTarget(metric, { averageUtilization: next });
  }
  return metric;
}
