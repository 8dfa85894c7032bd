/** A Kubernetes object as it travels in JSON, reduced to the fields its resource type keeps. */
export interface CachedObject {
  apiVersion?: string;
  kind?: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    resourceVersion: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: {
      apiVersion: string;
      kind: string;
      name: string;
      uid: string;
      controller?: boolean;
    }[];
  };
  [field: string]: unknown;
}

/** What to watch, and what to keep of it. */
export interface WatchedResource {
  group: string;
  version: string;
  /** Plural, as in the URL: `horizontalpodautoscalers`. */
  plural: string;
  /** Only objects of these namespaces; all of them when absent. */
  namespaces?: string[];
  labelSelector?: string;
  fieldSelector?: string;
  /**
   * Reduces an object to the fields that are used, so that memory stays bounded. `managedFields` are always dropped.
   * Default: everything else is kept.
   */
  keep?: (object: any) => any;
  /** When the type can be absent from a cluster (a CRD), absence is a state and not an error. Default: false. */
  optional?: boolean;
}

/** How far a cached list can be trusted. */
export interface ResourceHealth {
  /** `Syncing` before the first list, `Absent` when the cluster does not serve the type, `Stale` while a list or watch fails. */
  state: 'Syncing' | 'Synced' | 'Stale' | 'Forbidden' | 'Absent';
  /** When the cache last heard from the server (list, event or bookmark), ISO 8601. */
  lastContactAt?: string;
  /** Since when it has been out of contact, ISO 8601; only while `Stale`. */
  staleSince?: string;
  /** Why, in words that name the cluster, the resource and the remedy. */
  message?: string;
  objectCount: number;
}

export interface ClusterHealth {
  cluster: string;
  title?: string;
  state:
    | 'Connecting'
    | 'Connected'
    | 'Degraded'
    | 'Unreachable'
    | 'Unauthorized';
  message?: string;
  lastContactAt?: string;
  /** Keyed by `plural.group` (`pods`, `deployments.apps`). */
  resources: Record<string, ResourceHealth>;
  serverVersion?: string;
}

export interface CacheChange {
  cluster: string;
  /** `plural.group`, as in {@link ClusterHealth.resources}. */
  resource: string;
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'HEALTH';
  /** Absent for `HEALTH`. */
  object?: CachedObject;
}

/** Read side of the cache: never talks to a cluster, so it is as fast as a map. */
export interface KubernetesCache {
  clusters(): ClusterHealth[];
  /** Objects of one type; an empty list while the type is syncing, absent or forbidden. */
  list<T = CachedObject>(
    cluster: string,
    resource: string,
    options?: { namespace?: string },
  ): T[];
  get<T = CachedObject>(
    cluster: string,
    resource: string,
    key: { namespace?: string; name: string },
  ): T | undefined;
  /** Objects whose controlling owner has this uid. */
  ownedBy<T = CachedObject>(
    cluster: string,
    resource: string,
    uid: string,
  ): T[];
  /** Called once per applied change, in the order of each cluster's stream. */
  subscribe(listener: (change: CacheChange) => void): () => void;
}
