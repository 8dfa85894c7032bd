import { Cluster, ClusterCredential } from '@suoke/kubernetes-cache';

/** What the official client fills in; PEM texts as text or bytes. */
interface ConnectionOptions {
  ca?: string | Buffer;
  cert?: string | Buffer;
  key?: string | Buffer;
  headers: Record<string, string>;
}

/**
 * The cluster of a kubeconfig's current context. Tokens, certificates and credential plugins all work; the official client reads them.
 * Plain HTTP is for simulated clusters and `kubectl proxy`, which ask for no credential.
 */
export async function readKubeconfig(file: string): Promise<Cluster> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromFile(file);
  const cluster = kubeconfig.getCurrentCluster();
  if (!cluster) {
    throw new Error(`${file} has no current context: set current-context`);
  }
  const options: ConnectionOptions = { headers: {} };
  if (cluster.server.startsWith('https:')) {
    await kubeconfig.applyToHTTPSOptions(options);
  }
  return {
    name: 'under-test',
    url: cluster.server,
    ca: options.ca ? String(options.ca) : undefined,
    skipTLSVerify: cluster.skipTLSVerify,
    credential: toCredential(options),
  };
}

function toCredential(options: ConnectionOptions): ClusterCredential {
  const authorization = options.headers.Authorization ?? '';
  if (authorization.startsWith('Bearer ')) {
    return { type: 'token', token: authorization.slice('Bearer '.length) };
  }
  if (options.cert && options.key) {
    return {
      type: 'clientCertificate',
      cert: String(options.cert),
      key: String(options.key),
    };
  }
  return { type: 'anonymous' };
}
