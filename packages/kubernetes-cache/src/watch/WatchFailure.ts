import {
  ClusterUnreachableError,
  InvalidResponseError,
  KubernetesStatusError,
} from '../client';
import { SilentWatchError } from './watchCollection';

/** Why a list or watch ended, as far as it decides what happens next. */
export type WatchFailureKind =
  /** 401: no valid credential. */
  | 'Unauthorized'
  /** 403: this type may not be read. */
  | 'Forbidden'
  /** The list may be read and the watch may not, or the type knows no watch: listing from time to time is all we can do. */
  | 'Unwatchable'
  /** 404: the cluster does not serve this type. */
  | 'Absent'
  /** 410: the server no longer knows our resource version. */
  | 'Expired'
  /** The connection was open and silent; it may be dead. */
  | 'Silent'
  /** No connection, or it broke. */
  | 'Unreachable'
  /** Any other failed answer. */
  | 'Refused'
  /** An answer that is no Kubernetes answer. */
  | 'Invalid';

export interface WatchFailure {
  kind: WatchFailureKind;
  /** What happened and what to do about it. */
  message: string;
  /** The server asked us to wait at least this long. */
  retryAfterMs?: number;
}

/** Decides what an error means. */
export function toWatchFailure(
  error: unknown,
  options: {
    cluster: string;
    resource: string;
    path: string;
    during: 'list' | 'watch';
  },
): WatchFailure {
  const { cluster, resource, path, during } = options;
  if (error instanceof KubernetesStatusError) {
    const retryAfterMs =
      error.retryAfterSeconds === undefined
        ? undefined
        : error.retryAfterSeconds * 1_000;
    switch (error.statusCode) {
      case 401:
        return {
          kind: 'Unauthorized',
          message: `Cluster '${cluster}' does not accept our credential: renew the service account token in its configuration`,
        };
      case 403:
      case 405:
        if (during === 'watch') {
          return {
            kind: 'Unwatchable',
            message: `Cluster '${cluster}' lets us list ${resource} and not watch it, so it is only listed again from time to time: grant watch on ${resource} to the portal's service account (${error.serverMessage})`,
          };
        }
        return {
          kind: 'Forbidden',
          message: `Cluster '${cluster}' does not let us read ${resource}: grant get, list and watch on ${resource} to the portal's service account (${error.serverMessage})`,
        };
      case 404:
        return {
          kind: 'Absent',
          message: `Cluster '${cluster}' does not serve ${resource} at ${path}: install its CRD or API if it is wanted`,
        };
      case 410:
        return { kind: 'Expired', message: error.message };
      default:
        return { kind: 'Refused', message: error.message, retryAfterMs };
    }
  }
  if (error instanceof SilentWatchError) {
    return { kind: 'Silent', message: error.message };
  }
  if (error instanceof ClusterUnreachableError) {
    return { kind: 'Unreachable', message: error.message };
  }
  if (error instanceof InvalidResponseError) {
    return { kind: 'Invalid', message: error.message };
  }
  return {
    kind: 'Invalid',
    message: `Reading ${resource} of cluster '${cluster}' failed: ${
      error instanceof Error ? error.message : String(error)
    }`,
  };
}
