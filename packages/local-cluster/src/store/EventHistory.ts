import { ClusterEvent, ClusterObject } from './types';

/** A committed change, with what it replaced. */
export interface StoredEvent extends ClusterEvent {
  version: number;
  previous?: ClusterObject;
}

/**
 * The last changes of all types, in order. Watches resume from it, and lists of an earlier version are worked out by
 * undoing it. What it has forgotten is "too old", which clients must be able to meet (410 Expired).
 */
export class EventHistory {
  private events: StoredEvent[] = [];
  private forgotten = 1;

  constructor(private readonly size: number) {}

  /** Changes up to this version are gone. */
  get oldest(): number {
    return this.forgotten;
  }

  add(event: StoredEvent): void {
    this.events.push(event);
    // Cut in large pieces: moving the array on each write would cost more than the write.
    if (this.events.length >= 2 * this.size) this.forget(this.size);
  }

  /** Changes after `version`, oldest first; `undefined` when some of them are forgotten. */
  since(version: number): StoredEvent[] | undefined {
    if (version < this.forgotten) return undefined;
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.events[middle].version <= version) low = middle + 1;
      else high = middle;
    }
    return this.events.slice(low);
  }

  /** Drops all but the last `keep` changes. */
  forget(keep = 0): void {
    const dropped = this.events.length - keep;
    if (dropped <= 0) return;
    this.forgotten = this.events[dropped - 1].version;
    this.events = this.events.slice(dropped);
  }

  clear(version: number): void {
    this.events = [];
    this.forgotten = version;
  }
}
