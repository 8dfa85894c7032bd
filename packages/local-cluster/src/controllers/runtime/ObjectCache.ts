import { ClusterApi, ClusterObject, ResourceKey } from '../../store/types';
import { LabelSelector, keyOf } from './objects';
import { matchesSelector } from './selectors';

class Index {
  private readonly sets = new Map<string, Set<string>>();

  add(value: string, key: string) {
    const set = this.sets.get(value);
    if (set) set.add(key);
    else this.sets.set(value, new Set([key]));
  }

  remove(value: string, key: string) {
    const set = this.sets.get(value);
    set?.delete(key);
    if (set?.size === 0) this.sets.delete(value);
  }

  get(value: string): ReadonlySet<string> {
    return this.sets.get(value) ?? new Set();
  }
}

function indexValues(object: ClusterObject): string[] {
  const { namespace = '', labels, ownerReferences } = object.metadata;
  const values = [`ns:${namespace}`];
  for (const [key, value] of Object.entries(labels ?? {})) {
    values.push(`label:${namespace}/${key}=${value}`);
  }
  for (const ref of ownerReferences ?? []) {
    if (ref.controller) values.push(`owner:${ref.uid}`);
  }
  if (typeof object.spec?.nodeName === 'string') {
    values.push(`node:${object.spec.nodeName}`);
  }
  return values;
}

/** The store shares what a write did not change, so most status updates can be told by identity. */
function isIndexedAlike(a: ClusterObject, b: ClusterObject): boolean {
  return (
    a.metadata.labels === b.metadata.labels &&
    a.metadata.ownerReferences === b.metadata.ownerReferences &&
    a.spec?.nodeName === b.spec?.nodeName
  );
}

/**
 * The objects of one resource type, indexed by namespace, label, controlling owner and node. Controllers read from
 * here, so that the cost of a reconcile does not grow with the cluster.
 */
export class ObjectCache<T extends ClusterObject> {
  private readonly objects = new Map<string, T>();
  private readonly index = new Index();
  private readonly listeners: ((object: T, previous?: T) => void)[] = [];
  readonly stop: () => void;

  static create<T extends ClusterObject>(options: {
    cluster: ClusterApi;
    resource: ResourceKey;
  }): ObjectCache<T> {
    return new ObjectCache(options);
  }

  private constructor(options: { cluster: ClusterApi; resource: ResourceKey }) {
    const { cluster, resource } = options;
    this.stop = cluster.subscribe(resource, event => {
      const previous = this.objects.get(keyOf(event.object));
      if (event.type === 'DELETED') this.remove(event.object as T);
      else this.put(event.object as T);
      for (const listener of this.listeners) {
        listener(event.object as T, previous);
      }
    });
    for (const object of cluster.list(resource)) this.put(object as T);
  }

  /** Calls `listener` after each change, with the object (its last form when deleted) and what it was before. */
  onChange(listener: (object: T, previous?: T) => void): void {
    this.listeners.push(listener);
  }

  get(key: string): T | undefined {
    return this.objects.get(key);
  }

  all(): T[] {
    return [...this.objects.values()];
  }

  keys(): IterableIterator<string> {
    return this.objects.keys();
  }

  get size(): number {
    return this.objects.size;
  }

  inNamespace(namespace: string): T[] {
    return this.read(`ns:${namespace}`);
  }

  controlledBy(uid: string): T[] {
    return this.read(`owner:${uid}`);
  }

  onNode(nodeName: string): T[] {
    return this.read(`node:${nodeName}`);
  }

  /** Objects of a namespace that a selector selects. */
  selected(namespace: string, selector: LabelSelector | undefined): T[] {
    if (!selector) return [];
    const sets = Object.entries(selector.matchLabels ?? {}).map(
      ([key, value]) => this.index.get(`label:${namespace}/${key}=${value}`),
    );
    for (const { key, operator, values } of selector.matchExpressions ?? []) {
      if (operator === 'In' && values?.length === 1) {
        sets.push(this.index.get(`label:${namespace}/${key}=${values[0]}`));
      }
    }
    const candidates = sets.length
      ? sets.reduce((best, set) => (set.size < best.size ? set : best))
      : this.index.get(`ns:${namespace}`);
    const found: T[] = [];
    for (const key of candidates) {
      const object = this.objects.get(key)!;
      if (matchesSelector(selector, object.metadata.labels)) found.push(object);
    }
    return found;
  }

  private read(value: string): T[] {
    return Array.from(this.index.get(value), key => this.objects.get(key)!);
  }

  private put(object: T) {
    const key = keyOf(object);
    const current = this.objects.get(key);
    if (current && isIndexedAlike(current, object)) {
      this.objects.set(key, object);
      return;
    }
    this.remove(object);
    this.objects.set(key, object);
    for (const value of indexValues(object)) this.index.add(value, key);
  }

  private remove(object: T) {
    const key = keyOf(object);
    const current = this.objects.get(key);
    if (!current) return;
    this.objects.delete(key);
    for (const value of indexValues(current)) this.index.remove(value, key);
  }
}
