import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fleet } from '../fleet/fleet';
import { generatedFiles } from '../generated/generatedFiles';

/** Writes the manifests into the given `k8s` directory, and the agents of the catalog into `catalog` beside it. */
function main(args: string[]): number {
  const directory = resolve(args[0] ?? '');
  if (args.length !== 1 || basename(directory) !== 'k8s') {
    process.stderr.write('usage: generate.ts PATH/k8s\n');
    return 2;
  }
  const root = dirname(directory);
  for (const [path, content] of Object.entries(generatedFiles(fleet))) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    process.stdout.write(`${path}\n`);
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
