import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './toolchain.mjs';

function start(...args) {
  return spawnSync(
    process.execPath,
    [path.join(root, 'scripts/start.mjs'), ...args],
    { encoding: 'utf8', timeout: 60_000 },
  );
}

test('a port in use is named, with its purpose and a remedy, and nothing is started', async t => {
  const server = net.createServer();
  // Whoever holds the port already makes the same point.
  await new Promise(resolve => {
    server.once('error', resolve);
    server.listen(16443, '127.0.0.1', resolve);
  });
  t.after(() => server.close());
  // In a process of its own, because this one would not answer while it waits.
  const { status, stderr, stdout } = start();
  assert.equal(status, 1);
  assert.match(stderr, /Port in use: .*16443 \(the local cluster\)/);
  assert.match(stderr, /lsof -i :/);
  assert.equal(stdout, '');
});

test('an unknown option is refused', () => {
  const { status, stderr } = start('--clusters');
  assert.notEqual(status, 0);
  assert.match(stderr, /Unknown option '--clusters'/);
});
