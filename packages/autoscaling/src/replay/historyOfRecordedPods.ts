/** From what was seen of every pod to what a what-if replays: totals, start-up time, and a model of one pod per metric. */
import { AutoscalingInputError } from '../errors';
import { estimatePodModel, type PodModelEstimate } from './estimatePodModel';
import {
  assertRecordedHistory,
  type RecordedHistory,
  type RecordedPod,
} from './replayRecorded';
import { SeriesCursor } from './SeriesCursor';
import type { ReplayHistory, ReplaySignal, StartUpTime } from './types';

export interface RecordedPodsSummary {
  history: ReplayHistory;
  /**
   * How usage of a pod depends on its load, by key, for metrics other than the load itself. Where it was not identified the
   * history shares all usage evenly, which is too kind to more pods when there is a floor. Say so.
   */
  models: Readonly<Record<string, PodModelEstimate>>;
  /** Pods whose start was seen; 0: the start-up time is unknown and counts as none, which is too kind to every setting. */
  startsSeen: number;
}

const STEP_MS = 15_000;
/** Of observed start-up times. */
const START_UP_PERCENTILE = 0.9;

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** Start-up of the pods that were created within the history: the 90th percentile. */
function startUpOf(recorded: RecordedHistory): {
  startUp: StartUpTime;
  startsSeen: number;
} {
  const starts = recorded.pods.flatMap(pod => {
    const readyAt = pod.readiness.find(({ ready }) => ready)?.at;
    return pod.createdAt >= recorded.from &&
      readyAt !== undefined &&
      pod.runningAt !== undefined
      ? [
          {
            running: (pod.runningAt - pod.createdAt) / 1000,
            ready: (readyAt - pod.createdAt) / 1000,
          },
        ]
      : [];
  });
  if (starts.length === 0)
    return { startUp: { runningSeconds: 0, readySeconds: 0 }, startsSeen: 0 };
  const of = (pick: (start: (typeof starts)[number]) => number) =>
    Math.max(0, percentile(starts.map(pick), START_UP_PERCENTILE));
  const readySeconds = of(({ ready }) => ready);
  return {
    startUp: {
      runningSeconds: Math.min(
        readySeconds,
        of(({ running }) => running),
      ),
      readySeconds,
    },
    startsSeen: starts.length,
  };
}

interface Totals {
  at: Float64Array;
  /** Sum over the pods with a sample, by key; NaN where no pod had one. */
  values: Map<string, Float64Array>;
  /** Serving pods with a sample of the key. */
  sampled: Map<string, Int32Array>;
}

function isServing(pod: RecordedPod, now: number): boolean {
  const { deletedAt = Infinity } = pod;
  return (
    pod.createdAt <= now &&
    now < deletedAt &&
    pod.readiness.findLast(({ at }) => at <= now)?.ready === true
  );
}

function totalsOf(recorded: RecordedHistory): Totals {
  const count = Math.ceil((recorded.to - recorded.from) / STEP_MS);
  const at = Float64Array.from(
    { length: count },
    (_, index) => recorded.from + index * STEP_MS,
  );
  const keys = new Set(recorded.pods.flatMap(pod => Object.keys(pod.samples)));
  const values = new Map<string, Float64Array>();
  const sampled = new Map<string, Int32Array>();
  for (const key of keys) {
    const sums = new Float64Array(count).fill(NaN);
    const pods = new Int32Array(count);
    for (const pod of recorded.pods) {
      const series = pod.samples[key];
      if (series) {
        const cursor = new SeriesCursor(series);
        for (let index = 0; index < count; index += 1) {
          cursor.advance(at[index]);
          if (!Number.isNaN(cursor.value) && isServing(pod, at[index])) {
            sums[index] =
              (Number.isNaN(sums[index]) ? 0 : sums[index]) + cursor.value;
            pods[index] += 1;
          }
        }
      }
    }
    values.set(key, sums);
    sampled.set(key, pods);
  }
  return { at, values, sampled };
}

function modelOf(
  totals: Totals,
  key: string,
  loadKey: string,
): PodModelEstimate {
  const usage = totals.values.get(key)!;
  const load = totals.values.get(loadKey)!;
  const usagePods = totals.sampled.get(key)!;
  const loadPods = totals.sampled.get(loadKey)!;
  const points = Array.from(usage, (_, index) => ({
    load: load[index] / loadPods[index],
    usage: usage[index] / usagePods[index],
  })).filter(
    point => Number.isFinite(point.load) && Number.isFinite(point.usage),
  );
  return estimatePodModel(points);
}

/**
 * @param loadKey - the metric that measures the load itself, such as requests per second per pod; others are explained by it
 * where that can be identified
 * @throws {@link AutoscalingInputError} naming the field that cannot be computed with
 */
export function historyOfRecordedPods(
  recorded: RecordedHistory,
  options: { initialReplicas: number; loadKey?: string },
): RecordedPodsSummary {
  assertRecordedHistory(recorded);
  const newest = recorded.pods.at(-1);
  if (!newest) {
    throw new AutoscalingInputError({
      field: 'recorded.pods',
      problem: 'there is none',
      remedy: 'pass the pods that were seen, or totals to replayHpa',
    });
  }
  const { loadKey } = options;
  const totals = totalsOf(recorded);
  if (loadKey !== undefined && !totals.values.has(loadKey)) {
    throw new AutoscalingInputError({
      field: 'options.loadKey',
      problem: `no pod has samples of ${JSON.stringify(loadKey)}`,
      remedy: `use one of ${[...totals.values.keys()].join(', ')}`,
    });
  }
  const seriesOf = (key: string) => ({
    at: totals.at,
    values: totals.values.get(key)!,
  });
  const models: Record<string, PodModelEstimate> = {};
  const signals: Record<string, ReplaySignal> = {};
  for (const key of totals.values.keys()) {
    signals[key] = { load: seriesOf(key) };
    if (loadKey !== undefined && key !== loadKey) {
      const model = modelOf(totals, key, loadKey);
      models[key] = model;
      if (model.identified)
        signals[key] = {
          load: seriesOf(loadKey),
          perPod: { floor: model.floor, share: model.share },
        };
    }
  }
  for (const [key, load] of Object.entries(recorded.totals ?? {}))
    signals[key] = { load };
  const { startUp, startsSeen } = startUpOf(recorded);
  return {
    history: {
      from: recorded.from,
      to: recorded.to,
      signals,
      pod: {
        containers: newest.containers,
        ...(newest.podRequests && { podRequests: newest.podRequests }),
      },
      startUp,
      initialReplicas: options.initialReplicas,
    },
    models,
    startsSeen,
  };
}
