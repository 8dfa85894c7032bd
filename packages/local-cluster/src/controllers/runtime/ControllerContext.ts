import { Clock } from '../../clock/types';
import { ClusterApi, ClusterObject } from '../../store/types';
import { EventRecorder } from './EventRecorder';
import { Random } from './names';
import { Deployment, Node, Pod, ReplicaSet } from './objects';
import { ObjectCache } from './ObjectCache';
import { resources } from './resources';

/** What every controller of the local cluster shares. */
export interface ControllerContext {
  cluster: ClusterApi;
  clock: Clock;
  /** Seeded; for names and jitter. */
  random: Random;
  events: EventRecorder;
  caches: Caches;
  /** Receives what goes wrong inside the cluster itself. */
  onError: (where: string, error: unknown) => void;
}

/** Something that runs until it is stopped. */
export interface Controller {
  stop(): void;
}

/** The caches that more than one controller reads. */
export interface Caches {
  deployments: ObjectCache<Deployment>;
  events: ObjectCache<ClusterObject>;
  hpas: ObjectCache<ClusterObject>;
  namespaces: ObjectCache<ClusterObject>;
  nodes: ObjectCache<Node>;
  pods: ObjectCache<Pod>;
  replicaSets: ObjectCache<ReplicaSet>;
  services: ObjectCache<ClusterObject>;
}

export function createCaches(cluster: ClusterApi): Caches {
  return {
    deployments: ObjectCache.create({
      cluster,
      resource: resources.deployments,
    }),
    events: ObjectCache.create({ cluster, resource: resources.events }),
    hpas: ObjectCache.create({
      cluster,
      resource: resources.horizontalPodAutoscalers,
    }),
    namespaces: ObjectCache.create({ cluster, resource: resources.namespaces }),
    nodes: ObjectCache.create({ cluster, resource: resources.nodes }),
    pods: ObjectCache.create({ cluster, resource: resources.pods }),
    replicaSets: ObjectCache.create({
      cluster,
      resource: resources.replicaSets,
    }),
    services: ObjectCache.create({ cluster, resource: resources.services }),
  };
}
