import { HumanDuration } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  agents?: {
    folder?: {
      /**
       * Directory that holds one folder per agent. `agents:publish-folder` writes there and the catalog reads
       * `<root>/<agent>/catalog-info.yaml`. Relative paths start at the working directory of the backend.
       * Without it, both are off.
       */
      root?: string;
      /** How often the catalog reads the folders. Default: every minute. It also reads them after each registration. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Kinds that a folder may bring into the catalog. Users and groups are not among them, because whoever writes a
       * folder could then change who owns what. Default: Component, API, Resource, AIModel, ModelVersion.
       */
      allowedKinds?: string[];
    };
    apply?: {
      /** Whether `agents:apply` may write to clusters. Default: false. */
      enabled?: boolean;
      /** Namespaces it may write to. Default: none. */
      namespaces?: string[];
      /**
       * Whether it also applies the cluster-scoped admission policy of GPU agents, which needs a ClusterRole.
       * When false these objects are skipped, and the result says so. Default: false.
       */
      clusterScoped?: boolean;
      /** Time for one request to a cluster. Default: 30 seconds. */
      timeout?: HumanDuration | string;
    };
  };
}
