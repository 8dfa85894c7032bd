/** How many pods served, pass by pass: samples are old, so a metric shows what the pods of that time did. */
export class ServingHistory {
  readonly #changedAt: number[] = [];
  readonly #counts: number[] = [];

  /** @param initial - pods that served before the first record */
  constructor(initial: number) {
    this.#changedAt.push(-Infinity);
    this.#counts.push(initial);
  }

  record(count: number, now: number): void {
    if (this.#counts[this.#counts.length - 1] === count) return;
    this.#changedAt.push(now);
    this.#counts.push(count);
  }

  get last(): number {
    return this.#counts[this.#counts.length - 1];
  }

  /** Position of the record that holds at an instant; `from` is an earlier answer. */
  seek(instant: number, from: number): number {
    let position = from;
    while (
      position + 1 < this.#changedAt.length &&
      this.#changedAt[position + 1] <= instant
    )
      position += 1;
    return position;
  }

  countAt(position: number): number {
    return this.#counts[position];
  }
}
