#!/usr/bin/env node
// `npm test`: every tier, cheapest first, and one closing line that adds them up.
//
//   npm test                     all tiers
//   npm test -- unit browser     only these
//   CLUSTER_KUBECONFIG=FILE npm run test:cluster
//
// A tier that is a single check (format, types, lint, generated files) counts as one test.
import fs from 'node:fs';
import path from 'node:path';
import { findOnPath, startServices } from './services.mjs';
import { ensureInstalled, localDir, run, toolchainEnv } from './toolchain.mjs';

const resultsDir = path.join(localDir, 'test-results');

const TIERS = {
  format: check('prettier', ['--check', '--loglevel=warn', '.']),
  types: check('tsc', ['--incremental', 'false']),
  // Reads the declarations that the types tier has just written.
  api: check('node', ['scripts/apiReports.mjs', '--ci']),
  lint: check('backstage-cli', ['repo', 'lint', '--max-warnings=0']),
  config: check('backstage-cli', ['config:check', '--lax']),
  generated: check('node', ['scripts/generate.mjs', '--check']),
  scripts,
  unit: jest('unit', 'backstage-cli', ['repo', 'test', '--watchAll=false']),
  cluster: jest('cluster', 'jest', ['-c', 'e2e/jest.cluster.config.js']),
  browser: playwright('browser', 'e2e/playwright.config.ts'),
  production: playwright('production', 'e2e/playwright.production.config.ts'),
};

function check(command, args) {
  return async env => {
    const code = await run(command, args, { env });
    return {
      passed: code === 0 ? 1 : 0,
      failed: code === 0 ? 0 : 1,
      skipped: 0,
    };
  };
}

function jest(name, command, args) {
  return async env => {
    const outputFile = path.join(resultsDir, `${name}.json`);
    fs.rmSync(outputFile, { force: true });
    const code = await run(
      command,
      [...args, '--json', `--outputFile=${outputFile}`],
      // The JSON goes to the file and to standard output; people read the reporter's on standard error.
      { env, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    return readJestCounts(outputFile, code);
  };
}

function readJestCounts(file, code) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failed =
    report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0);
  return {
    passed: report.numPassedTests,
    // A non-zero exit without a failed test (a coverage threshold, a leaked handle) is a failure all the same.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests,
  };
}

/** Node's own runner: people read the specification, the counts come from its TAP. */
async function scripts(env) {
  const tap = path.join(resultsDir, 'scripts.tap');
  const code = await run(
    'node',
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stderr',
      '--test-reporter=tap',
      `--test-reporter-destination=${tap}`,
      'scripts/*.test.mjs',
    ],
    { env, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const text = fs.readFileSync(tap, 'utf8');
  return {
    passed: countOf(text, 'pass'),
    failed: Math.max(countOf(text, 'fail'), code === 0 ? 0 : 1),
    skipped: countOf(text, 'skipped'),
  };
}

function countOf(tap, name) {
  return Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
}

/** Playwright's JSON report knows expected, unexpected and skipped tests. */
function playwright(name, config) {
  return async env => {
    const reportFile = path.join(resultsDir, `${name}.json`);
    fs.rmSync(reportFile, { force: true });
    const missing = [
      ...(['chromium', 'chromium-browser', 'google-chrome'].some(findOnPath)
        ? []
        : ['Chromium']),
      ...(name === 'production' &&
      !(
        env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING &&
        env.BACKSTAGE_TEST_CACHE_REDIS7_CONNECTION_STRING
      )
        ? ['PostgreSQL and Redis']
        : []),
    ];
    if (missing.length > 0) {
      process.stderr.write(
        `[test] ${name} is skipped: ${missing.join(' and ')} not installed\n`,
      );
      return { passed: 0, failed: 0, skipped: 1 };
    }
    const code = await run('playwright', ['test', '-c', config], {
      env,
      stdio: ['ignore', 2, 2],
    });
    if (!fs.existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
    const { stats } = JSON.parse(fs.readFileSync(reportFile, 'utf8'));
    return {
      passed: stats.expected,
      failed: Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1),
      skipped: stats.skipped,
    };
  };
}

async function main(names) {
  const unknown = names.filter(name => !(name in TIERS));
  if (unknown.length > 0) {
    throw new Error(
      `Unknown tier: ${unknown.join(', ')}. Known: ${Object.keys(TIERS).join(
        ', ',
      )}`,
    );
  }
  const selected = names.length > 0 ? names : Object.keys(TIERS);
  let env = toolchainEnv();
  await ensureInstalled(env);
  fs.mkdirSync(resultsDir, { recursive: true });

  const services = ['unit', 'production'].some(name => selected.includes(name))
    ? await startServices()
    : undefined;
  for (const what of services?.missing ?? []) {
    process.stderr.write(
      `[test] ${what} is not installed: tests that need it are skipped\n`,
    );
  }
  // Production mode must not leak in from the shell: React's test builds refuse it.
  env = {
    ...env,
    ...services?.env,
    NODE_ENV: 'test',
    CI: '1',
    FORCE_COLOR: '0',
  };

  const totals = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  try {
    for (const name of selected) {
      process.stderr.write(`\n[test] ${name} ...\n`);
      const startedAt = Date.now();
      const counts = await TIERS[name](env);
      for (const key of Object.keys(totals)) totals[key] += counts[key];
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
      lines.push(
        `${name.padEnd(10)} ${counts.passed} passed, ${counts.failed} failed, ${
          counts.skipped
        } skipped (${seconds} s)`,
      );
      process.stderr.write(`[test] ${lines.at(-1)}\n`);
    }
  } finally {
    services?.stop();
  }
  process.stdout.write(`\n${lines.join('\n')}\n`);
  process.stdout.write(
    `\n${totals.passed} passed, ${totals.failed} failed${
      totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
    }\n`,
  );
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
