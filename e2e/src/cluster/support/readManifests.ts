import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

const K8S = path.join(
  path.dirname(require.resolve('../../../../package.json')),
  'k8s',
);

/** An object of a manifest. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
  };
  [field: string]: unknown;
}

/** The objects of a file under `k8s/`. */
export function readManifests(file: string): Manifest[] {
  return parseAllDocuments(readFileSync(path.join(K8S, file), 'utf8'))
    .map(document => document.toJS())
    .filter(Boolean);
}
