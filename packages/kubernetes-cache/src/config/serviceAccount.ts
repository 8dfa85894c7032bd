import { Cluster } from '../client';

/** Where the kubelet mounts the service account of a pod. */
const DIRECTORY = '/var/run/secrets/kubernetes.io/serviceaccount';
const TOKEN_FILE = `${DIRECTORY}/token`;
const CA_FILE = `${DIRECTORY}/ca.crt`;

/** What of the surroundings tells whether this process is a pod. */
export interface ServiceAccountEnvironment {
  variables: Record<string, string | undefined>;
  fileExists: (path: string) => boolean;
}

/** How a pod reaches the cluster it runs in; nothing when this process is no pod. */
export function inClusterConnection(
  environment: ServiceAccountEnvironment,
): Pick<Cluster, 'url' | 'credential' | 'caFile'> | undefined {
  if (!environment.fileExists(CA_FILE)) {
    return undefined;
  }
  const {
    KUBERNETES_SERVICE_HOST: host = 'kubernetes.default.svc',
    KUBERNETES_SERVICE_PORT: port = '443',
  } = environment.variables;
  const scheme =
    port === '80' || port === '8080' || port === '8001' ? 'http' : 'https';
  return {
    url: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    credential: { type: 'tokenFile', path: TOKEN_FILE },
    caFile: CA_FILE,
  };
}
