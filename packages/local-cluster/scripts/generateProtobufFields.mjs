/**
 * Writes src/apiserver/protobuf/messages.json: the field numbers with which Kubernetes clients encode objects. They are
 * part of the wire protocol and are read from the .proto files that k8s.io/api and k8s.io/apimachinery publish.
 *
 *   node scripts/generateProtobufFields.mjs <checkout of kubernetes/api> <checkout of kubernetes/apimachinery>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [api, apimachinery] = process.argv.slice(2);
const target = join(
  import.meta.dirname,
  '../src/apiserver/protobuf/messages.json',
);
const roots = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '../src/apiserver/protobuf/kinds.json'),
    'utf8',
  ),
);
const files = [
  ...[
    'admissionregistration/v1',
    'apps/v1',
    'authentication/v1',
    'authorization/v1',
    'autoscaling/v1',
    'autoscaling/v2',
    'batch/v1',
    'coordination/v1',
    'core/v1',
    'discovery/v1',
    'events/v1',
    'networking/v1',
    'policy/v1',
    'rbac/v1',
    'scheduling/v1',
    'storage/v1',
  ].map(path => join(api, path, 'generated.proto')),
  ...[
    'pkg/api/resource',
    'pkg/apis/meta/v1',
    'pkg/runtime',
    'pkg/util/intstr',
  ].map(path => join(apimachinery, path, 'generated.proto')),
];

const fieldPattern =
  /^\s*(optional|repeated|map<string,\s*([\w.]+)>)\s+(?:([\w.]+)\s+)?(\w+) = (\d+)/;
const scalars = new Set([
  'string',
  'bytes',
  'bool',
  'int32',
  'int64',
  'double',
]);
const all = {};

for (const file of files) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const pkg = /^package ([\w.]+);/m.exec(lines.join('\n'))[1];
  const qualified = type => {
    if (scalars.has(type)) return type;
    return type.includes('.') ? type.replace(/^\./, '') : `${pkg}.${type}`;
  };
  let message;
  for (const line of lines) {
    const opened = /^message (\w+)/.exec(line);
    if (opened) all[`${pkg}.${opened[1]}`] = message = {};
    const field = !line.trim().startsWith('//') && fieldPattern.exec(line);
    if (!field || !message) continue;
    const [, label, mapValue, type, name, number] = field;
    const written = mapValue
      ? `{${qualified(mapValue)}`
      : (label === 'repeated' ? '[' : '') + qualified(type);
    message[number] = `${name} ${written}`;
  }
}

const used = {};
const pending = [...Object.values(roots)];
for (let name = pending.pop(); name; name = pending.pop()) {
  if (used[name]) continue;
  if (!all[name]) throw new Error(`No message ${name} in the .proto files`);
  used[name] = all[name];
  for (const field of Object.values(all[name])) {
    const type = field.split(' ')[1].replace(/^[[{]/, '');
    if (!scalars.has(type)) pending.push(type);
  }
}
const sorted = Object.fromEntries(
  Object.entries(used).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(target, `${JSON.stringify(sorted, null, 2)}\n`);
