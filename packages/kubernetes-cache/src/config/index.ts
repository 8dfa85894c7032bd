export { ClusterConfigError } from './ClusterConfigError';
export { readClusters } from './readClusters';
export type { ServiceAccountEnvironment } from './serviceAccount';
