#!/usr/bin/env node
// `npm run api-reports` writes report*.api.md: what each published package offers. With --ci it fails when one is not
// current. It reads the declarations that `npm run tsc` writes.
import { run, toolchainEnv } from './toolchain.mjs';

/** Private packages have no public surface. */
const PACKAGES = [
  'packages/autoscaling',
  'packages/agent-manifests',
  'packages/kubernetes-cache',
  'plugins/*',
];

/** The reports are for reading a surface; what these say is for lint and reviewers. */
const OMITTED = [
  'ae-wrong-input-file-type',
  'ae-undocumented',
  'ae-forgotten-export',
];

process.exitCode = await run(
  'backstage-repo-tools',
  [
    'api-reports',
    ...process.argv.slice(2),
    '--allow-all-warnings',
    '--omit-messages',
    OMITTED.join(','),
    ...PACKAGES,
  ],
  { env: toolchainEnv(), stdio: ['ignore', 'ignore', 'inherit'] },
);
