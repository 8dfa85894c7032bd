#!/usr/bin/env node
// `npm start`: the local cluster, the backend and the portal, in one terminal, from a bare clone.
//
//   npm start                     everything on the embedded default
//   npm start -- --no-cluster     only backend and portal, for clusters of your own in app-config.local.yaml
//   npm start -- --speed 60       cluster time runs 60 times faster
//   npm start -- --state DIR      keeps databases and cluster state in DIR instead of .local
//   npm start -- --config FILE    configuration instead of app-config.yaml and app-config.local.yaml; repeatable
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, localDir, root, toolchainEnv } from './toolchain.mjs';

const PORTAL = 'http://localhost:3000';
const BACKEND = 'http://localhost:7007';
const CLUSTER_PORT = 16443;
/** What the local cluster runs, in the order in which it is applied. */
const MANIFESTS = [
  'k8s/ai-model-version-crd.yaml',
  'k8s/agents.yaml',
  'k8s/hpa-agents.yaml',
  'k8s/vpa-agents.yaml',
  'k8s/ai-model-examples.yaml',
];
const READY_TIMEOUT_MS = 5 * 60_000;

const { values: options } = parseArgs({
  options: {
    'no-cluster': { type: 'boolean', default: false },
    speed: { type: 'string', default: '1' },
    state: { type: 'string' },
    config: { type: 'string', multiple: true, default: [] },
  },
});

const stateDir = path.resolve(options.state ?? localDir);
const kubeconfig = path.join(stateDir, 'kubeconfig');
const children = new Set();
let stopping = false;

function say(message) {
  process.stdout.write(`[start] ${message}\n`);
}

async function main() {
  const startedAt = Date.now();
  await requireFreePorts([
    [3000, 'the portal'],
    [7007, 'the backend'],
    ...(options['no-cluster'] ? [] : [[CLUSTER_PORT, 'the local cluster']]),
  ]);
  const env = {
    ...toolchainEnv(),
    NODE_ENV: 'development',
    PORTAL_STATE_DIR: stateDir,
  };
  await ensureInstalled(env);
  // Migrations and documents are written below these.
  fs.mkdirSync(path.join(stateDir, 'database'), { recursive: true });

  if (!options['no-cluster']) {
    startChild('cluster', 'node', clusterArgs(), env);
    await waitFor(
      `http://127.0.0.1:${CLUSTER_PORT}/readyz`,
      'the local cluster',
    );
  }
  startChild(
    'portal',
    'backstage-cli',
    [
      'repo',
      'start',
      ...options.config.flatMap(file => ['--config', path.resolve(file)]),
    ],
    env,
  );
  await waitFor(`${BACKEND}/.backstage/health/v1/readiness`, 'the backend');
  await waitFor(PORTAL, 'the portal');
  say('');
  say(
    `Portal   ${PORTAL}   (${Math.round((Date.now() - startedAt) / 1000)} s)`,
  );
  say(`Backend  ${BACKEND}`);
  if (!options['no-cluster']) {
    say(
      `Cluster  http://127.0.0.1:${CLUSTER_PORT}   simulated; try: kubectl --kubeconfig ${path.relative(
        process.cwd(),
        kubeconfig,
      )} get hpa -A`,
    );
  }
  say(
    'Press Ctrl+C to stop. State is kept in ' +
      `${path.relative(process.cwd(), stateDir)}; delete it to start over.`,
  );
}

function clusterArgs() {
  return [
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'packages/local-cluster/src/bin/local-cluster.ts',
    '--port',
    String(CLUSTER_PORT),
    '--speed',
    options.speed,
    '--state',
    path.join(stateDir, 'cluster-state.json'),
    '--kubeconfig',
    kubeconfig,
    '--namespace',
    'suoke-agents',
    ...MANIFESTS.flatMap(file => ['--manifests', file]),
  ];
}

function startChild(name, command, args, env) {
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that stopping it stops what it started.
    detached: process.platform !== 'win32',
  });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) prefixLines(stream, name);
  child.on('exit', (code, signal) => {
    children.delete(child);
    if (!stopping) {
      say(
        `${name} ended (${
          signal ?? `code ${code}`
        }); the reason is in its last lines above. Stopping the rest.`,
      );
      stop(code || 1);
    }
  });
}

function prefixLines(stream, name) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', chunk => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) process.stdout.write(`[${name}] ${line}\n`);
  });
  stream.on('end', () => {
    if (rest) process.stdout.write(`[${name}] ${rest}\n`);
  });
}

async function requireFreePorts(ports) {
  const taken = [];
  for (const [port, what] of ports) {
    if (!(await isFree(port))) taken.push(`${port} (${what})`);
  }
  if (taken.length > 0) {
    throw new Error(
      `Port in use: ${taken.join(
        ', ',
      )}. Is the portal already running? Find the process with: lsof -i :${parseInt(
        taken[0],
        10,
      )}`,
    );
  }
}

/** Both loopback families: `localhost` may resolve to either. */
async function isFree(port) {
  const results = await Promise.all(
    ['127.0.0.1', '::1'].map(
      host =>
        new Promise(resolve => {
          const server = net.createServer();
          server.once('error', error => resolve(error.code !== 'EADDRINUSE'));
          server.listen(port, host, () => server.close(() => resolve(true)));
        }),
    ),
  );
  return results.every(Boolean);
}

async function waitFor(url, what) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let reminder = Date.now() + 15_000;
  while (!stopping) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > deadline) {
      throw new Error(
        `${what} did not answer at ${url} within five minutes; its last lines above say why`,
      );
    }
    if (Date.now() > reminder) {
      say(`still waiting for ${what} ...`);
      reminder = Date.now() + 15_000;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}

function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) kill(child, 'SIGTERM');
  // State is written on SIGTERM; what has not ended by then will not.
  setTimeout(() => {
    for (const child of children) kill(child, 'SIGKILL');
  }, 10_000).unref();
}

function kill(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  stop(1);
});
