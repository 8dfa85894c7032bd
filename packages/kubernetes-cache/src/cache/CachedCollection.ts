import { Clock } from '../clock/Clock';
import { CachedObject } from '../types';
import { Collection } from '../watch/collection';
import { CollectionSink } from '../watch/CollectionWatcher';
import { WatchFailure } from '../watch/WatchFailure';
import {
  afterFailure,
  afterList,
  afterWatch,
  CollectionHealth,
  initialHealth,
} from './CollectionHealth';
import { IndexChange, ObjectIndex } from './ObjectIndex';
import { reduceObject } from './reduceObject';

const emptyIndex = new ObjectIndex();

/** The held copy of one collection, what is known about its health, and word of every change of either. */
export class CachedCollection implements CollectionSink {
  readonly #index = new ObjectIndex();
  #health: CollectionHealth = initialHealth;
  #hasKeepFailed = false;

  constructor(
    readonly collection: Collection,
    private readonly options: {
      clock: Clock;
      keep?: (object: CachedObject) => unknown;
      onChange: (change: IndexChange) => void;
      onHealth: (health: CollectionHealth, previous: CollectionHealth) => void;
      onKeepError: (error: unknown) => void;
    },
  ) {}

  get health(): CollectionHealth {
    return this.#health;
  }

  /**
   * The objects to show. Those of a collection that became forbidden are held, so that the list that follows can tell what has gone
   * since, but not shown: we are no longer allowed to know them.
   */
  get index(): ObjectIndex {
    return this.#health.state === 'Forbidden' ? emptyIndex : this.#index;
  }

  reduce(object: CachedObject): CachedObject {
    try {
      return reduceObject(object, this.options.keep);
    } catch (error) {
      // Too much is better than a hole: the whole object is held.
      if (!this.#hasKeepFailed) {
        this.#hasKeepFailed = true;
        this.options.onKeepError(error);
      }
      return reduceObject(object);
    }
  }

  replaced(objects: CachedObject[]): void {
    // Health first: whoever hears of a change must be able to read it.
    this.#setHealth(afterList(this.#health, this.options.clock.now()));
    this.#tell(this.#index.replace(objects));
  }

  changed(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: CachedObject): void {
    this.#tell(
      type === 'DELETED' ? this.#index.delete(object) : this.#index.put(object),
    );
  }

  contact(): void {
    this.#setHealth(afterWatch(this.options.clock.now()));
  }

  failed(failure: WatchFailure): void {
    this.#setHealth(
      afterFailure(this.#health, failure, this.options.clock.now()),
    );
    if (failure.kind === 'Absent') {
      // What the cluster does not serve does not exist: its CRD was removed.
      this.#tell(this.#index.replace([]));
    }
  }

  #tell(changes: IndexChange[]): void {
    changes.forEach(change => this.options.onChange(change));
  }

  #setHealth(health: CollectionHealth): void {
    const previous = this.#health;
    this.#health = health;
    if (
      health.state !== previous.state ||
      health.message !== previous.message
    ) {
      this.options.onHealth(health, previous);
    }
  }
}
