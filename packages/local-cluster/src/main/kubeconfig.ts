import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';

/** Name of cluster, user and context in the kubeconfig. */
export const CLUSTER_NAME = 'local';

/** A kubeconfig for the server at `url`. There are no credentials: the server accepts whoever reaches the loopback. */
export function kubeconfigText(url: string): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: CLUSTER_NAME,
        // There is no TLS to verify, but the JavaScript client takes plain HTTP only from who says so.
        cluster: { server: url, 'insecure-skip-tls-verify': true },
      },
    ],
    users: [{ name: CLUSTER_NAME, user: {} }],
    contexts: [
      {
        name: CLUSTER_NAME,
        context: { cluster: CLUSTER_NAME, user: CLUSTER_NAME },
      },
    ],
    'current-context': CLUSTER_NAME,
  });
}

/** Writes a file that only its owner may read, also when it was there before with other permissions. */
export function writePrivateFile(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  fs.writeFileSync(file, text, { mode: 0o600 });
  fs.chmodSync(file, 0o600);
}
