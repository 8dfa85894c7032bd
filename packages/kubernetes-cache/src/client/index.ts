export type { Cluster, ClusterCredential } from './Cluster';
export {
  createClusterClient,
  type ApplyOptions,
  type ClusterClient,
  type ObjectIdentity,
} from './createClusterClient';
export {
  ClusterUnreachableError,
  InvalidResponseError,
  KubernetesStatusError,
  type StatusCause,
} from './errors';
export { parseApiVersion, resourceName, resourcePath } from './resourcePath';
export type { RequestOptions } from './RequestOptions';
