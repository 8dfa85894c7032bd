import { CachedObject } from '../types';

export interface IndexChange {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: CachedObject;
}

/** Objects of one collection, found by namespace and name, and by controlling owner. Answers what changed, so it can be told. */
export class ObjectIndex {
  /** By namespace (`''` for cluster-scoped types), then by name. */
  readonly #byKey = new Map<string, Map<string, CachedObject>>();
  /** By uid of the controlling owner, then by own uid. */
  readonly #byOwner = new Map<string, Map<string, CachedObject>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: { namespace?: string; name: string }): CachedObject | undefined {
    return this.#byKey.get(key.namespace ?? '')?.get(key.name);
  }

  list(namespace?: string): CachedObject[] {
    if (namespace !== undefined) {
      return [...(this.#byKey.get(namespace)?.values() ?? [])];
    }
    const objects: CachedObject[] = [];
    for (const named of this.#byKey.values()) {
      objects.push(...named.values());
    }
    return objects;
  }

  ownedBy(uid: string): CachedObject[] {
    return [...(this.#byOwner.get(uid)?.values() ?? [])];
  }

  /** Adds an object or replaces its earlier version. A new object under an old name is a delete and an add. */
  put(object: CachedObject): IndexChange[] {
    const previous = this.get(object.metadata);
    if (!previous) {
      this.#insert(object);
      return [{ type: 'ADDED', object }];
    }
    if (previous.metadata.uid !== object.metadata.uid) {
      this.#remove(previous);
      this.#insert(object);
      return [
        { type: 'DELETED', object: previous },
        { type: 'ADDED', object },
      ];
    }
    if (previous.metadata.resourceVersion === object.metadata.resourceVersion) {
      return [];
    }
    this.#remove(previous);
    this.#insert(object);
    return [{ type: 'MODIFIED', object }];
  }

  /** Removes an object; `object` is its last version. Nothing happens when it is not there, or another one has taken its name. */
  delete(object: CachedObject): IndexChange[] {
    const previous = this.get(object.metadata);
    if (previous?.metadata.uid !== object.metadata.uid) {
      return [];
    }
    this.#remove(previous);
    return [{ type: 'DELETED', object }];
  }

  /** Makes the index equal to a list: what the list does not name is gone. */
  replace(objects: readonly CachedObject[]): IndexChange[] {
    const listed = new Set(objects.map(({ metadata }) => metadata.uid));
    const gone = this.list().filter(
      ({ metadata }) => !listed.has(metadata.uid),
    );
    return [
      ...gone.flatMap(object => this.delete(object)),
      ...objects.flatMap(object => this.put(object)),
    ];
  }

  #insert(object: CachedObject) {
    const { namespace = '', name, uid } = object.metadata;
    insert(this.#byKey, namespace, name, object);
    const owner = controllerOf(object);
    if (owner) {
      insert(this.#byOwner, owner, uid, object);
    }
    this.#size += 1;
  }

  #remove(object: CachedObject) {
    const { namespace = '', name, uid } = object.metadata;
    remove(this.#byKey, namespace, name);
    const owner = controllerOf(object);
    if (owner) {
      remove(this.#byOwner, owner, uid);
    }
    this.#size -= 1;
  }
}

function controllerOf(object: CachedObject): string | undefined {
  const { ownerReferences } = object.metadata;
  return Array.isArray(ownerReferences)
    ? ownerReferences.find(owner => owner?.controller)?.uid
    : undefined;
}

type Nested = Map<string, Map<string, CachedObject>>;

function insert(
  index: Nested,
  outer: string,
  inner: string,
  object: CachedObject,
) {
  const level = index.get(outer);
  if (level) {
    level.set(inner, object);
  } else {
    index.set(outer, new Map([[inner, object]]));
  }
}

function remove(index: Nested, outer: string, inner: string) {
  const level = index.get(outer);
  level?.delete(inner);
  if (level?.size === 0) {
    index.delete(outer);
  }
}
