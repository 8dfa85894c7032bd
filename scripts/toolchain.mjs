#!/usr/bin/env node
// Makes `npm start` and `npm test` work on a machine that has any Node >= 18 and npm and nothing else:
// fetches Node 24 and Yarn 4 from the npm registry into .local/toolchain when they are missing,
// installs the workspace when the lock file changed, and runs a command with both on the PATH.
//
//   node scripts/toolchain.mjs backstage-cli repo lint
//
// Plain JavaScript without dependencies, because it runs before anything is installed.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);
export const localDir = path.join(root, '.local');
const toolchainDir = path.join(localDir, 'toolchain');
const stampFile = path.join(localDir, 'installed');

// The platform package instead of `node`: it needs no install script, which npm is about to stop running.
const NODE_PACKAGE = `node-${
  process.platform === 'win32' ? 'win' : process.platform
}-${process.arch}`;
const NODE_VERSION = '24';
const YARN_VERSION = '4.18.1';

function say(message) {
  process.stderr.write(`[setup] ${message}\n`);
}

function nodeMajor() {
  return Number(process.versions.node.split('.')[0]);
}

/** Directory of a Node that Backstage 1.55 supports (22 or 24): the running one, or one fetched from npm. */
function ensureNode() {
  if ([22, 24].includes(nodeMajor())) return path.dirname(process.execPath);
  const dir = path.join(toolchainDir, 'node_modules', NODE_PACKAGE, 'bin');
  if (!fs.existsSync(path.join(dir, 'node'))) {
    say(
      `Node ${process.versions.node} runs here, Backstage needs 22 or 24: fetching Node ${NODE_VERSION} from npm ...`,
    );
    npmInstall(`${NODE_PACKAGE}@${NODE_VERSION}`);
  }
  return dir;
}

function ensureYarn() {
  const file = path.join(
    toolchainDir,
    'node_modules/@yarnpkg/cli-dist/bin/yarn.js',
  );
  if (!fs.existsSync(file)) {
    say(`fetching Yarn ${YARN_VERSION} from npm ...`);
    npmInstall(`@yarnpkg/cli-dist@${YARN_VERSION}`);
  }
  return file;
}

function npmInstall(spec) {
  fs.mkdirSync(toolchainDir, { recursive: true });
  const manifest = path.join(toolchainDir, 'package.json');
  if (!fs.existsSync(manifest))
    fs.writeFileSync(manifest, '{"private":true}\n');
  try {
    execFileSync(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel=error', spec],
      {
        cwd: toolchainDir,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      },
    );
  } catch (error) {
    throw new Error(
      `Could not install ${spec} with npm (${error.message}). Check that the npm registry is reachable: npm ping`,
    );
  }
}

/** A `bin` directory with `node` and `yarn` as people and tools expect them. */
function ensureShims(nodeDir, yarnFile) {
  const bin = path.join(toolchainDir, 'bin');
  fs.mkdirSync(bin, { recursive: true });
  const shim = `#!/bin/sh\nexec "${path.join(
    nodeDir,
    'node',
  )}" "${yarnFile}" "$@"\n`;
  const file = path.join(bin, 'yarn');
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== shim) {
    fs.writeFileSync(file, shim, { mode: 0o755 });
  }
  return bin;
}

/** Environment in which every tool of the repository runs. */
export function toolchainEnv() {
  const nodeDir = ensureNode();
  const bin = ensureShims(nodeDir, ensureYarn());
  return {
    ...process.env,
    PATH: [
      path.join(root, 'node_modules/.bin'),
      bin,
      nodeDir,
      process.env.PATH,
    ].join(path.delimiter),
    // Native packages that do compile must see the headers of the Node they will run on.
    npm_config_nodedir: path.dirname(nodeDir),
    YARN_IGNORE_PATH: '1',
  };
}

/** Installs the workspace unless it was installed from this very lock file. */
export async function ensureInstalled(env) {
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'yarn.lock')))
    .update(fs.readFileSync(path.join(root, 'package.json')))
    .digest('hex');
  const have = fs.existsSync(stampFile)
    ? fs.readFileSync(stampFile, 'utf8')
    : '';
  if (
    have === wanted &&
    fs.existsSync(path.join(root, 'node_modules/.yarn-state.yml'))
  )
    return;
  say('installing packages (about two minutes the first time) ...');
  const code = await run('yarn', ['install', '--immutable'], {
    env,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0)
    throw new Error(
      `yarn install failed with code ${code}; its output is above`,
    );
  fs.writeFileSync(stampFile, wanted);
}

/** Runs a command to its end and resolves with its exit code. */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      ...options,
    });
    const forward = signal => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

async function main([command, ...args]) {
  if (!command)
    throw new Error('usage: node scripts/toolchain.mjs COMMAND [ARGS...]');
  const env = toolchainEnv();
  await ensureInstalled(env);
  process.exitCode = await run(command, args, { env });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
