import { TaskQueue } from './TaskQueue';
import { Clock } from './types';

/**
 * A clock that stands still until it is told to move. Tasks run inside {@link ManualClock.advance}, in the order they
 * are due, and see the moment they asked for as `now()`; so a run is the same every time.
 */
export class ManualClock implements Clock {
  private readonly tasks = new TaskQueue();
  private nowMs: number;

  constructor(options: { start: Date | number }) {
    this.nowMs = Number(options.start);
  }

  now(): number {
    return this.nowMs;
  }

  after(ms: number, task: () => void): () => void {
    return this.tasks.add(this.nowMs + Math.max(0, ms), task);
  }

  every(ms: number, task: () => void): () => void {
    if (!(ms > 0)) {
      throw new RangeError(`every() needs a period above 0 ms, got ${ms}`);
    }
    let stopped = false;
    let cancel = () => {};
    const schedule = (dueMs: number) => {
      cancel = this.tasks.add(dueMs, () => {
        // Next first, so that a task that throws does not end the series.
        schedule(dueMs + ms);
        if (!stopped) task();
      });
    };
    schedule(this.nowMs + ms);
    return () => {
      stopped = true;
      cancel();
    };
  }

  /** Moves time forward by `ms` milliseconds and runs everything that becomes due on the way. */
  advance(ms: number): void {
    this.advanceTo(this.nowMs + ms);
  }

  /** Moves time forward to `targetMs` (since the epoch); a moment in the past changes nothing. */
  advanceTo(targetMs: number): void {
    for (;;) {
      const task = this.tasks.takeDue(targetMs);
      if (!task) break;
      this.nowMs = Math.max(this.nowMs, task.dueMs);
      task.run();
    }
    this.nowMs = Math.max(this.nowMs, targetMs);
  }

  /** When the next task is due (milliseconds since the epoch), or undefined when nothing waits. */
  nextDueMs(): number | undefined {
    return this.tasks.nextDueMs();
  }
}
