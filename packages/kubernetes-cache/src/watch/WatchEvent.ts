import { CachedObject } from '../types';

/**
 * What a watch yields. Errors are data, as in `KubernetesWatcher` of `@backstage/plugin-kubernetes-node`: a consumer meets them in the
 * same loop as the changes, and the stream ends after one.
 */
export type WatchEvent =
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: CachedObject }
  | { type: 'BOOKMARK'; resourceVersion: string }
  | { type: 'ERROR'; error: unknown };
