import { Environment } from '@marcbachmann/cel-js';
import { isIP } from 'node:net';
import { parseQuantity, Quantity as ParsedQuantity } from '@suoke/autoscaling';
import { nameProblem } from '../names';
import { formatProblem } from '../schema/formats';

/** A Kubernetes quantity as a CEL value. */
class CelQuantity {
  constructor(readonly parsed: ParsedQuantity) {}
}

class CelUrl {
  constructor(readonly url: URL) {}
}

class CelFormat {
  constructor(readonly problem: (text: string) => string | undefined) {}
}

/** Functions like `sets.contains(a, b)` are methods of a constant. */
class MathNamespace {}
class SetsNamespace {}
class FormatNamespace {}

const NANO = 1_000_000_000n;

function quantityOf(text: string): CelQuantity {
  try {
    return new CelQuantity(parseQuantity(text));
  } catch {
    throw new Error(
      `quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$': ${text}`,
    );
  }
}

function isQuantity(text: string): boolean {
  try {
    parseQuantity(text);
    return true;
  } catch {
    return false;
  }
}

type Ordered = bigint | number | string;

const compare = (a: bigint, b: bigint) => (a < b ? -1n : BigInt(Number(a > b)));
const smaller = (a: Ordered, b: Ordered) => (b < a ? b : a);
const larger = (a: Ordered, b: Ordered) => (b > a ? b : a);

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const isNumber = (value: unknown) =>
    typeof value === 'bigint' || typeof value === 'number';
  if (isNumber(a) && isNumber(b)) return Number(a) === Number(b);
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const print = (value: unknown) =>
    JSON.stringify(value, (_, part) =>
      typeof part === 'bigint' ? `${part}n` : part,
    );
  return print(a) === print(b);
}

const indexOf = (list: unknown[], wanted: unknown) =>
  BigInt(list.findIndex(item => equal(item, wanted)));
const lastIndexOf = (list: unknown[], wanted: unknown) =>
  BigInt(list.findLastIndex(item => equal(item, wanted)));
const includes = (list: unknown[], wanted: unknown) =>
  list.some(item => equal(item, wanted));

function reduceNonEmpty(
  name: string,
  list: Ordered[],
  pick: (a: Ordered, b: Ordered) => Ordered,
): Ordered {
  if (list.length === 0) throw new Error(`${name} called on empty list`);
  return list.reduce(pick);
}

function sum(list: (bigint | number)[]): bigint | number {
  const isDouble = list.some(item => typeof item === 'number');
  return isDouble
    ? list.reduce<number>((total, item) => total + Number(item), 0)
    : (list as bigint[]).reduce((total, item) => total + item, 0n);
}

function registerQuantities(env: Environment): void {
  env.registerType('kubernetes.Quantity', { ctor: CelQuantity, fields: {} });
  const q = 'kubernetes.Quantity';
  const define = (signature: string, handler: (...args: any[]) => unknown) =>
    env.registerFunction(signature, handler);
  define(`quantity(string): ${q}`, quantityOf);
  define(`quantity(int): ${q}`, (value: bigint) => quantityOf(String(value)));
  define('isQuantity(string): bool', isQuantity);
  define(
    `${q}.isGreaterThan(${q}): bool`,
    (a: CelQuantity, b: CelQuantity) => a.parsed.nano > b.parsed.nano,
  );
  define(
    `${q}.isLessThan(${q}): bool`,
    (a: CelQuantity, b: CelQuantity) => a.parsed.nano < b.parsed.nano,
  );
  define(`${q}.compareTo(${q}): int`, (a: CelQuantity, b: CelQuantity) =>
    compare(a.parsed.nano, b.parsed.nano),
  );
  define(`${q}.sign(): int`, (a: CelQuantity) => compare(a.parsed.nano, 0n));
  define(
    `${q}.isInteger(): bool`,
    (a: CelQuantity) => a.parsed.nano % NANO === 0n,
  );
  define(`${q}.asInteger(): int`, (a: CelQuantity) => a.parsed.nano / NANO);
  define(
    `${q}.asApproximateFloat(): double`,
    (a: CelQuantity) => Number(a.parsed.nano) / Number(NANO),
  );
  const plus = (a: CelQuantity, nano: bigint) =>
    new CelQuantity({ ...a.parsed, nano: a.parsed.nano + nano });
  define(`${q}.add(${q}): ${q}`, (a: CelQuantity, b: CelQuantity) =>
    plus(a, b.parsed.nano),
  );
  define(`${q}.add(int): ${q}`, (a: CelQuantity, b: bigint) =>
    plus(a, b * NANO),
  );
  define(`${q}.sub(${q}): ${q}`, (a: CelQuantity, b: CelQuantity) =>
    plus(a, -b.parsed.nano),
  );
  define(`${q}.sub(int): ${q}`, (a: CelQuantity, b: bigint) =>
    plus(a, -b * NANO),
  );
  env.registerOperator(
    `${q} == ${q}`,
    (a: CelQuantity, b: CelQuantity) => a.parsed.nano === b.parsed.nano,
  );
}

function registerStrings(env: Environment): void {
  const define = (signature: string, handler: (...args: any[]) => unknown) =>
    env.registerFunction(signature, handler);
  define(
    'string.find(string): string',
    (text: string, pattern: string) =>
      new RegExp(pattern).exec(text)?.[0] ?? '',
  );
  define(
    'string.findAll(string): list<string>',
    (text: string, pattern: string) =>
      [...text.matchAll(new RegExp(pattern, 'g'))].map(found => found[0]),
  );
  define(
    'string.findAll(string, int): list<string>',
    (text: string, pattern: string, limit: bigint) =>
      [...text.matchAll(new RegExp(pattern, 'g'))]
        .map(found => found[0])
        .slice(0, limit < 0n ? undefined : Number(limit)),
  );
  define(
    'string.charAt(int): string',
    (text: string, at: bigint) => [...text][Number(at)] ?? '',
  );
  define(
    'string.replace(string, string): string',
    (text: string, from: string, to: string) => text.split(from).join(to),
  );
  define(
    'string.replace(string, string, int): string',
    (text: string, from: string, to: string, limit: bigint) => {
      const parts = text.split(from);
      const cut = limit < 0n ? parts.length : Number(limit);
      return [parts.slice(0, cut + 1).join(to), ...parts.slice(cut + 1)].join(
        from,
      );
    },
  );
  define('string.reverse(): string', (text: string) =>
    [...text].reverse().join(''),
  );
}

function registerLists(env: Environment): void {
  const define = (signature: string, handler: (...args: any[]) => unknown) =>
    env.registerFunction(signature, handler);
  define('list.isSorted(): bool', (list: Ordered[]) =>
    list.every((item, i) => i === 0 || list[i - 1] <= item),
  );
  define('list.sum(): dyn', sum);
  define('list.min(): dyn', (list: Ordered[]) =>
    reduceNonEmpty('min', list, smaller),
  );
  define('list.max(): dyn', (list: Ordered[]) =>
    reduceNonEmpty('max', list, larger),
  );
  define('list.indexOf(dyn): int', indexOf);
  define('list.lastIndexOf(dyn): int', lastIndexOf);
  define('list.distinct(): list<dyn>', (list: unknown[]) =>
    list.filter((item, i) => Number(indexOf(list, item)) === i),
  );
  define('list.reverse(): list<dyn>', (list: unknown[]) => [...list].reverse());
  define('list.flatten(): list<dyn>', (list: unknown[]) => list.flat());

  env.registerType('SetsNamespace', { ctor: SetsNamespace, fields: {} });
  env.registerConstant('sets', 'SetsNamespace', new SetsNamespace());
  const all = (list: unknown[], wanted: unknown[]) =>
    wanted.every(item => includes(list, item));
  define(
    'SetsNamespace.contains(list, list): bool',
    (_: unknown, a: unknown[], b: unknown[]) => all(a, b),
  );
  define(
    'SetsNamespace.equivalent(list, list): bool',
    (_: unknown, a: unknown[], b: unknown[]) => all(a, b) && all(b, a),
  );
  define(
    'SetsNamespace.intersects(list, list): bool',
    (_: unknown, a: unknown[], b: unknown[]) =>
      b.some(item => includes(a, item)),
  );

  env.registerType('MathNamespace', { ctor: MathNamespace, fields: {} });
  env.registerConstant('math', 'MathNamespace', new MathNamespace());
  for (const count of [1, 2, 3, 4]) {
    const parameters = Array(count).fill('dyn').join(', ');
    const values = (args: unknown[]) =>
      (Array.isArray(args[0]) && args.length === 1
        ? args[0]
        : args) as Ordered[];
    define(
      `MathNamespace.greatest(${parameters}): dyn`,
      (_: unknown, ...args: unknown[]) =>
        reduceNonEmpty('math.greatest', values(args), larger),
    );
    define(
      `MathNamespace.least(${parameters}): dyn`,
      (_: unknown, ...args: unknown[]) =>
        reduceNonEmpty('math.least', values(args), smaller),
    );
  }
}

function registerUrlsAndAddresses(env: Environment): void {
  const define = (signature: string, handler: (...args: any[]) => unknown) =>
    env.registerFunction(signature, handler);
  env.registerType('kubernetes.URL', { ctor: CelUrl, fields: {} });
  const isAbsolute = (text: string) =>
    URL.canParse(text) ||
    (text.startsWith('/') && URL.canParse(text, 'http://path.only'));
  define('isURL(string): bool', isAbsolute);
  define('url(string): kubernetes.URL', (text: string) => {
    if (!isAbsolute(text))
      throw new Error(`URL parse error during conversion from string: ${text}`);
    return new CelUrl(new URL(text, 'http://path.only'));
  });
  const pathOnly = (url: URL) => url.hostname === 'path.only';
  define('kubernetes.URL.getScheme(): string', ({ url }: CelUrl) =>
    pathOnly(url) ? '' : url.protocol.replace(':', ''),
  );
  define('kubernetes.URL.getHost(): string', ({ url }: CelUrl) =>
    pathOnly(url) ? '' : url.host,
  );
  define('kubernetes.URL.getHostname(): string', ({ url }: CelUrl) =>
    pathOnly(url) ? '' : url.hostname,
  );
  define('kubernetes.URL.getPort(): string', ({ url }: CelUrl) => url.port);
  define(
    'kubernetes.URL.getEscapedPath(): string',
    ({ url }: CelUrl) => url.pathname,
  );
  define('kubernetes.URL.getQuery(): map', ({ url }: CelUrl) =>
    Object.fromEntries(
      [...new Set(url.searchParams.keys())].map(key => [
        key,
        [...url.searchParams.getAll(key)],
      ]),
    ),
  );
  define('isIP(string): bool', (text: string) => isIP(text) !== 0);
  define(
    'isCIDR(string): bool',
    (text: string) => !formatProblem('cidr', text),
  );
}

const namedFormats: Record<string, (text: string) => string | undefined> = {
  dns1123Label: text => nameProblem('label', text),
  dns1123Subdomain: text => nameProblem('subdomain', text),
  dns1035Label: text => nameProblem('serviceLabel', text),
  uri: text => (formatProblem('uri', text) ? 'must be a URI' : undefined),
  uuid: text => (formatProblem('uuid', text) ? 'must be a UUID' : undefined),
  byte: text => (formatProblem('byte', text) ? 'must be base64' : undefined),
  date: text => (formatProblem('date', text) ? 'must be a date' : undefined),
  datetime: text =>
    formatProblem('datetime', text) ? 'must be a date and time' : undefined,
};

/** `format.dns1123Label().validate(self.name)`: optional list of problems. */
function registerFormats(env: Environment): void {
  env.registerType('kubernetes.NamedFormat', { ctor: CelFormat, fields: {} });
  env.registerType('FormatNamespace', { ctor: FormatNamespace, fields: {} });
  env.registerConstant('format', 'FormatNamespace', new FormatNamespace());
  for (const [name, problem] of Object.entries(namedFormats)) {
    env.registerFunction(
      `FormatNamespace.${name}(): kubernetes.NamedFormat`,
      () => new CelFormat(problem),
    );
  }
  // `optional.none()` can only be made by an expression, so the two halves are joined by one.
  const optionalOf = new Environment({ enableOptionalTypes: true })
    .registerVariable('problems', 'list<string>')
    .parse('problems.size() == 0 ? optional.none() : optional.of(problems)');
  env.registerFunction(
    'kubernetes.NamedFormat.validate(string): optional<dyn>',
    (format: CelFormat, text: string) => {
      const problem = format.problem(text);
      return optionalOf({ problems: problem === undefined ? [] : [problem] });
    },
  );
}

/** The functions that Kubernetes adds to CEL, as far as CustomResourceDefinitions and admission policies use them. */
export function registerKubernetesFunctions(env: Environment): void {
  registerQuantities(env);
  registerStrings(env);
  registerLists(env);
  registerUrlsAndAddresses(env);
  registerFormats(env);
}
