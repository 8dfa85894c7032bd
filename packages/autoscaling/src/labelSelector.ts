/**
 * Label selectors in their text form (`scale.status.selector`) and their structured form (`metric.selector`).
 * Mirrors `k8s.io/apimachinery/pkg/labels/selector.go` and `pkg/apis/meta/v1/helpers.go`.
 */
import { AutoscalingInputError } from './errors';

/** A label selector in its structured form. */
export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

export type LabelOperator =
  | 'In'
  | 'NotIn'
  | 'Exists'
  | 'DoesNotExist'
  | 'Gt'
  | 'Lt';

/** One requirement; all of a selector's requirements must hold. */
export interface LabelRequirement {
  key: string;
  operator: LabelOperator;
  values: readonly string[];
}

const KEY = String.raw`(?:[A-Za-z0-9](?:[-A-Za-z0-9.]*[A-Za-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?`;
const VALUE = String.raw`(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?`;
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const COMPARE = new RegExp(`^(${KEY})\\s*(==|=|!=|>|<)\\s*(${VALUE})$`);
const VALUE_ONLY = new RegExp(`^${VALUE}$`);

/** Splits at commas outside of parentheses. */
function splitRequirements(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else {
      part += char;
    }
  }
  return [...parts, part.trim()];
}

function parseRequirement(text: string): LabelRequirement | undefined {
  const exists = EXISTS.exec(text);
  if (exists) {
    const operator = exists[1] ? 'DoesNotExist' : 'Exists';
    return { key: exists[2], operator, values: [] };
  }
  const set = SET.exec(text);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    if (!values.every(value => VALUE_ONLY.test(value))) return undefined;
    return { key: set[1], operator: set[2] === 'in' ? 'In' : 'NotIn', values };
  }
  const compare = COMPARE.exec(text);
  if (!compare) return undefined;
  const [, key, operator, value] = compare;
  if (operator === '>' || operator === '<') {
    if (!/^-?\d+$/.test(value)) return undefined;
    return { key, operator: operator === '>' ? 'Gt' : 'Lt', values: [value] };
  }
  return { key, operator: operator === '!=' ? 'NotIn' : 'In', values: [value] };
}

/**
 * Parses a selector in text form. Empty text selects everything.
 *
 * @throws {@link AutoscalingInputError} naming the requirement that cannot be read
 */
export function parseLabelSelector(
  text: string,
  field: string = 'selector',
): LabelRequirement[] {
  if (text.trim() === '') return [];
  return splitRequirements(text).map(part => {
    const requirement = parseRequirement(part);
    if (requirement) return requirement;
    throw new AutoscalingInputError({
      field,
      problem: `unable to parse requirement: ${JSON.stringify(part)}`,
      remedy:
        "write requirements such as app=web, tier in (a,b), track!=canary or !experimental, joined by ','",
    });
  });
}

/**
 * Requirements of a structured selector. An absent selector selects everything.
 *
 * @throws {@link AutoscalingInputError} for an unknown operator or values that do not fit it
 */
export function labelSelectorRequirements(
  selector: LabelSelector | undefined,
  field: string = 'selector',
): LabelRequirement[] {
  const equalities = Object.entries(selector?.matchLabels ?? {}).map(
    ([key, value]): LabelRequirement => ({
      key,
      operator: 'In',
      values: [value],
    }),
  );
  const expressions = (selector?.matchExpressions ?? []).map(
    (expression, index): LabelRequirement => {
      const { key, operator, values = [] } = expression;
      const at = `${field}.matchExpressions[${index}]`;
      if (operator === 'In' || operator === 'NotIn') {
        if (values.length > 0) return { key, operator, values };
        throw new AutoscalingInputError({
          field: `${at}.values`,
          problem: "for 'in', 'notin' operators, values set can't be empty",
          remedy: 'list at least one value',
        });
      }
      if (operator === 'Exists' || operator === 'DoesNotExist') {
        if (values.length === 0) return { key, operator, values };
        throw new AutoscalingInputError({
          field: `${at}.values`,
          problem: 'values set must be empty for exists and does not exist',
          remedy: 'remove the values',
        });
      }
      throw new AutoscalingInputError({
        field: `${at}.operator`,
        problem: `${JSON.stringify(
          operator,
        )} is not a valid label selector operator`,
        remedy: 'use In, NotIn, Exists or DoesNotExist',
      });
    },
  );
  return [...equalities, ...expressions];
}

/** Whether labels satisfy every requirement. */
export function matchesLabels(
  requirements: readonly LabelRequirement[],
  labels: Readonly<Record<string, string>>,
): boolean {
  return requirements.every(({ key, operator, values }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case 'In':
        return value !== undefined && values.includes(value);
      case 'NotIn':
        return value === undefined || !values.includes(value);
      case 'Exists':
        return value !== undefined;
      case 'DoesNotExist':
        return value === undefined;
      default: {
        if (value === undefined || !/^-?\d+$/.test(value)) return false;
        return operator === 'Gt'
          ? BigInt(value) > BigInt(values[0])
          : BigInt(value) < BigInt(values[0]);
      }
    }
  });
}

/** A structured selector as the controller prints it in messages; `nil` when absent. */
export function printLabelSelector(
  selector: LabelSelector | undefined,
): string {
  if (!selector) return 'nil';
  const labels = Object.entries(selector.matchLabels ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}: ${value},`)
    .join('');
  const expressions = (selector.matchExpressions ?? [])
    .map(
      ({ key, operator, values = [] }) =>
        `LabelSelectorRequirement{Key:${key},Operator:${operator},Values:[${values.join(
          ' ',
        )}],},`,
    )
    .join('');
  return `&LabelSelector{MatchLabels:map[string]string{${labels}},MatchExpressions:[]LabelSelectorRequirement{${expressions}},}`;
}

/** A selector in the notation of `kubectl --selector`; empty for one that selects everything. */
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
