/**
 * Writes src/registry/schema/builtinFields.json: the fields of the built-in kinds, in short form, read from the models of
 * @kubernetes/client-node. The server needs them for strict decoding, server-side apply and `kubectl explain`; keeping
 * the result makes the server start fast and independent of the client.
 *
 *   node scripts/generateBuiltinSchemas.mjs          write the file
 *   node scripts/generateBuiltinSchemas.mjs --check  fail when it would change
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const target = join(root, 'src/registry/schema/builtinFields.json');
const models = join(
  dirname(createRequire(import.meta.url).resolve('@kubernetes/client-node')),
  'gen/models',
);
const roots = JSON.parse(
  readFileSync(join(root, 'src/registry/schema/builtinRoots.json'), 'utf8'),
);

const scalars = new Map([
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['Date', 'time'],
  ['V1MicroTime', 'time'],
  ['any', 'any'],
  ['IntOrString', 'intOrString'],
]);

function shortType(type, format) {
  const list = /^Array<(.+)>$/.exec(type);
  if (list) return `[${shortType(list[1], format)}]`;
  const map = /^\{ ?\[key: ?string\]: ?(.+); ?\}$/.exec(type);
  if (map) return `{${shortType(map[1], format)}}`;
  if (type === 'number')
    return format === 'double' ? 'number' : format || 'int32';
  if (type === 'string' && format === 'byte') return 'byte';
  return scalars.get(type) ?? type;
}

function requiredFields(name) {
  const text = readFileSync(join(models, `${name}.d.ts`), 'utf8');
  return new Set(
    [...text.matchAll(/^ {4}'([^']+)': /gm)].map(found => found[1]),
  );
}

function fieldsOf(model, name) {
  const required = requiredFields(name);
  return Object.fromEntries(
    model
      .getAttributeTypeMap()
      .map(one => [
        one.baseName,
        shortType(one.type, one.format) + (required.has(one.name) ? '!' : ''),
      ]),
  );
}

const definitions = {};
const pending = [...Object.values(roots)];
for (let name = pending.pop(); name; name = pending.pop()) {
  if (definitions[name]) continue;
  const module = await import(join(models, `${name}.js`));
  definitions[name] = fieldsOf(module[name], name);
  for (const type of Object.values(definitions[name])) {
    const reference = /\b[A-Z]\w+/.exec(type)?.[0];
    if (reference) pending.push(reference);
  }
}

const sorted = Object.fromEntries(
  Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)),
);
const text = `${JSON.stringify(sorted, null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write(
    'builtinFields.json is out of date: run node scripts/generateBuiltinSchemas.mjs\n',
  );
  process.exitCode = 1;
}
