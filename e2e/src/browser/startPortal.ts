import type { FullConfig } from '@playwright/test';
import { ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const READY_TIMEOUT_MS = 5 * 60_000;

/**
 * Starts the whole portal as a newcomer does, with state of its own, so that a developer's is neither used nor hurt.
 * Its output is kept beside the test results.
 */
export default async function startPortal(
  config: FullConfig,
): Promise<(() => Promise<void>) | undefined> {
  // While a journey is written, the portal of the developer is good enough.
  if (process.env.PORTAL_RUNNING) return undefined;
  const root = resolve(dirname(config.configFile!), '..');
  const state = mkdtempSync(join(tmpdir(), 'portal-browser-'));
  const results = join(root, '.local/test-results');
  mkdirSync(results, { recursive: true });
  const log = createWriteStream(join(results, 'portal.log'));
  process.env.PORTAL_STATE = state;

  const portal = spawn(
    process.execPath,
    [join(root, 'scripts/start.mjs'), '--state', state],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  portal.stdout.pipe(log);
  portal.stderr.pipe(log);
  try {
    await untilReady(portal);
  } catch (error) {
    portal.kill('SIGTERM');
    throw error;
  }
  return async () => {
    await ended(portal);
    rmSync(state, { recursive: true, force: true });
  };
}

/** `npm start` prints the portal's address as its last step. */
function untilReady(portal: ChildProcess): Promise<void> {
  return new Promise((done, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new Error(`The portal did not start in time:\n${output}`)),
      READY_TIMEOUT_MS,
    );
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-10_000);
      if (/\[start\] Portal {3}http/.test(output)) {
        clearTimeout(timer);
        done();
      }
    };
    portal.stdout!.on('data', read);
    portal.stderr!.on('data', read);
    portal.once('exit', code => {
      clearTimeout(timer);
      reject(new Error(`The portal ended with code ${code}:\n${output}`));
    });
  });
}

function ended(portal: ChildProcess): Promise<void> {
  return new Promise(done => {
    if (portal.exitCode !== null) {
      done();
      return;
    }
    portal.once('exit', () => done());
    portal.kill('SIGTERM');
  });
}
