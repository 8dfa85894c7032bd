#!/usr/bin/env node
// `npm run bench -- NAME` prints one JSON object with the figures of NAME; without NAME, the list.
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, run, toolchainEnv } from './toolchain.mjs';

const BENCHES = {
  'local-cluster': 'packages/local-cluster/bench/local-cluster.ts',
  'kubernetes-cache': 'packages/kubernetes-cache/bench/kubernetes-cache.ts',
  replay: 'packages/autoscaling/bench/replay.ts',
  diagnosis: 'packages/autoscaling/bench/diagnosis.ts',
  forecast: 'packages/autoscaling/bench/forecast.ts',
};

async function main([name]) {
  const present = Object.keys(BENCHES).filter(each =>
    fs.existsSync(path.join(root, BENCHES[each])),
  );
  if (!name) {
    process.stdout.write(`${present.join('\n')}\n`);
    return;
  }
  if (!present.includes(name)) {
    throw new Error(
      `Unknown benchmark '${name}'. Known: ${present.join(', ')}`,
    );
  }
  const env = toolchainEnv();
  await ensureInstalled(env);
  process.exitCode = await run(
    'node',
    [
      '--expose-gc',
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      BENCHES[name],
    ],
    { env },
  );
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
