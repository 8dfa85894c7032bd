/** Samples of one container of one pod, on their way into the aggregate. Mirrors `container.go` in `pkg/recommender/model`. */
import { scaleAmount } from './amounts';
import type { ContainerUsage } from './ContainerUsage';

/** Length of the interval that gives one memory peak. */
const MEMORY_INTERVAL_MS = 24 * 3_600_000;

export interface OomOptions {
  /** `--oom-bump-up-ratio`. Default: 1.2. */
  bumpUpRatio?: number;
  /** `--oom-min-bump-up-bytes`. Default: 100 MiB. */
  minBumpUpBytes?: number;
}

/** Takes samples in chronological order; each method says whether the sample counted. */
export class ContainerSamples {
  readonly #usage: ContainerUsage;
  #lastCpuStart = -Infinity;
  #lastMemoryStart = -Infinity;
  /** End of the current memory interval, exclusive. */
  #windowEnd: number | undefined;
  #memoryPeak = 0;
  #oomPeak = 0;

  constructor(usage: ContainerUsage) {
    this.#usage = usage;
  }

  /** Discards negative, repeated and out-of-order samples. */
  addCpuSample(cores: number, start: number, requestCores?: number): boolean {
    if (!(cores >= 0) || start <= this.#lastCpuStart) return false;
    this.#usage.addCpuSample(cores, start, requestCores);
    this.#lastCpuStart = start;
    return true;
  }

  /** Discards negative and outdated samples. */
  addMemorySample(bytes: number, start: number): boolean {
    return this.#addMemory(bytes, start, false);
  }

  /**
   * An OOM kill as a memory sample above what was in use. Discarded when it is older than the current interval.
   *
   * @param requestedBytes - the container's memory request
   */
  recordOom(
    requestedBytes: number,
    timestamp: number,
    options: OomOptions = {},
  ): boolean {
    const { bumpUpRatio = 1.2, minBumpUpBytes = 100 * 1024 * 1024 } = options;
    if (
      this.#windowEnd !== undefined &&
      timestamp < this.#windowEnd - MEMORY_INTERVAL_MS
    )
      return false;
    // Earlier OOM peaks are left out, or repeated kills would run away.
    const used = Math.max(requestedBytes, this.#memoryPeak);
    const needed = Math.max(
      used + minBumpUpBytes,
      scaleAmount(used, bumpUpRatio),
    );
    return this.#addMemory(needed, timestamp, true);
  }

  #addMemory(bytes: number, start: number, isOom: boolean): boolean {
    if (!(bytes >= 0) || (!isOom && start < this.#lastMemoryStart))
      return false;
    this.#lastMemoryStart = start;
    this.#windowEnd ??= start;
    const { memoryPeaks } = this.#usage;
    if (start < this.#windowEnd) {
      const peak = Math.max(this.#memoryPeak, this.#oomPeak);
      if (peak === 0 || bytes <= peak) return true;
      memoryPeaks.subtractSample(peak, 1, this.#windowEnd);
    } else {
      const passed = Math.floor((start - this.#windowEnd) / MEMORY_INTERVAL_MS);
      this.#windowEnd += (passed + 1) * MEMORY_INTERVAL_MS;
      this.#memoryPeak = 0;
      this.#oomPeak = 0;
    }
    memoryPeaks.addSample(bytes, 1, this.#windowEnd);
    if (isOom) this.#oomPeak = bytes;
    else this.#memoryPeak = bytes;
    return true;
  }
}
