/**
 * The highest (or lowest) of the numbers that were added within a window, in constant time per pass: numbers that a later
 * one beats can never be the answer again, so they are dropped when it arrives.
 */
export class SlidingExtreme {
  readonly #sign: 1 | -1;
  readonly #windowMs: number;
  readonly #includesCutoff: boolean;
  readonly #mask: number;
  /** Ring buffers; values carry the sign, so that the front is always the largest. */
  readonly #values: Float64Array;
  readonly #times: Float64Array;
  #head = 0;
  #tail = 0;

  /**
   * @param options - `stepMs`: least time between two additions. `includesCutoff`: a number exactly as old as the window counts
   */
  constructor(options: {
    of: 'max' | 'min';
    windowMs: number;
    stepMs: number;
    includesCutoff: boolean;
  }) {
    this.#sign = options.of === 'max' ? 1 : -1;
    this.#windowMs = options.windowMs;
    this.#includesCutoff = options.includesCutoff;
    // Two more than fit: both ends of the window, and the number a replay begins with.
    const capacity = Math.ceil(options.windowMs / options.stepMs) + 3;
    const size = 2 ** Math.ceil(Math.log2(capacity));
    this.#mask = size - 1;
    this.#values = new Float64Array(size);
    this.#times = new Float64Array(size);
  }

  add(value: number, now: number): void {
    const signed = value * this.#sign;
    let tail = this.#tail;
    const head = this.#head;
    while (tail > head && this.#values[(tail - 1) & this.#mask] <= signed)
      tail -= 1;
    this.#values[tail & this.#mask] = signed;
    this.#times[tail & this.#mask] = now;
    this.#tail = tail + 1;
    this.#forget(now);
  }

  /** The extreme of the window and of `value`. */
  with(value: number, now: number): number {
    this.#forget(now);
    if (this.#head === this.#tail) return value;
    const signed = this.#values[this.#head & this.#mask];
    return signed > value * this.#sign ? signed * this.#sign : value;
  }

  #forget(now: number): void {
    const cutoff = now - this.#windowMs;
    let head = this.#head;
    while (
      head < this.#tail &&
      (this.#includesCutoff
        ? this.#times[head & this.#mask] < cutoff
        : this.#times[head & this.#mask] <= cutoff)
    )
      head += 1;
    this.#head = head;
  }
}
