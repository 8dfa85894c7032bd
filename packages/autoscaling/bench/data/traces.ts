/** The public traces that forecasts are measured on. They are not part of the repository: README.md says where they come from. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadSeries } from '../../src/forecast';

const STEP_MS = 15 * 60_000;

export interface Trace {
  name: string;
  /** File in the folder of traces. */
  file: string;
  /** Of the version that the published figures were measured on. */
  sha256: string;
}

export const TRACES: readonly Trace[] = [
  {
    name: 'worldcup98',
    file: 'worldcup98.csv',
    sha256: 'd05038f98af96f6fab054f90445e02a68f37fd00a79c23f45b9b48e5ec91fb8e',
  },
  {
    name: 'nab_elb',
    file: 'elb_request_count_8c0756.csv',
    sha256: '74c26574a01ca9fb89dddb5021e2e13c3a93eb25dc640438a9acb1ceb00f1021',
  },
  {
    name: 'nab_twitter_amzn',
    file: 'Twitter_volume_AMZN.csv',
    sha256: '234f5e63f19a62720dfb7ccfd6ecc8349b94d93b33ef8aafbdb17edda0b654f3',
  },
  {
    name: 'nab_twitter_goog',
    file: 'Twitter_volume_GOOG.csv',
    sha256: '3a39cc23d1ff6a0f234b55298d0c46c21d2e94ddb81a0dad9e1e46e3aaa9ec90',
  },
  {
    name: 'crane_1',
    file: 'crane_input1.csv',
    sha256: '998a32ccd406c86d087c7e571dc6a18f5f1777e173b135c421720c7ccecc2745',
  },
  {
    name: 'crane_5',
    file: 'crane_input5.csv',
    sha256: '1267195d354be015f999bec08703bc9d9317ff825f3a9932a1da87294e439706',
  },
  {
    name: 'crane_8',
    file: 'crane_input8.csv',
    sha256: 'fd2bc740e3d93c04ea5d019e1afd025a5d663d355d88dd0a101bf6d35046eefd',
  },
  {
    name: 'crane_9',
    file: 'crane_input9.csv',
    sha256: '637b232601f5dfa87b1e13e81277beda0b803890d4230e3cef2f8aab955ca77b',
  },
];

/** `1998-04-30 21:30:00` (UTC) or seconds since the epoch. */
function instantOf(text: string): number {
  return /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(`${text.replace(' ', 'T')}Z`);
}

/** Means of 15 minutes; an interval without a line is left out. */
export function parseTrace(csv: string): LoadSeries {
  const buckets = new Map<number, { sum: number; count: number }>();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [time, value] = line.split(',');
    const key = Math.floor(instantOf(time) / STEP_MS);
    const bucket = buckets.get(key) ?? { sum: 0, count: 0 };
    bucket.sum += Number(value);
    bucket.count += 1;
    buckets.set(key, bucket);
  }
  const rows = [...buckets].sort(([a], [b]) => a - b);
  return {
    at: rows.map(([key]) => key * STEP_MS),
    values: rows.map(([, { sum, count }]) => sum / count),
  };
}

/** @returns undefined where the file is not in the folder */
export function readTrace(
  trace: Trace,
  folder: string,
): LoadSeries | undefined {
  const path = join(folder, trace.file);
  if (!existsSync(path)) return undefined;
  const content = readFileSync(path);
  const found = createHash('sha256').update(content).digest('hex');
  if (found !== trace.sha256)
    throw new Error(`${path} is another version of the trace: ${found}`);
  return parseTrace(content.toString());
}
