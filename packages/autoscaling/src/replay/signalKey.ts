import type { LabelSelector } from '../labelSelector';
import type { MetricIdentifier, MetricSpec } from '../hpa/types';

function selectorText({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): string {
  const labels = Object.entries(matchLabels).map(
    ([name, value]) => `${name}=${value}`,
  );
  const expressions = matchExpressions.map(({ key, operator, values = [] }) =>
    [key, operator, ...(values.length > 0 ? [values.join('|')] : [])].join(' '),
  );
  return [...labels.sort(), ...expressions.sort()].join(',');
}

function identifierKey({ name, selector }: MetricIdentifier): string {
  const text = selector ? selectorText(selector) : '';
  return text ? `${name}(${text})` : name;
}

/**
 * The key that a replay looks for the history of a metric under: `resource/cpu`, `containerResource/agent/cpu`,
 * `pods/NAME`, `object/KIND/OBJECT/NAME`, `external/NAME(SELECTOR)`. Targets are no part of it.
 */
export function replaySignalKey(spec: MetricSpec): string {
  if (spec.type === 'Resource' && spec.resource)
    return `resource/${spec.resource.name}`;
  if (spec.type === 'ContainerResource' && spec.containerResource) {
    const { container, name } = spec.containerResource;
    return `containerResource/${container}/${name}`;
  }
  if (spec.type === 'Pods' && spec.pods)
    return `pods/${identifierKey(spec.pods.metric)}`;
  if (spec.type === 'Object' && spec.object) {
    const { describedObject, metric } = spec.object;
    return `object/${describedObject.kind}/${
      describedObject.name
    }/${identifierKey(metric)}`;
  }
  if (spec.type === 'External' && spec.external)
    return `external/${identifierKey(spec.external.metric)}`;
  return `unknown/${spec.type}`;
}
