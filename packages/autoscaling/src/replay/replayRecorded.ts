/** The controller's passes over what was really seen of every pod: exact, one `reconcileHpa` per pass. */
import { AutoscalingInputError } from '../errors';
import { HPA_SYNC_PERIOD_SECONDS } from '../hpa/options';
import { reconcileHpa } from '../hpa/reconcile';
import type {
  Answer,
  ContainerObservation,
  HpaMemory,
  HpaReconcileResult,
  HpaSpec,
  HpaStatus,
  MetricSample,
  MetricsReader,
  PodMetricSample,
  PodObservation,
  PodResourceSample,
} from '../hpa/types';
import {
  assertActualReplicas,
  matchDecisions,
  phasesOf,
  replicaChanges,
  summarizeAgreement,
  type AgreementOptions,
  type PhaseAgreement,
  type ReplayAgreement,
  type ReplicaChange,
} from './agreement';
import { RealScale } from './RealScale';
import { replaySignalKey } from './signalKey';
import { assertSeries, SeriesCursor } from './SeriesCursor';
import type { ActualReplicas } from './simulate';
import type { ReplaySeries } from './types';

/** Samples of one pod; `at` is the end of what each was averaged over. */
export interface RecordedSamples extends ReplaySeries {
  /** Default: 15 for resources, 60 otherwise. */
  windowSeconds?: number;
  /** How old a sample is when a pass sees it. Default: 0, as if it had been there at once. */
  lagSeconds?: number;
}

/** One pod as it was seen. */
export interface RecordedPod {
  name: string;
  containers: readonly ContainerObservation[];
  podRequests?: Readonly<Record<string, number>>;
  createdAt: number;
  /** When its containers ran; Pending until then. */
  runningAt?: number;
  /** Changes of the Ready condition, ascending; not Ready before. */
  readiness: readonly { at: number; ready: boolean }[];
  /** When its deletion began. */
  deletedAt?: number;
  /** When it was gone. Default: when its deletion began. */
  goneAt?: number;
  /** Milli, by {@link replaySignalKey}: `resource/cpu`, `containerResource/agent/cpu`, `pods/NAME`. */
  samples: Readonly<Record<string, RecordedSamples>>;
}

export interface RecordedHistory {
  from: number;
  to: number;
  pods: readonly RecordedPod[];
  /** Values in milli of Object and External metrics, by key. */
  totals?: Readonly<Record<string, ReplaySeries>>;
}

export interface RecordedReplay {
  agreement: ReplayAgreement;
  /** What every pass of the best phase wished for that would have changed the real number of replicas. */
  decided: readonly ReplicaChange[];
}

/** @throws {@link AutoscalingInputError} naming the first field that cannot be computed with */
export function assertRecordedHistory(recorded: RecordedHistory): void {
  if (!(recorded.to > recorded.from)) {
    throw new AutoscalingInputError({
      field: 'recorded.to',
      problem: `${recorded.to} is not after ${recorded.from}`,
      remedy: 'pass milliseconds since the epoch, after from',
    });
  }
  for (const pod of recorded.pods) {
    const field = `recorded.pods[${pod.name}]`;
    for (const [key, samples] of Object.entries(pod.samples))
      assertSeries(samples, `${field}.samples[${key}]`);
    for (const name of [
      'createdAt',
      'runningAt',
      'deletedAt',
      'goneAt',
    ] as const)
      if (pod[name] !== undefined && !Number.isFinite(pod[name])) {
        throw new AutoscalingInputError({
          field: `${field}.${name}`,
          problem: `${pod[name]} is not a time`,
          remedy: 'pass milliseconds since the epoch, or leave it out',
        });
      }
  }
  for (const [key, series] of Object.entries(recorded.totals ?? {}))
    assertSeries(series, `recorded.totals[${key}]`);
}

/** One pod on its way through time. */
class PodPlayback {
  readonly pod: RecordedPod;
  readonly #cursors: ReadonlyMap<string, SeriesCursor>;
  #now = -Infinity;

  constructor(pod: RecordedPod) {
    this.pod = pod;
    this.#cursors = new Map(
      Object.entries(pod.samples).map(([key, samples]) => [
        key,
        new SeriesCursor(samples),
      ]),
    );
  }

  advance(now: number): void {
    this.#now = now;
    for (const [key, cursor] of this.#cursors) {
      const { lagSeconds = 0 } = this.pod.samples[key];
      cursor.advance(now - lagSeconds * 1000);
    }
  }

  isPresent(): boolean {
    const { createdAt, deletedAt = Infinity, goneAt = deletedAt } = this.pod;
    // A pass comes before what it causes, also when that is stamped with the time of the pass.
    return createdAt < this.#now && this.#now <= goneAt;
  }

  observe(): PodObservation {
    const { name, containers, podRequests, createdAt, readiness } = this.pod;
    const { runningAt = Infinity, deletedAt = Infinity } = this.pod;
    const seen = readiness.findLast(({ at }) => at <= this.#now);
    return {
      name,
      containers,
      ...(podRequests && { podRequests }),
      phase: runningAt <= this.#now ? 'Running' : 'Pending',
      startTime: createdAt,
      ready: {
        status: seen?.ready ? 'True' : 'False',
        lastTransitionTime: seen?.at ?? createdAt,
      },
      ...(deletedAt < this.#now && { deletionTimestamp: deletedAt }),
    };
  }

  sample(
    key: string,
  ): { value: number; timestamp: number; windowMs: number } | undefined {
    const cursor = this.#cursors.get(key);
    if (!cursor || Number.isNaN(cursor.value)) return undefined;
    const { windowSeconds = key.startsWith('pods/') ? 60 : 15 } =
      this.pod.samples[key];
    return {
      value: Math.round(cursor.value),
      timestamp: cursor.heldSince,
      windowMs: windowSeconds * 1000,
    };
  }

  /** As metrics.k8s.io serves it. Without samples per container, the first one has all of the pod's usage. */
  resourceSample(): PodResourceSample | undefined {
    const { name, containers } = this.pod;
    const usages = containers.map(container => ({
      name: container.name,
      usage: {} as Record<string, number>,
    }));
    let timestamp = -Infinity;
    let windowMs = 0;
    for (const key of this.#cursors.keys()) {
      const [kind, first, second] = key.split('/');
      const sample = kind === 'pods' ? undefined : this.sample(key);
      if (sample) {
        // The warm-up rule reads the time of the cpu sample.
        if (timestamp === -Infinity || key.endsWith('/cpu'))
          ({ timestamp, windowMs } = sample);
        usages.forEach((container, index) => {
          if (kind === 'containerResource' && container.name === first)
            container.usage[second] = sample.value;
          if (kind === 'resource')
            container.usage[first] ??= index === 0 ? sample.value : 0;
        });
      }
    }
    return timestamp === -Infinity
      ? undefined
      : { pod: name, timestamp, windowMs, containers: usages };
  }
}

function readerOf(
  pods: readonly PodPlayback[],
  totals: ReadonlyMap<string, SeriesCursor>,
): MetricsReader {
  const totalOf = (key: string): Answer<MetricSample> => {
    const cursor = totals.get(key);
    return !cursor || Number.isNaN(cursor.value)
      ? { ok: false, error: `no value was recorded of ${key}` }
      : {
          ok: true,
          value: {
            value: Math.round(cursor.value),
            timestamp: cursor.heldSince,
          },
        };
  };
  return {
    resourceMetrics: () => ({
      ok: true,
      value: pods.flatMap(pod => pod.resourceSample() ?? []),
    }),
    podsMetric: ({ metric }) => {
      const key = replaySignalKey({
        type: 'Pods',
        pods: { metric, target: { type: 'AverageValue' } },
      });
      return {
        ok: true,
        value: pods.flatMap((pod): PodMetricSample[] => {
          const sample = pod.sample(key);
          return sample ? [{ pod: pod.pod.name, ...sample }] : [];
        }),
      };
    },
    objectMetric: ({ metric, describedObject }) =>
      totalOf(
        replaySignalKey({
          type: 'Object',
          object: { metric, describedObject, target: { type: 'Value' } },
        }),
      ),
    externalMetric: ({ metric }) => {
      const total = totalOf(
        replaySignalKey({
          type: 'External',
          external: { metric, target: { type: 'Value' } },
        }),
      );
      return total.ok ? { ok: true, value: [total.value] } : total;
    },
  };
}

function decidedAt(
  spec: HpaSpec,
  recorded: RecordedHistory,
  actual: ActualReplicas,
  options: AgreementOptions,
  phaseSeconds: number,
): ReplicaChange[] {
  const periodMs =
    (options.syncPeriodSeconds ?? HPA_SYNC_PERIOD_SECONDS) * 1000;
  const playbacks = recorded.pods.map(pod => new PodPlayback(pod));
  const totals = new Map(
    Object.entries(recorded.totals ?? {}).map(([key, series]) => [
      key,
      new SeriesCursor(series),
    ]),
  );
  const decided: ReplicaChange[] = [];
  const scale = new RealScale(spec, actual, options);
  let recommendations: HpaMemory['recommendations'];
  let status: HpaStatus | undefined;
  for (
    let now = recorded.from + phaseSeconds * 1000;
    now < recorded.to;
    now += periodMs
  ) {
    scale.advance(now);
    const { replicas } = scale;
    for (const playback of playbacks) playback.advance(now);
    for (const cursor of totals.values()) cursor.advance(now);
    const present = playbacks.filter(playback => playback.isPresent());
    const result: HpaReconcileResult = reconcileHpa(
      {
        now,
        hpa: {
          metadata: { name: 'replay' },
          spec,
          status: scale.withScaledToZero(status),
        },
        scale: {
          ok: true,
          value: {
            specReplicas: replicas,
            statusReplicas: replicas,
            selector: 'app=replay',
          },
        },
        pods: present.map(playback => playback.observe()),
        metrics: readerOf(present, totals),
      },
      { ...scale.memory, ...(recommendations && { recommendations }) },
      options.controller,
    );
    recommendations = result.memory.recommendations;
    status = result.status;
    if (result.rescale)
      decided.push({ at: now, from: replicas, to: result.desiredReplicas });
  }
  return decided;
}

/**
 * Replays the spec that was in force over recorded pods and says how many real changes come out. Costs one `reconcileHpa` per
 * pass and phase, some 20 microseconds with ten pods: days, not months.
 *
 * @throws {@link AutoscalingInputError} naming the field that cannot be computed with
 */
export function replayRecorded(
  spec: HpaSpec,
  recorded: RecordedHistory,
  actual: ActualReplicas,
  options: AgreementOptions = {},
): RecordedReplay {
  assertRecordedHistory(recorded);
  assertActualReplicas(actual, recorded.from);
  const periodMs =
    (options.syncPeriodSeconds ?? HPA_SYNC_PERIOD_SECONDS) * 1000;
  const toleranceMs =
    (options.toleranceSeconds ?? (2 * periodMs) / 1000) * 1000;
  const real = replicaChanges(actual).filter(
    ({ at }) => at > recorded.from && at < recorded.to,
  );
  const runs = phasesOf(options).map(phaseSeconds => {
    const decided = decidedAt(spec, recorded, actual, options, phaseSeconds);
    const phase: PhaseAgreement = {
      phaseSeconds,
      ...matchDecisions(real, decided, periodMs, toleranceMs),
    };
    return { phase, decided };
  });
  const agreement = summarizeAgreement(
    real.length,
    runs.map(({ phase }) => phase),
  );
  const best = runs.find(({ phase }) => phase === agreement.best);
  return { agreement, decided: best?.decided ?? [] };
}
