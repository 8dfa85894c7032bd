/**
 * The time of the cluster. It can run faster than the wall clock, and tests move it by hand, so nothing in the
 * cluster may read `Date.now()` or call `setTimeout` itself.
 */
export interface Clock {
  /** Milliseconds since the epoch, in cluster time. */
  now(): number;
  /** Runs `task` once after `ms` of cluster time. */
  after(ms: number, task: () => void): () => void;
  /** Runs `task` every `ms` of cluster time, first after `ms`. */
  every(ms: number, task: () => void): () => void;
}
