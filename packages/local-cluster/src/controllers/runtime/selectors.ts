import { LabelSelector } from './objects';

type Requirement = { key: string; operator: string; values?: string[] };

function meets(
  labels: Record<string, string>,
  { key, operator, values = [] }: Requirement,
): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
    default:
      return false;
  }
}

/** Whether labels meet every expression; node selectors use `Gt` and `Lt` too. */
export function meetsAll(
  labels: Record<string, string>,
  requirements: readonly Requirement[],
): boolean {
  return requirements.every(requirement => meets(labels, requirement));
}

/** A selector with nothing in it selects everything, as in Kubernetes; an absent one selects nothing. */
export function matchesSelector(
  selector: LabelSelector | undefined,
  labels: Record<string, string> | undefined,
): boolean {
  if (!selector) return false;
  const own = labels ?? {};
  return (
    Object.entries(selector.matchLabels ?? {}).every(
      ([key, value]) => own[key] === value,
    ) && meetsAll(own, selector.matchExpressions ?? [])
  );
}

/** The text form of a selector, as `scale.status.selector` and `kubectl -l` have it. */
export function formatSelector(selector: LabelSelector | undefined): string {
  const parts = Object.entries(selector?.matchLabels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  for (const { key, operator, values = [] } of selector?.matchExpressions ??
    []) {
    const list = `(${values.join(',')})`;
    if (operator === 'In') parts.push(`${key} in ${list}`);
    else if (operator === 'NotIn') parts.push(`${key} notin ${list}`);
    else if (operator === 'Exists') parts.push(key);
    else parts.push(`!${key}`);
  }
  return parts.sort().join(',');
}

/** Parses the text form of {@link formatSelector} (equality and set expressions). */
export function parseSelector(text: string): LabelSelector {
  const matchExpressions: Requirement[] = [];
  // Commas inside parentheses separate values, not requirements.
  for (const part of text.split(/,(?![^(]*\))/).map(item => item.trim())) {
    if (!part) continue;
    const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(part);
    const equality = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/.exec(part);
    if (set) {
      matchExpressions.push({
        key: set[1],
        operator: set[2] === 'in' ? 'In' : 'NotIn',
        values: set[3].split(',').map(value => value.trim()),
      });
    } else if (equality) {
      matchExpressions.push({
        key: equality[1],
        operator: equality[2] === '!=' ? 'NotIn' : 'In',
        values: [equality[3]],
      });
    } else if (part.startsWith('!')) {
      matchExpressions.push({ key: part.slice(1), operator: 'DoesNotExist' });
    } else {
      matchExpressions.push({ key: part, operator: 'Exists' });
    }
  }
  return { matchExpressions };
}
