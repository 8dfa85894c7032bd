export { startApiServer } from './apiserver/startApiServer';
export { ManualClock } from './clock/ManualClock';
export { SimulationClock, type WallClock } from './clock/SimulationClock';
export type { Clock } from './clock/types';
export {
  DEFAULT_NODE_POOLS,
  type NodePool,
} from './controllers/nodes/nodePools';
export {
  createControlPlane,
  type ControlPlane,
} from './main/createControlPlane';
export {
  startLocalCluster,
  type LocalCluster,
  type LocalClusterOptions,
} from './main/startLocalCluster';
export { StartError } from './main/StartError';
export type {
  MetricsSource,
  MetricValue,
  NodeMetrics,
  PodMetrics,
} from './metrics/types';
export type {
  Cluster,
  ClusterOptions,
  ClusterSnapshot,
} from './registry/Cluster';
export { createClusterApi } from './registry/createClusterApi';
export type {
  ClusterApi,
  ClusterEvent,
  ClusterObject,
  ObjectKey,
  ObjectMeta,
  OwnerReference,
  ResourceKey,
} from './store/types';
export { StatusError } from './store/StatusError';
