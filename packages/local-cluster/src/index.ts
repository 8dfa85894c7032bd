export { createClusterApi } from './registry/createClusterApi';
export type {
  Cluster,
  ClusterOptions,
  ClusterSnapshot,
} from './registry/Cluster';
export { StatusError } from './store/StatusError';
export type {
  ClusterApi,
  ClusterEvent,
  ClusterObject,
  ObjectKey,
  ObjectMeta,
  ResourceKey,
} from './store/types';
