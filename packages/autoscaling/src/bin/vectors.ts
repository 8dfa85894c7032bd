// Command: runs a file of HPA vectors against this library. `npm run vectors -- FILE`
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatVectorReport, runVectors } from '../hpa/vectors/runVectors';

const REPOSITORY_ROOT = path.resolve(__dirname, '../../../..');

function findFile(file: string): string {
  const bases = [process.env.INIT_CWD, process.cwd(), REPOSITORY_ROOT].filter(
    base => base !== undefined,
  );
  const candidates = bases.map(base => path.resolve(base, file));
  const found = candidates.find(candidate => {
    try {
      readFileSync(candidate);
      return true;
    } catch {
      return false;
    }
  });
  if (found) return found;
  throw new Error(
    `Cannot read ${[...new Set(candidates)].join(' or ')}: check the path`,
  );
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`);
  }
}

function main(args: string[]): number {
  if (args.length !== 1) throw new Error('usage: npm run vectors -- FILE');
  const report = runVectors(parse(findFile(args[0])));
  process.stdout.write(`${formatVectorReport(report)}\n`);
  return report.failed === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
