import { EventHistory, StoredEvent } from './EventHistory';
import { SortedObjects } from './SortedObjects';
import { deepFreeze } from './freeze';
import { ClusterEvent, ClusterObject, ObjectKey, ResourceKey } from './types';

type Listener = (event: StoredEvent) => void;

/** All objects of one type, by namespace and name. */
type TypeObjects = Map<string, SortedObjects>;

/** What `snapshot` writes and `restore` reads. */
export interface StoreSnapshot {
  resourceVersion: number;
  types: { key: ResourceKey; objects: ClusterObject[] }[];
}

export const typeId = (key: ResourceKey) => `${key.resource}.${key.group}`;

/**
 * Versioned objects in memory, the way etcd keeps them for an API server: one counter for all types, an ordered and
 * bounded history of changes, and listeners that see every change once and in order. Knows nothing of kinds.
 */
export class ObjectStore {
  private readonly types = new Map<string, TypeObjects>();
  private readonly keys = new Map<string, ResourceKey>();
  private readonly dependents = new Map<
    string,
    Map<string, { key: ResourceKey; object: ClusterObject }>
  >();
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly pending: StoredEvent[] = [];
  private dispatching = false;
  private version = 1;
  readonly history: EventHistory;

  constructor(
    private readonly options: {
      historySize?: number;
      /** A listener has thrown. Default: an uncaught exception, because its state is no longer to be trusted. */
      onListenerError?: (error: unknown) => void;
    } = {},
  ) {
    this.history = new EventHistory(options.historySize ?? 20_000);
  }

  get resourceVersion(): number {
    return this.version;
  }

  get(
    key: ResourceKey,
    { namespace = '', name }: ObjectKey,
  ): ClusterObject | undefined {
    return this.types.get(typeId(key))?.get(namespace)?.get(name);
  }

  /** Objects in the order of namespace and name. */
  list(key: ResourceKey, namespace?: string): ClusterObject[] {
    const type = this.types.get(typeId(key));
    if (!type) return [];
    if (namespace !== undefined) return type.get(namespace)?.list() ?? [];
    return [...type.keys()].sort().flatMap(one => type.get(one)?.list() ?? []);
  }

  /** Types that have, or had, objects. */
  knownTypes(): ResourceKey[] {
    return [...this.keys.values()];
  }

  /** Whether the namespace holds any object of the type. */
  hasObjects(key: ResourceKey, namespace?: string): boolean {
    const type = this.types.get(typeId(key));
    if (!type) return false;
    if (namespace !== undefined) return (type.get(namespace)?.size ?? 0) > 0;
    return [...type.values()].some(objects => objects.size > 0);
  }

  /** Objects that name this uid in `metadata.ownerReferences`. */
  dependentsOf(uid: string): { key: ResourceKey; object: ClusterObject }[] {
    return [...(this.dependents.get(uid)?.values() ?? [])];
  }

  /** Writes a new version of the object and announces it. Returns what is stored: frozen, with its resourceVersion. */
  put(key: ResourceKey, object: ClusterObject): ClusterObject {
    const previous = this.get(key, object.metadata);
    this.version += 1;
    const stored = deepFreeze({
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.version) },
    });
    this.index(key, stored, previous);
    this.announce({
      type: previous ? 'MODIFIED' : 'ADDED',
      key,
      object: stored,
      previous,
      version: this.version,
    });
    return stored;
  }

  /** Removes the object and announces its last state, which carries the version of the removal. */
  remove(key: ResourceKey, objectKey: ObjectKey): ClusterObject | undefined {
    const previous = this.get(key, objectKey);
    if (!previous) return undefined;
    this.version += 1;
    const last = deepFreeze({
      ...previous,
      metadata: { ...previous.metadata, resourceVersion: String(this.version) },
    });
    this.types
      .get(typeId(key))
      ?.get(objectKey.namespace ?? '')
      ?.delete(objectKey.name);
    this.unlinkOwners(previous);
    this.announce({
      type: 'DELETED',
      key,
      object: last,
      previous,
      version: this.version,
    });
    return last;
  }

  /** A listener that writes does not disturb the order: its events follow when all have seen the current one. */
  subscribe(
    key: ResourceKey | undefined,
    listener: (event: StoredEvent) => void,
  ): () => void {
    const id = key ? typeId(key) : '*';
    const set = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, set.add(listener));
    return () => set.delete(listener);
  }

  snapshot(): StoreSnapshot {
    return {
      resourceVersion: this.version,
      types: [...this.keys].map(([, key]) => ({
        key,
        objects: this.list(key),
      })),
    };
  }

  /** Replaces the content. Watches from before have to start anew: the history is empty afterwards. */
  restore(snapshot: StoreSnapshot): void {
    this.types.clear();
    this.keys.clear();
    this.dependents.clear();
    this.version = snapshot.resourceVersion;
    this.history.clear(this.version);
    for (const { key, objects } of snapshot.types) {
      for (const object of objects)
        this.index(key, deepFreeze(object), undefined);
    }
  }

  private index(
    key: ResourceKey,
    stored: ClusterObject,
    previous: ClusterObject | undefined,
  ) {
    const id = typeId(key);
    if (!this.keys.has(id))
      this.keys.set(id, { group: key.group, resource: key.resource });
    const type = getOrSet(this.types, id, () => new Map());
    getOrSet(
      type,
      stored.metadata.namespace ?? '',
      () => new SortedObjects(),
    ).set(stored.metadata.name, stored);
    if (previous) this.unlinkOwners(previous);
    for (const { uid } of stored.metadata.ownerReferences ?? []) {
      getOrSet(this.dependents, uid, () => new Map()).set(stored.metadata.uid, {
        key,
        object: stored,
      });
    }
  }

  private unlinkOwners(object: ClusterObject) {
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const owned = this.dependents.get(uid);
      owned?.delete(object.metadata.uid);
      if (owned?.size === 0) this.dependents.delete(uid);
    }
  }

  private announce(event: StoredEvent) {
    this.history.add(event);
    this.pending.push(event);
    if (this.dispatching) return;
    this.dispatching = true;
    try {
      for (let next = this.pending.shift(); next; next = this.pending.shift())
        this.dispatch(next);
    } finally {
      this.dispatching = false;
    }
  }

  // Neither the writer nor the other listeners are to blame.
  private listenerFailed(error: unknown) {
    const { onListenerError } = this.options;
    if (onListenerError) {
      onListenerError(error);
      return;
    }
    queueMicrotask(() => {
      throw error;
    });
  }

  private dispatch(event: StoredEvent) {
    for (const id of [typeId(event.key), '*']) {
      for (const listener of [...(this.listeners.get(id) ?? [])]) {
        try {
          listener(event);
        } catch (error) {
          this.listenerFailed(error);
        }
      }
    }
  }
}

/** {@link ClusterEvent} is the part of a stored event that listeners outside the store see. */
export type { ClusterEvent, StoredEvent };

function getOrSet<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}
