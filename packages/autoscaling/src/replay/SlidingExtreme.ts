/**
 * The highest (or lowest) of the numbers that were added within a window, in constant time per pass: numbers that a later
 * one beats can never be the answer again, so they are dropped when it arrives. Time is counted in passes: small whole numbers
 * are passed around without allocation, instants are not.
 */
export class SlidingExtreme {
  readonly #sign: 1 | -1;
  readonly #windowTicks: number;
  readonly #includesCutoff: boolean;
  readonly #mask: number;
  /** Ring buffers; values carry the sign, so that the front is always the largest. */
  readonly #values: Float64Array;
  readonly #ticks: Int32Array;
  #head = 0;
  #tail = 0;

  /**
   * @param options - `windowTicks`: may be a fraction. `includesCutoff`: a number exactly as old as the window counts
   */
  constructor(options: {
    of: 'max' | 'min';
    windowTicks: number;
    includesCutoff: boolean;
  }) {
    this.#sign = options.of === 'max' ? 1 : -1;
    this.#windowTicks = options.windowTicks;
    this.#includesCutoff = options.includesCutoff;
    // Two more than fit: both ends of the window, and the number a replay begins with.
    const capacity = Math.ceil(options.windowTicks) + 3;
    const size = 2 ** Math.ceil(Math.log2(capacity));
    this.#mask = size - 1;
    this.#values = new Float64Array(size);
    this.#ticks = new Int32Array(size);
  }

  add(value: number, tick: number): void {
    const signed = value * this.#sign;
    let tail = this.#tail;
    const head = this.#head;
    while (tail > head && this.#values[(tail - 1) & this.#mask] <= signed)
      tail -= 1;
    this.#values[tail & this.#mask] = signed;
    this.#ticks[tail & this.#mask] = tick;
    this.#tail = tail + 1;
    this.#forget(tick);
  }

  /** The extreme of the window and of `value`. */
  with(value: number, tick: number): number {
    this.#forget(tick);
    if (this.#head === this.#tail) return value;
    const signed = this.#values[this.#head & this.#mask];
    return signed > value * this.#sign ? signed * this.#sign : value;
  }

  #forget(tick: number): void {
    const cutoff = tick - this.#windowTicks;
    let head = this.#head;
    while (
      head < this.#tail &&
      (this.#includesCutoff
        ? this.#ticks[head & this.#mask] < cutoff
        : this.#ticks[head & this.#mask] <= cutoff)
    )
      head += 1;
    this.#head = head;
  }
}
