/** Any Kubernetes object as it travels in JSON. */
export interface ClusterObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  spec?: any;
  status?: any;
  [field: string]: unknown;
}

/** The part of `metadata` that the API machinery itself reads or writes. */
export interface ObjectMeta {
  name: string;
  generateName?: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  managedFields?: unknown[];
}

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** Names a resource type whatever its version: `{ group: 'apps', resource: 'deployments' }`; the core group is `''`. */
export interface ResourceKey {
  group: string;
  resource: string;
}

/** Names one object of a resource type; `namespace` is absent for cluster-scoped ones. */
export interface ObjectKey {
  namespace?: string;
  name: string;
}

export interface ClusterEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  key: ResourceKey;
  object: ClusterObject;
}

/**
 * What the controllers of the cluster work with: the same admission, defaulting, validation, versions and
 * garbage collection that an HTTP client meets, without the HTTP. Synchronous, because everything is in memory.
 *
 * Every method throws `StatusError` where the server would answer a `Status` failure. Returned objects are frozen or
 * copies: change them with `structuredClone` and write them back.
 */
export interface ClusterApi {
  get(key: ResourceKey, object: ObjectKey): ClusterObject | undefined;
  list(
    key: ResourceKey,
    options?: { namespace?: string; labelSelector?: string },
  ): ClusterObject[];
  create(
    key: ResourceKey,
    object: Partial<ClusterObject>,
    options?: { fieldManager?: string },
  ): ClusterObject;
  /** Replaces all but `status`; 409 when `metadata.resourceVersion` is given and stale. */
  update(
    key: ResourceKey,
    object: ClusterObject,
    options?: { fieldManager?: string },
  ): ClusterObject;
  /** Replaces `status` only; writes nothing, and sends no event, when it did not change. */
  updateStatus(
    key: ResourceKey,
    object: ClusterObject,
    options?: { fieldManager?: string },
  ): ClusterObject;
  /** JSON merge patch. */
  patch(
    key: ResourceKey,
    object: ObjectKey,
    patch: object,
    options?: { subresource?: 'status' | 'scale'; fieldManager?: string },
  ): ClusterObject;
  delete(
    key: ResourceKey,
    object: ObjectKey,
    options?: {
      propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
      gracePeriodSeconds?: number;
      uid?: string;
    },
  ): void;
  /** Calls `listener` after each committed change of the type (or of all types), in order. */
  subscribe(
    key: ResourceKey | undefined,
    listener: (event: ClusterEvent) => void,
  ): () => void;
}
