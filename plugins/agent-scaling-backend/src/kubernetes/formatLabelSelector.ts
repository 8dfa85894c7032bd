import type { LabelSelector } from '@suoke/autoscaling';

/** Writes a selector in the notation of `kubectl --selector`. */
export function formatLabelSelector(selector: LabelSelector): string {
  const labels = Object.entries(selector.matchLabels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  const expressions = (selector.matchExpressions ?? []).map(
    ({ key, operator, values = [] }) => {
      switch (operator) {
        case 'In':
          return `${key} in (${values.join(',')})`;
        case 'NotIn':
          return `${key} notin (${values.join(',')})`;
        case 'DoesNotExist':
          return `!${key}`;
        default:
          return key;
      }
    },
  );
  return [...labels, ...expressions].join(',');
}
