import { InputError } from '@backstage/errors';
import { Cluster } from '@suoke/kubernetes-cache';

/** The named cluster, or the only one. */
export function selectCluster(
  clusters: readonly Cluster[],
  name: string | undefined,
): Cluster {
  const names = clusters.map(cluster => cluster.name).join(', ');
  if (clusters.length === 0) {
    throw new InputError(
      'No cluster can be written to: configure one under kubernetes.clusterLocatorMethods with a serviceAccountToken',
    );
  }
  if (name === undefined) {
    if (clusters.length > 1) {
      throw new InputError(
        `There are several clusters: set cluster to one of ${names}`,
      );
    }
    return clusters[0];
  }
  const cluster = clusters.find(candidate => candidate.name === name);
  if (!cluster) {
    throw new InputError(`There is no cluster '${name}'; use one of ${names}`);
  }
  return cluster;
}
