import { ManualClock } from './ManualClock';
import { Clock } from './types';

/** The host's time, as a port: the only place in the package that reads the real clock. */
export interface WallClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Like `setTimeout`; returns the function that cancels. */
  setTimer(ms: number, task: () => void): () => void;
}

/** The clock of the machine. Its timers do not keep the process alive: the open server port does. */
export const systemWallClock: WallClock = {
  now: () => Date.now(),
  setTimer: (ms, task) => {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

// Long sleeps are cut, so that a suspended laptop is noticed and setTimeout's 24.8 day limit is never met.
const LONGEST_SLEEP_MS = 60_000;

/**
 * Cluster time that follows the wall clock at `speed` cluster seconds per wall second, once started.
 *
 * Before {@link SimulationClock.start} it only moves with {@link SimulationClock.fastForward}; that is how a warm
 * history is made: begin in the past, run forward to the present, start.
 */
export class SimulationClock implements Clock {
  private readonly inner: ManualClock;
  private readonly speed: number;
  private readonly wall: WallClock;
  private readonly onTaskError: (error: unknown) => void;
  private anchor: { wallMs: number; clusterMs: number } | undefined;
  private cancelTimer: (() => void) | undefined;
  private isRunningTasks = false;

  /**
   * @param options - `speed` must be above 0; `start` defaults to the wall clock's now; `onTaskError` gets what a task
   * throws (without it the error leaves the timer and ends the process).
   */
  static create(
    options: {
      speed?: number;
      start?: Date | number;
      wall?: WallClock;
      onTaskError?: (error: unknown) => void;
    } = {},
  ): SimulationClock {
    return new SimulationClock(options);
  }

  private constructor(options: {
    speed?: number;
    start?: Date | number;
    wall?: WallClock;
    onTaskError?: (error: unknown) => void;
  }) {
    const speed = options.speed ?? 1;
    if (!(speed > 0) || !Number.isFinite(speed)) {
      throw new RangeError(
        `speed must be a number above 0 (1 is real time), got ${speed}`,
      );
    }
    this.speed = speed;
    this.wall = options.wall ?? systemWallClock;
    this.inner = new ManualClock({ start: options.start ?? this.wall.now() });
    this.onTaskError =
      options.onTaskError ??
      (error => {
        throw error;
      });
  }

  now(): number {
    // Between two timers the host's clock has moved on; a request must not see a stale time, but a running task
    // must see the moment it asked for.
    if (this.anchor && !this.isRunningTasks) {
      return Math.max(this.inner.now(), this.targetMs());
    }
    return this.inner.now();
  }

  after(ms: number, task: () => void): () => void {
    const delay = this.now() - this.inner.now() + Math.max(0, ms);
    const cancel = this.inner.after(delay, this.guarded(task));
    this.schedule();
    return cancel;
  }

  every(ms: number, task: () => void): () => void {
    const cancel = this.inner.every(ms, this.guarded(task));
    this.schedule();
    return cancel;
  }

  /** Runs everything that is due in the next `ms` of cluster time at once; only before `start`. */
  fastForward(ms: number): void {
    if (this.anchor) {
      throw new Error('fastForward() is only possible before start()');
    }
    this.inner.advance(ms);
  }

  /** Begins to follow the wall clock from the present cluster time on. */
  start(): void {
    if (this.anchor) return;
    this.anchor = { wallMs: this.wall.now(), clusterMs: this.inner.now() };
    this.schedule();
  }

  /** Stops following the wall clock; tasks that wait do not run any more. */
  stop(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    this.anchor = undefined;
  }

  private targetMs(): number {
    const anchor = this.anchor!;
    return anchor.clusterMs + (this.wall.now() - anchor.wallMs) * this.speed;
  }

  private guarded(task: () => void): () => void {
    return () => {
      try {
        task();
      } catch (error) {
        this.onTaskError(error);
      }
    };
  }

  private schedule() {
    if (!this.anchor || this.isRunningTasks) return;
    this.cancelTimer?.();
    const dueMs = this.inner.nextDueMs();
    const sleepMs =
      dueMs === undefined
        ? LONGEST_SLEEP_MS
        : Math.ceil((dueMs - this.targetMs()) / this.speed);
    this.cancelTimer = this.wall.setTimer(
      Math.min(Math.max(0, sleepMs), LONGEST_SLEEP_MS),
      () => this.catchUp(),
    );
  }

  private catchUp() {
    if (!this.anchor) return;
    this.isRunningTasks = true;
    try {
      this.inner.advanceTo(this.targetMs());
    } finally {
      this.isRunningTasks = false;
      this.schedule();
    }
  }
}
