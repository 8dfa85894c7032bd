// Real PostgreSQL and Redis for the tests that need them: started on free loopback ports with throw-away data, stopped
// after. A binary that is not installed is reported, and the tests that need it are skipped with that reason.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const SYSTEM_PATH = `${process.env.PATH}:/usr/sbin:/sbin`;

/**
 * Starts what is installed.
 * @returns {{ env: Record<string, string>, missing: string[], stop: () => void }}
 */
export async function startServices() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-services-'));
  fs.chmodSync(dir, 0o755);
  const stops = [];
  const env = { BACKSTAGE_TEST_DISABLE_DOCKER: '1' };
  const missing = [];

  const stop = () => {
    for (const end of stops.reverse()) end();
    fs.rmSync(dir, { recursive: true, force: true });
  };
  try {
    const postgres = await startPostgres(path.join(dir, 'postgres'));
    if (postgres) {
      env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING = postgres.url;
      stops.push(postgres.stop);
    } else missing.push('PostgreSQL (Debian package: postgresql)');

    const redis = await startRedis(dir);
    if (redis) {
      env.BACKSTAGE_TEST_CACHE_REDIS7_CONNECTION_STRING = redis.url;
      stops.push(redis.stop);
    } else missing.push('Redis (Debian package: redis-server)');
  } catch (error) {
    stop();
    throw error;
  }
  return { env, missing, stop };
}

async function startPostgres(dir) {
  const bin = findPostgresBin();
  if (!bin) return undefined;
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const asRoot = process.getuid?.() === 0;
  const runAs = (command, args) =>
    asRoot
      ? execFileSync(
          'runuser',
          ['-u', 'postgres', '--', command, ...args],
          // runuser lives where root's PATH does not always look.
          { stdio: 'pipe', env: { ...process.env, PATH: SYSTEM_PATH } },
        )
      : execFileSync(command, args, { stdio: 'pipe' });

  fs.mkdirSync(dir);
  if (asRoot) execFileSync('chown', ['postgres', dir]);
  const data = path.join(dir, 'data');
  const port = await freePort();
  runAs(path.join(bin, 'initdb'), [
    '--pgdata',
    data,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--no-sync',
  ]);
  runAs(path.join(bin, 'pg_ctl'), [
    '--pgdata',
    data,
    '--wait',
    '--log',
    path.join(dir, 'log'),
    '-o',
    `-p ${port} -k ${dir} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300`,
    'start',
  ]);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop: () =>
      runAs(path.join(bin, 'pg_ctl'), [
        '--pgdata',
        data,
        '--mode=immediate',
        'stop',
      ]),
  };
}

function findPostgresBin() {
  const onPath = findOnPath('initdb');
  if (onPath) return path.dirname(onPath);
  const debian = '/usr/lib/postgresql';
  if (!fs.existsSync(debian)) return undefined;
  const versions = fs
    .readdirSync(debian)
    .filter(version => fs.existsSync(path.join(debian, version, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a));
  return versions.length > 0
    ? path.join(debian, versions[0], 'bin')
    : undefined;
}

async function startRedis(dir) {
  const binary = findOnPath('redis-server');
  if (!binary) return undefined;
  const port = await freePort();
  const child = spawn(
    binary,
    ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', dir].map(
      String,
    ),
    { stdio: 'ignore' },
  );
  await waitForPort(port, 'redis-server');
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => child.kill('SIGKILL'),
  };
}

export function findOnPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(dir => path.join(dir, name))
    .find(file => fs.existsSync(file));
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function waitForPort(port, what) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const open = await new Promise(resolve => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not open port ${port} within 10 seconds`);
}
