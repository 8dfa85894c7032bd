/**
 * What the recommender knows of one container name. Mirrors `container.go` and `aggregate_container_state.go` in
 * `vertical-pod-autoscaler/pkg/recommender/model`.
 */
import { AutoscalingInputError } from '../errors';
import { CPU_BUCKETS, MEMORY_BUCKETS } from './buckets';
import { DecayingHistogram } from './DecayingHistogram';
import type { VpaCheckpointStatus } from './types';

const DAY_MS = 24 * 3_600_000;
const SUPPORTED_CHECKPOINT_VERSIONS = ['v2', 'v3'];

export interface ContainerUsageOptions {
  /** `constant`: every cpu sample weighs 0.1. `request`: `max(request, 0.1)` cores, as older recommenders did. */
  cpuSampleWeight?: 'constant' | 'request';
}

/** Weight of a cpu sample, and its minimum where the request weighs. */
const MIN_SAMPLE_WEIGHT = 0.1;

/** The samples of all pods of one container name, as two histograms. Grows in place. */
export class ContainerUsage {
  readonly cpu: DecayingHistogram;
  /** One peak per pod and day. */
  readonly memoryPeaks: DecayingHistogram;
  readonly #options: ContainerUsageOptions;
  /** Of cpu samples only. */
  #firstSampleStart: number | undefined;
  #lastSampleStart: number | undefined;
  #totalSamplesCount = 0;

  constructor(
    options: ContainerUsageOptions = {},
    histograms: { cpu: DecayingHistogram; memoryPeaks: DecayingHistogram } = {
      cpu: new DecayingHistogram(CPU_BUCKETS),
      memoryPeaks: new DecayingHistogram(MEMORY_BUCKETS),
    },
  ) {
    this.#options = options;
    this.cpu = histograms.cpu;
    this.memoryPeaks = histograms.memoryPeaks;
  }

  /**
   * What the recommender saved of a container.
   *
   * @throws {@link AutoscalingInputError} for a version it does not know or values that cannot be
   */
  static fromCheckpoint(
    status: VpaCheckpointStatus,
    options: ContainerUsageOptions = {},
  ): ContainerUsage {
    const { version } = status;
    if (
      version !== undefined &&
      !SUPPORTED_CHECKPOINT_VERSIONS.includes(version)
    ) {
      throw new AutoscalingInputError({
        field: 'checkpoint.version',
        problem: `${JSON.stringify(version)} is not supported`,
        remedy: `use a checkpoint of version ${SUPPORTED_CHECKPOINT_VERSIONS.join(
          ' or ',
        )}`,
      });
    }
    const usage = new ContainerUsage(options, {
      cpu: DecayingHistogram.fromCheckpoint(
        status.cpuHistogram ?? {},
        CPU_BUCKETS,
      ),
      memoryPeaks: DecayingHistogram.fromCheckpoint(
        status.memoryHistogram ?? {},
        MEMORY_BUCKETS,
      ),
    });
    usage.#firstSampleStart = parseTime(
      status.firstSampleStart,
      'firstSampleStart',
    );
    usage.#lastSampleStart = parseTime(
      status.lastSampleStart,
      'lastSampleStart',
    );
    usage.#totalSamplesCount = status.totalSamplesCount ?? 0;
    return usage;
  }

  get firstSampleStart(): number | undefined {
    return this.#firstSampleStart;
  }

  get lastSampleStart(): number | undefined {
    return this.#lastSampleStart;
  }

  get totalSamplesCount(): number {
    return this.#totalSamplesCount;
  }

  /** Cores used over an interval that started at `start`; the request in cores matters only with the weight `request`. */
  addCpuSample(cores: number, start: number, requestCores: number = 0): void {
    const weight =
      this.#options.cpuSampleWeight === 'request'
        ? Math.max(requestCores, MIN_SAMPLE_WEIGHT)
        : MIN_SAMPLE_WEIGHT;
    this.cpu.addSample(cores, weight, start);
    this.#lastSampleStart = Math.max(this.#lastSampleStart ?? start, start);
    this.#firstSampleStart = Math.min(this.#firstSampleStart ?? start, start);
    this.#totalSamplesCount += 1;
  }

  merge(other: ContainerUsage): void {
    this.cpu.merge(other.cpu);
    this.memoryPeaks.merge(other.memoryPeaks);
    if (other.#firstSampleStart !== undefined) {
      this.#firstSampleStart = Math.min(
        this.#firstSampleStart ?? other.#firstSampleStart,
        other.#firstSampleStart,
      );
    }
    if (other.#lastSampleStart !== undefined) {
      this.#lastSampleStart = Math.max(
        this.#lastSampleStart ?? other.#lastSampleStart,
        other.#lastSampleStart,
      );
    }
    this.#totalSamplesCount += other.#totalSamplesCount;
  }

  toCheckpoint(): VpaCheckpointStatus {
    return {
      version: 'v3',
      ...(this.#firstSampleStart !== undefined && {
        firstSampleStart: formatTime(this.#firstSampleStart),
      }),
      ...(this.#lastSampleStart !== undefined && {
        lastSampleStart: formatTime(this.#lastSampleStart),
      }),
      totalSamplesCount: this.#totalSamplesCount,
      cpuHistogram: this.cpu.toCheckpoint(),
      memoryHistogram: this.memoryPeaks.toCheckpoint(),
    };
  }

  /** History without samples for eight days is dropped by the recommender. */
  isExpired(now: number): boolean {
    return (
      this.#lastSampleStart !== undefined &&
      now - this.#lastSampleStart >= 8 * DAY_MS
    );
  }
}

function formatTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function parseTime(
  text: string | undefined,
  field: string,
): number | undefined {
  if (!text) return undefined;
  const milliseconds = Date.parse(text);
  if (!Number.isNaN(milliseconds)) return milliseconds;
  throw new AutoscalingInputError({
    field: `checkpoint.${field}`,
    problem: `${JSON.stringify(text)} is not a time`,
    remedy: 'write RFC 3339',
  });
}
