import { CachedObject } from '../types';

export interface HistoryEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  path: string;
  resourceVersion: number;
  object: CachedObject;
}

/** What the simulated server stores: objects per collection path, and every change with its resource version. */
export class ObjectHistory {
  readonly #objects = new Map<string, Map<string, CachedObject>>();
  #events: HistoryEvent[] = [];
  #resourceVersion = 100;
  #compactedAt = 0;
  #uid = 0;

  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  list(path: string): CachedObject[] {
    return [...(this.#objects.get(path)?.values() ?? [])];
  }

  /** Creates or changes an object, and answers the event. */
  put(
    path: string,
    given: {
      metadata: Partial<CachedObject['metadata']> & { name: string };
      [field: string]: unknown;
    },
  ): HistoryEvent {
    const objects = this.#objects.get(path) ?? new Map<string, CachedObject>();
    this.#objects.set(path, objects);
    const key = keyOf(given.metadata);
    const previous = objects.get(key);
    this.#resourceVersion += 1;
    const object: CachedObject = {
      ...given,
      metadata: {
        uid: previous?.metadata.uid ?? `uid-${(this.#uid += 1)}`,
        ...given.metadata,
        resourceVersion: String(this.#resourceVersion),
      },
    };
    objects.set(key, object);
    return this.#record(previous ? 'MODIFIED' : 'ADDED', path, object);
  }

  remove(
    path: string,
    key: { namespace?: string; name: string },
  ): HistoryEvent {
    const previous = this.#objects.get(path)?.get(keyOf(key));
    if (!previous) {
      throw new Error(`There is no ${keyOf(key)} in ${path}`);
    }
    this.#objects.get(path)!.delete(keyOf(key));
    this.#resourceVersion += 1;
    return this.#record('DELETED', path, {
      ...previous,
      metadata: {
        ...previous.metadata,
        resourceVersion: String(this.#resourceVersion),
      },
    });
  }

  /** Changes that a watch from a resource version has to see; nothing when they are no longer known. */
  since(path: string, resourceVersion: number): HistoryEvent[] | undefined {
    if (resourceVersion < this.#compactedAt) {
      return undefined;
    }
    return this.#events.filter(
      event => event.path === path && event.resourceVersion > resourceVersion,
    );
  }

  /** Forgets all changes so far, as etcd does after some minutes. */
  compact(): void {
    this.#compactedAt = this.#resourceVersion;
    this.#events = [];
  }

  /** Becomes another server: other objects, and resource versions from the start. */
  reset(): void {
    this.#objects.clear();
    this.#events = [];
    this.#resourceVersion = 1;
    this.#compactedAt = 0;
  }

  #record(
    type: HistoryEvent['type'],
    path: string,
    object: CachedObject,
  ): HistoryEvent {
    const event = {
      type,
      path,
      object,
      resourceVersion: this.#resourceVersion,
    };
    this.#events.push(event);
    return event;
  }
}

function keyOf(key: { namespace?: string; name: string }): string {
  return `${key.namespace ?? ''}/${key.name}`;
}
