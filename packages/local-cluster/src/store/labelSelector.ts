import { badRequest } from './StatusError';

export type Labels = Record<string, string> | undefined;

/** `true` for objects with matching labels. */
export type LabelPredicate = (labels: Labels) => boolean;

type Requirement =
  | { key: string; operator: 'Exists' | 'DoesNotExist' }
  | { key: string; operator: 'In' | 'NotIn'; values: string[] }
  | { key: string; operator: 'Gt' | 'Lt'; value: number };

const KEY =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?/;
const VALUE = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?/;

/** Reads the comma separated requirements from left to right; the grammar is that of `labels.Parse`. */
class Scanner {
  private rest: string;
  constructor(private readonly text: string) {
    this.rest = text;
  }
  skip() {
    this.rest = this.rest.trimStart();
  }
  get done() {
    this.skip();
    return this.rest === '';
  }
  take(token: string): boolean {
    this.skip();
    if (!this.rest.startsWith(token)) return false;
    this.rest = this.rest.slice(token.length);
    return true;
  }
  word(word: string): boolean {
    this.skip();
    if (!new RegExp(`^${word}(?=[\\s(])`).test(this.rest)) return false;
    this.rest = this.rest.slice(word.length);
    return true;
  }
  match(pattern: RegExp): string | undefined {
    this.skip();
    const found = pattern.exec(this.rest)?.[0];
    if (found !== undefined) this.rest = this.rest.slice(found.length);
    return found;
  }
  fail(): never {
    throw badRequest(
      `unable to parse requirement: found '${this.rest.slice(
        0,
        40,
      )}' in label selector "${this.text}"`,
    );
  }
}

function values(scanner: Scanner): string[] {
  if (!scanner.take('(')) scanner.fail();
  const found: string[] = [];
  for (;;) {
    found.push(scanner.match(VALUE) ?? '');
    if (scanner.take(')')) return found;
    if (!scanner.take(',')) scanner.fail();
  }
}

function requirement(scanner: Scanner): Requirement {
  const absent = scanner.take('!');
  const key = scanner.match(KEY) ?? scanner.fail();
  if (absent) return { key, operator: 'DoesNotExist' };
  if (scanner.word('in'))
    return { key, operator: 'In', values: values(scanner) };
  if (scanner.word('notin'))
    return { key, operator: 'NotIn', values: values(scanner) };
  if (scanner.take('!='))
    return { key, operator: 'NotIn', values: [scanner.match(VALUE) ?? ''] };
  if (scanner.take('==') || scanner.take('=')) {
    return { key, operator: 'In', values: [scanner.match(VALUE) ?? ''] };
  }
  for (const [token, operator] of [
    ['>', 'Gt'],
    ['<', 'Lt'],
  ] as const) {
    if (scanner.take(token)) {
      return {
        key,
        operator,
        value: Number(scanner.match(/^-?\d+/) ?? scanner.fail()),
      };
    }
  }
  return { key, operator: 'Exists' };
}

function satisfies(labels: Labels, wanted: Requirement): boolean {
  const value = labels?.[wanted.key];
  switch (wanted.operator) {
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'In':
      return value !== undefined && wanted.values.includes(value);
    case 'NotIn':
      return value === undefined || !wanted.values.includes(value);
    case 'Gt':
      return value !== undefined && Number(value) > wanted.value;
    case 'Lt':
      return value !== undefined && Number(value) < wanted.value;
    default:
      return false;
  }
}

const matchAll: LabelPredicate = () => true;

function predicateOf(wanted: Requirement[]): LabelPredicate {
  if (wanted.length === 0) return matchAll;
  return labels => wanted.every(one => satisfies(labels, one));
}

/**
 * Parses the text form of a label selector: `a=b,c!=d,e in (f,g),h notin (i),j,!k`.
 *
 * @throws StatusError 400 for text that does not parse
 */
export function parseLabelSelector(text: string | undefined): LabelPredicate {
  if (!text?.trim()) return matchAll;
  const scanner = new Scanner(text);
  const wanted: Requirement[] = [];
  do {
    wanted.push(requirement(scanner));
  } while (scanner.take(','));
  if (!scanner.done) scanner.fail();
  return predicateOf(wanted);
}

/** The object form of a label selector, as in `spec.selector` of a Deployment. */
export interface LabelSelectorObject {
  matchLabels?: Record<string, string>;
  matchExpressions?: {
    key: string;
    operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    values?: string[];
  }[];
}

/** A selector that is absent matches nothing, one that is empty matches everything: as `LabelSelectorAsSelector`. */
export function labelSelectorPredicate(
  selector: LabelSelectorObject | undefined,
): LabelPredicate {
  if (!selector) return () => false;
  const wanted: Requirement[] = Object.entries(selector.matchLabels ?? {}).map(
    ([key, value]) => ({ key, operator: 'In' as const, values: [value] }),
  );
  for (const {
    key,
    operator,
    values: listed = [],
  } of selector.matchExpressions ?? []) {
    wanted.push(
      operator === 'In' || operator === 'NotIn'
        ? { key, operator, values: listed }
        : { key, operator },
    );
  }
  return predicateOf(wanted);
}

/** The text form of a selector object, as `scale.status.selector` and table cells show it. */
export function formatLabelSelector(
  selector: LabelSelectorObject | undefined,
): string {
  if (!selector) return '';
  const parts = Object.entries(selector.matchLabels ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`);
  for (const {
    key,
    operator,
    values: listed = [],
  } of selector.matchExpressions ?? []) {
    if (operator === 'Exists') parts.push(key);
    else if (operator === 'DoesNotExist') parts.push(`!${key}`);
    else
      parts.push(
        `${key} ${operator.toLowerCase()} (${[...listed].sort().join(',')})`,
      );
  }
  return parts.join(',');
}
