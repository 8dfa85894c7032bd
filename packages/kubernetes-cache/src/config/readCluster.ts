import { Config } from '@backstage/config';
import { Cluster } from '../client';
import { ClusterConfigError } from './ClusterConfigError';
import {
  inClusterConnection,
  ServiceAccountEnvironment,
} from './serviceAccount';

const AUTH_PROVIDER_ANNOTATION = 'kubernetes.io/auth-provider';

export type ReadClusterResult =
  | { type: 'Supported'; cluster: Cluster }
  | { type: 'Unsupported'; message: string };

interface ReadClusterOptions {
  /** Where the cluster stands in the configuration, for messages. */
  path: string;
  environment: ServiceAccountEnvironment;
}

/** Reads one cluster of the locator method `config`. The fields and their meaning are those of the Kubernetes plugin. */
export function readCluster(
  config: Config,
  options: ReadClusterOptions,
): ReadClusterResult {
  const { path } = options;
  const name = requireString(config, 'name', {
    path,
    remedy: 'give the cluster a name',
  });
  const url = readUrl(config, path);
  const authProvider =
    readAuthMetadata(config)[AUTH_PROVIDER_ANNOTATION] ??
    optionalString(config, 'authProvider', path);
  const cluster = {
    name,
    url,
    title: optionalString(config, 'title', path),
    skipTLSVerify: config.getOptionalBoolean('skipTLSVerify') ?? false,
    ca: readCa(config, path),
    caFile: optionalString(config, 'caFile', path),
  };
  switch (authProvider) {
    case 'serviceAccount':
      return {
        type: 'Supported',
        cluster: withServiceAccount(cluster, config, options),
      };
    case 'localKubectlProxy':
      return {
        type: 'Supported',
        cluster: { ...cluster, credential: { type: 'anonymous' } },
      };
    case undefined:
      throw new ClusterConfigError(
        `${path}.authProvider`,
        "is missing; use 'serviceAccount' with a serviceAccountToken",
      );
    default:
      return {
        type: 'Unsupported',
        message: `${path}.authProvider: cluster '${name}' is left out, because '${authProvider}' needs a signed-in user or a cloud identity and watching has neither; use 'serviceAccount' with a serviceAccountToken`,
      };
  }
}

function withServiceAccount(
  cluster: Omit<Cluster, 'credential'>,
  config: Config,
  { path, environment }: ReadClusterOptions,
): Cluster {
  const token =
    optionalString(config, 'serviceAccountToken', path) ??
    readAuthMetadata(config).serviceAccountToken;
  if (token) {
    return { ...cluster, credential: { type: 'token', token } };
  }
  // As the Kubernetes plugin does: without a token it is the cluster this pod runs in, whatever the url says.
  const inCluster = inClusterConnection(environment);
  if (!inCluster) {
    throw new ClusterConfigError(
      `${path}.serviceAccountToken`,
      'is missing, and this process does not run in a pod with a service account; give a token',
    );
  }
  return { ...cluster, ca: undefined, ...inCluster };
}

function readUrl(config: Config, path: string): string {
  const text = requireString(config, 'url', {
    path,
    remedy: 'give the address of the API server, https://host:port',
  });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new ClusterConfigError(
      `${path}.url`,
      'is no http or https URL; write https://host:port',
    );
  }
  if (url.username || url.password) {
    throw new ClusterConfigError(
      `${path}.url`,
      'must not contain credentials; use serviceAccountToken',
    );
  }
  return text;
}

function readCa(config: Config, path: string): string | undefined {
  const encoded = optionalString(config, 'caData', path);
  if (encoded === undefined) {
    return undefined;
  }
  const ca = Buffer.from(encoded, 'base64').toString('utf8');
  if (!ca.includes('-----BEGIN CERTIFICATE-----')) {
    throw new ClusterConfigError(
      `${path}.caData`,
      'is no certificate; give the PEM file encoded in base64, as certificate-authority-data of a kubeconfig has it',
    );
  }
  return ca;
}

function readAuthMetadata(config: Config): Record<string, string | undefined> {
  return config.getOptional<Record<string, string>>('authMetadata') ?? {};
}

function requireString(
  config: Config,
  field: string,
  options: { path: string; remedy: string },
): string {
  const value = optionalString(config, field, options.path);
  if (value === undefined) {
    throw new ClusterConfigError(
      `${options.path}.${field}`,
      `is missing; ${options.remedy}`,
    );
  }
  return value;
}

/** An empty string counts as absent: it is what an unset environment variable leaves. */
function optionalString(
  config: Config,
  field: string,
  path: string,
): string | undefined {
  const value = config.getOptional(field);
  if (value === undefined || value === '') {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new ClusterConfigError(`${path}.${field}`, 'must be a text');
  }
  return value;
}
