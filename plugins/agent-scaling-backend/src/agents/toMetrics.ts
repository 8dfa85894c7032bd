import {
  formatLabelSelector,
  metricIdOf,
  type MetricSpec,
  type MetricStatus,
  type MetricTarget,
} from '@suoke/autoscaling';
import type { Metric, Unit } from '@suoke/plugin-agent-scaling-common';
import type { Hpa, ScaledObject } from '../kubernetes/objects';
import { toQuantity } from './resourceQuantities';

type MetricSource = {
  name: string;
  container?: string;
  describedObject?: { apiVersion?: string; kind: string; name: string };
  selector?: string;
  target: MetricTarget;
};

/**
 * Joins each metric that an HPA asks for with the value that its controller last read.
 *
 * @remarks
 * The controller writes `status.currentMetrics` in the order of `spec.metrics` and leaves an empty entry where it could not read, but
 * that order is not promised. So values are matched by what they measure; a metric that nothing matches has no current value.
 */
export function toMetrics(hpa: Hpa, scaledObject?: ScaledObject): Metric[] {
  const seen = new Map<string, number>();
  return (hpa.spec.metrics ?? []).flatMap(spec => {
    const source = toSource(spec);
    if (!source) {
      return [];
    }
    const base = metricIdOf(spec);
    const repeats = seen.get(base) ?? 0;
    seen.set(base, repeats + 1);
    const id = repeats === 0 ? base : `${base}#${repeats + 1}`;
    return [toMetric({ id, spec, source, hpa, scaledObject, repeats })];
  });
}

function toMetric(options: {
  id: string;
  spec: MetricSpec;
  source: MetricSource;
  hpa: Hpa;
  scaledObject?: ScaledObject;
  repeats: number;
}): Metric {
  const { id, spec, source, hpa, scaledObject, repeats } = options;
  const { target } = source;
  const type = toTargetType(target);
  const unit = toUnit(spec.type, source.name, type);
  const targetValue =
    type === 'Utilization'
      ? { value: target.averageUtilization ?? 0 }
      : toQuantity(type === 'Value' ? target.value : target.averageValue);
  const status = findStatus(hpa, metricIdOf(spec), repeats);
  const current =
    type === 'Utilization'
      ? toPercent(status?.averageUtilization)
      : toQuantity(type === 'Value' ? status?.value : status?.averageValue);
  const average =
    type === 'Utilization' ? toQuantity(status?.averageValue) : undefined;
  const trigger = scaledObject && findTrigger(scaledObject, spec, source);
  return {
    id,
    type: spec.type as Metric['type'],
    name: source.name,
    ...(source.container && { container: source.container }),
    ...(source.describedObject && { describedObject: source.describedObject }),
    ...(source.selector && { selector: source.selector }),
    unit,
    per: type === 'Value' ? 'total' : 'pod',
    target: { type, ...(targetValue ?? { value: 0 }) },
    ...(current && { current }),
    ...(average && { currentAverage: average }),
    ...(current &&
      targetValue &&
      targetValue.value > 0 && { ratio: current.value / targetValue.value }),
    ...(trigger && { trigger }),
  };
}

function toPercent(value: number | undefined): { value: number } | undefined {
  return value === undefined ? undefined : { value };
}

function toSource(
  metric: MetricSpec | (MetricStatus & { current?: never }),
): MetricSource | undefined {
  const spec = metric as MetricSpec;
  switch (spec.type) {
    case 'Resource':
      return spec.resource;
    case 'ContainerResource':
      return spec.containerResource;
    case 'Pods':
    case 'Object':
    case 'External': {
      const source = spec.pods ?? spec.object ?? spec.external;
      if (!source) {
        return undefined;
      }
      const { selector } = source.metric;
      return {
        name: source.metric.name,
        describedObject: spec.object?.describedObject,
        selector: selector && formatLabelSelector(selector),
        target: source.target,
      };
    }
    default:
      // The type is empty where the controller could not read the metric.
      return undefined;
  }
}

/** AverageValue wins over Value when an object has both, as in the controller. */
function toTargetType(target: MetricTarget): Metric['target']['type'] {
  if (target.averageUtilization !== undefined) {
    return 'Utilization';
  }
  return target.averageValue !== undefined ? 'AverageValue' : 'Value';
}

function findStatus(hpa: Hpa, id: string, repeats: number) {
  const matching = (hpa.status?.currentMetrics ?? []).filter(status => {
    const source = toSource(status as MetricSpec);
    return source !== undefined && metricIdOf(status) === id;
  });
  const status = matching[repeats];
  return (
    status?.resource ??
    status?.containerResource ??
    status?.pods ??
    status?.object ??
    status?.external
  )?.current;
}

/** Resources have known units; other metrics are named by the Prometheus convention, unit last. */
function toUnit(
  type: string,
  name: string,
  targetType: Metric['target']['type'],
): Unit {
  if (targetType === 'Utilization') {
    return 'percent';
  }
  if (type === 'Resource' || type === 'ContainerResource') {
    if (name === 'cpu') {
      return 'cores';
    }
    return name === 'memory' || name.endsWith('-storage') ? 'bytes' : 'none';
  }
  const suffix = /_(per_second|bytes|seconds|percent)$/.exec(name)?.[1];
  return suffix === 'per_second' ? 'perSecond' : (suffix as Unit) ?? 'none';
}

/** KEDA names the external metric of its trigger n `s<n>-<something>`; cpu and memory triggers become Resource metrics. */
function findTrigger(
  scaledObject: ScaledObject,
  spec: MetricSpec,
  source: MetricSource,
): string | undefined {
  const triggers = scaledObject.spec?.triggers ?? [];
  if (spec.type === 'Resource' || spec.type === 'ContainerResource') {
    return triggers.find(trigger => trigger.type === source.name)?.type;
  }
  const index = /^s(\d+)-/.exec(source.name)?.[1];
  return index === undefined ? undefined : triggers[Number(index)]?.type;
}
