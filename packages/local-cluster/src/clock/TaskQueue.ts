/** A task that waits for its moment. `sequence` keeps tasks of the same moment in the order they were asked for. */
interface Task {
  dueMs: number;
  sequence: number;
  run: () => void;
  cancelled: boolean;
}

function isBefore(a: Task, b: Task): boolean {
  return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.sequence < b.sequence);
}

/** A binary heap of tasks by due time, then by age; both clocks run on it. */
export class TaskQueue {
  private readonly heap: Task[] = [];
  private nextSequence = 0;

  /** Adds a task and returns the function that cancels it. */
  add(dueMs: number, run: () => void): () => void {
    const task: Task = {
      dueMs,
      sequence: this.nextSequence++,
      run,
      cancelled: false,
    };
    this.push(task);
    return () => {
      task.cancelled = true;
    };
  }

  /** When the first task is due, or undefined when nothing waits. */
  nextDueMs(): number | undefined {
    this.dropCancelled();
    return this.heap[0]?.dueMs;
  }

  /** Removes the first task if it is due at `nowMs` and returns it. */
  takeDue(nowMs: number): { dueMs: number; run: () => void } | undefined {
    this.dropCancelled();
    const first = this.heap[0];
    if (!first || first.dueMs > nowMs) return undefined;
    this.pop();
    return first;
  }

  // Cancelled tasks stay in the heap until they surface: removing from the middle costs more than it saves.
  private dropCancelled() {
    while (this.heap[0]?.cancelled) this.pop();
  }

  private push(task: Task) {
    const { heap } = this;
    let index = heap.length;
    heap.push(task);
    while (index > 0) {
      const parent = Math.floor((index - 1) / 2);
      if (!isBefore(task, heap[parent])) break;
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = task;
  }

  private pop() {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) {
        child += 1;
      }
      if (!isBefore(heap[child], last)) break;
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = last;
  }
}
