import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  createClusterClient,
  DefaultKubernetesCache,
  readClusters,
  type ClusterClient,
  type KubernetesCache,
} from '@suoke/kubernetes-cache';
import { readAgentScalingConfig } from '../config/readAgentScalingConfig';
import { watchedResources } from '../kubernetes/watchedResources';

/** The clusters of `kubernetes.clusterLocatorMethods`: watched copies of their objects, and a client for the rest. */
export interface ClusterAccess {
  cache: KubernetesCache;
  clients: readonly Pick<ClusterClient, 'cluster' | 'request'>[];
  /** Begins to watch and returns at once, whether or not the clusters answer. */
  start(): void;
  stop(): Promise<void>;
}

/** Replaceable, so that a whole plugin can run on clusters that exist in memory only. */
export const clusterAccessServiceRef = createServiceRef<ClusterAccess>({
  id: 'agent-scaling.cluster-access',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig, logger: coreServices.logger },
      factory({ config, logger }): ClusterAccess {
        const { namespaces, resyncMs } = readAgentScalingConfig(config);
        const clusters = readClusters(config, { logger });
        const cache = DefaultKubernetesCache.create({
          clusters,
          resources: watchedResources({ namespaces }),
          settings: { resyncMs },
          logger,
        });
        const clients = clusters.map(cluster => createClusterClient(cluster));
        return {
          cache,
          clients,
          start: () => cache.start(),
          async stop() {
            await cache.stop();
            clients.forEach(client => client.close());
          },
        };
      },
    }),
});
