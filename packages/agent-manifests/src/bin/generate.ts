import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fleet } from '../fleet/fleet';
import { generatedFiles } from '../generated/generatedFiles';

/** Writes the generated files below the directory given as the only argument: the root of the repository. */
function main(args: string[]): number {
  if (args.length !== 1) {
    process.stderr.write('usage: generate.ts DIRECTORY\n');
    return 2;
  }
  const root = resolve(args[0]);
  for (const [path, content] of Object.entries(generatedFiles(fleet))) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    process.stdout.write(`${path}\n`);
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
