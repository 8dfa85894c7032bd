import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** The system's Chromium, or the one that `CHROMIUM` names: the test runner cannot download its own everywhere. */
export function chromiumExecutable(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const dirs = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap(name => dirs.map(dir => join(dir, name))).find(
    existsSync,
  );
}
