import path from 'node:path';

/** Definitions that every local cluster has: VPA, Gateway API and KEDA. */
export const CRDS_DIRECTORY = path.join(
  path.dirname(require.resolve('@suoke/local-cluster/package.json')),
  'crds',
);
