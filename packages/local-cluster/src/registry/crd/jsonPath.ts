import { readPath } from '../jsonPath';

type Step =
  | { kind: 'field'; name: string }
  | { kind: 'index'; index: number }
  | { kind: 'all' }
  | {
      kind: 'filter';
      path: string;
      operator: string;
      value: string | undefined;
    };

/** Stands for `\\.` in a name while the path is taken apart; no name contains it. */
const ESCAPED_DOT = '\uffff';

const stepPattern =
  /\.([A-Za-z_][\w/\uffff-]*|\*)|\[(-?\d+)\]|\[(\*)\]|\['([^']+)'\]|\["([^"]+)"\]|\[\?\(@\.([\w.-]+)\s*(?:(==|!=)\s*(?:'([^']*)'|"([^"]*)"|([\w.-]+)))?\)\]/y;

const parsed = new Map<string, Step[] | undefined>();

function parse(path: string): Step[] | undefined {
  const text = path.replace(/\\\./g, ESCAPED_DOT);
  const steps: Step[] = [];
  stepPattern.lastIndex = 0;
  while (stepPattern.lastIndex < text.length) {
    const found = stepPattern.exec(text);
    if (!found) return undefined;
    const [
      ,
      field,
      index,
      all,
      quoted,
      doubleQuoted,
      filter,
      operator = '',
      single,
      double,
      bare,
    ] = found;
    const name = field ?? quoted ?? doubleQuoted;
    if (field === '*' || all) steps.push({ kind: 'all' });
    else if (name !== undefined)
      steps.push({ kind: 'field', name: name.replaceAll(ESCAPED_DOT, '.') });
    else if (index !== undefined)
      steps.push({ kind: 'index', index: Number(index) });
    else
      steps.push({
        kind: 'filter',
        path: filter,
        operator,
        value: single ?? double ?? bare,
      });
  }
  return steps;
}

function follow(value: unknown, step: Step): unknown[] {
  switch (step.kind) {
    case 'field': {
      const next =
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? (value as Record<string, unknown>)[step.name]
          : undefined;
      return next === undefined || next === null ? [] : [next];
    }
    case 'index': {
      const next = Array.isArray(value) ? value.at(step.index) : undefined;
      return next === undefined ? [] : [next];
    }
    case 'all':
      if (Array.isArray(value)) return value;
      return typeof value === 'object' && value !== null
        ? Object.values(value)
        : [];
    default:
      return Array.isArray(value)
        ? value.filter(item => {
            const actual = readPath(item, step.path);
            if (step.value === undefined) return actual !== undefined;
            return (String(actual) === step.value) === (step.operator === '==');
          })
        : [];
  }
}

/** Values at a JSON path as printer columns use it: fields, indexes, `[*]` and `[?(@.type=="Ready")]`. */
export function evaluateJsonPath(object: unknown, path: string): unknown[] {
  if (!parsed.has(path))
    parsed.set(
      path,
      parse(path.startsWith('.') || path.startsWith('[') ? path : `.${path}`),
    );
  const steps = parsed.get(path);
  if (!steps) return [];
  return steps.reduce<unknown[]>(
    (values, step) => values.flatMap(value => follow(value, step)),
    [object],
  );
}
