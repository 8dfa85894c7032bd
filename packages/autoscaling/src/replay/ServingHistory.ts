/** How many pods served, pass by pass: samples are old, so a metric shows what the pods of that time did. */
export class ServingHistory {
  readonly #changedTicks: number[] = [];
  readonly #counts: number[] = [];

  /** @param initial - pods that served before the first record */
  constructor(initial: number) {
    this.#changedTicks.push(-Number.MAX_SAFE_INTEGER);
    this.#counts.push(initial);
  }

  record(count: number, tick: number): void {
    if (this.#counts[this.#counts.length - 1] === count) return;
    this.#changedTicks.push(tick);
    this.#counts.push(count);
  }

  /** Position of the record that holds at a pass; `from` is an earlier answer. */
  seek(tick: number, from: number): number {
    let position = from;
    while (
      position + 1 < this.#changedTicks.length &&
      this.#changedTicks[position + 1] <= tick
    )
      position += 1;
    return position;
  }

  countAt(position: number): number {
    return this.#counts[position];
  }
}
