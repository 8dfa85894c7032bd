import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CRD_FILE, renderCrdFile } from '../crd/renderCrdFile';

const directory = process.argv[2];
if (!directory) {
  process.stderr.write('usage: generate-crds <output directory>\n');
  process.exit(2);
}
const file = join(directory, CRD_FILE);
writeFileSync(file, renderCrdFile());
process.stdout.write(`wrote ${file}\n`);
