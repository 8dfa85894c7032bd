import { Clock } from '../../clock/types';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
/** Passes of one key within one moment of cluster time; more means that a pass undoes what the one before did. */
const LIVELOCK_PASSES = 200;

/**
 * Runs `reconcile` for keys that something happened to: each key once however often it was added, retried with
 * growing delay when it throws. Keys are processed in the order they were added.
 */
export class WorkQueue {
  private readonly waiting = new Set<string>();
  private readonly timers = new Map<
    string,
    { dueMs: number; cancel: () => void }
  >();
  private readonly failures = new Map<string, number>();
  private readonly passes = new Map<string, number>();
  private passesAtMs = 0;
  private isDrainScheduled = false;
  private isStopped = false;

  constructor(
    private readonly options: {
      clock: Clock;
      /** Returns after how many milliseconds to look again, if at all. */
      reconcile: (key: string) => number | undefined | void;
      onError: (key: string, error: unknown) => void;
    },
  ) {}

  add(key: string): void {
    if (this.isStopped) return;
    this.waiting.add(key);
    if (this.isDrainScheduled) return;
    this.isDrainScheduled = true;
    this.options.clock.after(0, () => this.drain());
  }

  /** Adds a key later; an earlier moment that is already planned wins. */
  addAfter(key: string, ms: number): void {
    if (this.isStopped) return;
    const dueMs = this.options.clock.now() + Math.max(0, ms);
    const planned = this.timers.get(key);
    if (planned && planned.dueMs <= dueMs) return;
    planned?.cancel();
    const cancel = this.options.clock.after(ms, () => {
      this.timers.delete(key);
      this.add(key);
    });
    this.timers.set(key, { dueMs, cancel });
  }

  stop(): void {
    this.isStopped = true;
    this.waiting.clear();
    for (const { cancel } of this.timers.values()) cancel();
    this.timers.clear();
  }

  private drain() {
    this.isDrainScheduled = false;
    const keys = [...this.waiting];
    this.waiting.clear();
    for (const key of keys) {
      if (!this.isStopped) this.run(key);
    }
  }

  private run(key: string) {
    if (this.isLivelocked(key)) {
      const error = new Error('changes its own input without end');
      this.options.onError(key, error);
      this.addAfter(key, LONGEST_RETRY_MS);
      return;
    }
    try {
      const againMs = this.options.reconcile(key);
      this.failures.delete(key);
      if (againMs !== undefined) this.addAfter(key, againMs);
    } catch (error) {
      const failures = (this.failures.get(key) ?? 0) + 1;
      this.failures.set(key, failures);
      this.options.onError(key, error);
      this.addAfter(
        key,
        Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)),
      );
    }
  }

  /** A clock that is moved by hand would otherwise never get past the moment. */
  private isLivelocked(key: string): boolean {
    const nowMs = this.options.clock.now();
    if (nowMs !== this.passesAtMs) {
      this.passesAtMs = nowMs;
      this.passes.clear();
    }
    const passes = (this.passes.get(key) ?? 0) + 1;
    this.passes.set(key, passes);
    return passes > LIVELOCK_PASSES;
  }
}
