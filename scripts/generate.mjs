#!/usr/bin/env node
// `npm run generate` writes every generated file of the repository; `-- --check` fails when one was not current.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, run, toolchainEnv } from './toolchain.mjs';

const transform = ['--require', '@backstage/cli/config/nodeTransform.cjs'];

const GENERATORS = [
  {
    what: 'Kubernetes manifests of the fleet',
    command: [
      'node',
      ...transform,
      'packages/agent-manifests/src/bin/generate.ts',
      'k8s',
    ],
    writes: ['k8s', 'catalog'],
  },
  {
    what: 'CRDs of the model kinds',
    command: [
      'node',
      ...transform,
      'plugins/ai-models-common/src/bin/generate-crds.ts',
      'k8s',
    ],
    writes: ['k8s', 'catalog'],
  },
  {
    what: "Chinese of Backstage's own pages",
    command: [
      'backstage-cli',
      'translations',
      'import',
      '--output',
      'src/translations/backstage.ts',
    ],
    cwd: 'packages/app',
    writes: ['packages/app/src/translations/backstage.ts'],
  },
];

function hashes(paths) {
  const found = new Map();
  const walk = file => {
    if (!fs.existsSync(file)) return;
    if (fs.statSync(file).isDirectory()) {
      for (const name of fs.readdirSync(file)) walk(path.join(file, name));
      return;
    }
    const digest = createHash('sha256')
      .update(fs.readFileSync(file))
      .digest('hex');
    found.set(path.relative(root, file), digest);
  };
  for (const entry of paths) walk(path.join(root, entry));
  return found;
}

async function main(args) {
  const checking = args.includes('--check');
  const env = toolchainEnv();
  await ensureInstalled(env);
  const written = [...new Set(GENERATORS.flatMap(each => each.writes))];
  const before = hashes(written);
  for (const { what, command, cwd = '.' } of GENERATORS) {
    process.stderr.write(`[generate] ${what}\n`);
    const code = await run(command[0], command.slice(1), {
      env,
      cwd: path.join(root, cwd),
    });
    if (code !== 0) throw new Error(`Generating ${what} failed`);
  }
  const after = hashes(written);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    file => before.get(file) !== after.get(file),
  );
  for (const file of changed) process.stdout.write(`changed: ${file}\n`);
  if (checking && changed.length > 0) {
    throw new Error('Generated files were not current; commit the above');
  }
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
