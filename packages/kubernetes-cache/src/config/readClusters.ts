import { existsSync } from 'node:fs';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Cluster } from '../client';
import { ClusterConfigError } from './ClusterConfigError';
import { readCluster } from './readCluster';
import { ServiceAccountEnvironment } from './serviceAccount';

const METHODS = 'kubernetes.clusterLocatorMethods';

/**
 * Reads the clusters that the Kubernetes plugin of this Backstage is configured with, as far as a process without a user can reach them.
 *
 * @remarks
 * A source or cluster that is left out is named in a warning, with the reason. Without configuration there are no clusters.
 *
 * @throws {@link ClusterConfigError} for configuration that cannot work.
 */
export function readClusters(
  config: Config,
  options: {
    logger: LoggerService;
    /** Where a pod finds its service account; differs only in tests. */
    environment?: Partial<ServiceAccountEnvironment>;
  },
): Cluster[] {
  const environment: ServiceAccountEnvironment = {
    variables: process.env,
    fileExists: existsSync,
    ...options.environment,
  };
  const clusters: Cluster[] = [];
  const methods = config.getOptionalConfigArray(METHODS) ?? [];
  for (const [position, method] of methods.entries()) {
    const path = `${METHODS}[${position}]`;
    clusters.push(
      ...readMethod(method, { path, environment, logger: options.logger }),
    );
  }
  requireUniqueNames(clusters);
  return clusters;
}

interface ReadMethodOptions {
  path: string;
  environment: ServiceAccountEnvironment;
  logger: LoggerService;
}

function readMethod(method: Config, options: ReadMethodOptions): Cluster[] {
  const { path, logger } = options;
  const type = method.getOptionalString('type');
  switch (type) {
    case 'config':
      return readConfiguredClusters(method, options);
    case 'localKubectlProxy':
      // What `kubectl proxy` serves by default; it adds the credential itself.
      return [
        {
          name: 'local',
          url: 'http://localhost:8001',
          credential: { type: 'anonymous' },
        },
      ];
    case 'catalog':
    case 'gke':
      logger.warn(
        `${path}: clusters of type '${type}' cannot be watched by this portal and are left out; list them under type 'config' with a serviceAccountToken`,
      );
      return [];
    default:
      throw new ClusterConfigError(
        `${path}.type`,
        `${
          type === undefined ? 'is missing' : `'${type}' is not known`
        }; use 'config' or 'localKubectlProxy'`,
      );
  }
}

function readConfiguredClusters(
  method: Config,
  { path, environment, logger }: ReadMethodOptions,
): Cluster[] {
  const clusters = method.getOptionalConfigArray('clusters');
  if (!clusters) {
    throw new ClusterConfigError(
      `${path}.clusters`,
      'is missing; give a list of clusters, which may be empty',
    );
  }
  return clusters.flatMap((cluster, position) => {
    const read = readCluster(cluster, {
      path: `${path}.clusters[${position}]`,
      environment,
    });
    if (read.type === 'Unsupported') {
      logger.warn(read.message);
      return [];
    }
    return [read.cluster];
  });
}

function requireUniqueNames(clusters: Cluster[]) {
  const names = new Set<string>();
  for (const { name } of clusters) {
    if (names.has(name)) {
      throw new ClusterConfigError(
        METHODS,
        `two clusters are named '${name}'; give each its own name`,
      );
    }
    names.add(name);
  }
}
