/**
 * Pods that were created together behave alike, so they are kept as a number. A stack: what goes first on the way down are
 * the youngest, as the ReplicaSet controller prefers pods that are not ready and then those ready for the shortest time.
 */
export class PodCohorts {
  /** Live cohorts, oldest first. */
  length = 0;
  createdAt: Float64Array;
  counts: Int32Array;

  /**
   * @param initial - pods that are there from the beginning
   * @param createdAt - long enough ago that they are settled
   */
  constructor(initial: number, createdAt: number) {
    this.createdAt = new Float64Array(16);
    this.counts = new Int32Array(16);
    if (initial > 0) this.add(initial, createdAt);
  }

  add(count: number, now: number): void {
    if (this.length === this.counts.length) this.#grow();
    this.createdAt[this.length] = now;
    this.counts[this.length] = count;
    this.length += 1;
  }

  removeYoungest(count: number): void {
    let left = count;
    while (left > 0 && this.length > 0) {
      const last = this.length - 1;
      const taken = Math.min(left, this.counts[last]);
      this.counts[last] -= taken;
      left -= taken;
      if (this.counts[last] === 0) this.length = last;
    }
  }

  /** Number of pods created at or before an instant. */
  countCreatedBy(instant: number): number {
    let total = 0;
    for (let index = 0; index < this.length; index += 1) {
      if (this.createdAt[index] > instant) break;
      total += this.counts[index];
    }
    return total;
  }

  /** Makes one cohort of those created at or before an instant: nothing tells them apart any more. */
  mergeCreatedBy(instant: number): void {
    let merged = 1;
    while (merged < this.length && this.createdAt[merged] <= instant) {
      this.counts[0] += this.counts[merged];
      merged += 1;
    }
    if (merged === 1) return;
    this.createdAt.copyWithin(1, merged, this.length);
    this.counts.copyWithin(1, merged, this.length);
    this.length -= merged - 1;
  }

  #grow(): void {
    const createdAt = new Float64Array(this.length * 2);
    const counts = new Int32Array(this.length * 2);
    createdAt.set(this.createdAt);
    counts.set(this.counts);
    this.createdAt = createdAt;
    this.counts = counts;
  }
}
