/** Which pods count for a metric. Mirrors `groupPods` in `pkg/controller/podautoscaler/replica_calculator.go`. */
import type { HpaOptions, PodObservation } from './types';

/** One pod's sample of one metric. */
export interface PodSample {
  /** Milli. */
  value: number;
  timestamp: number;
  windowMs: number;
}

export type PodSamples = ReadonlyMap<string, PodSample>;

export interface PodGroups {
  readyCount: number;
  /** Counted as idle on the way up, left out on the way down. */
  unready: readonly string[];
  /** No sample: assumed busy on the way down and idle on the way up. */
  missing: readonly string[];
  /** Deleted or failed. */
  ignored: readonly string[];
}

/**
 * Groups pods in list order.
 *
 * @param resource - `cpu` applies the warm-up rule; every other metric, also memory, has none
 */
export function groupPods(
  pods: readonly PodObservation[],
  samples: PodSamples,
  resource: string,
  now: number,
  options: Pick<
    HpaOptions,
    | 'cpuInitializationPeriodSeconds'
    | 'initialReadinessDelaySeconds'
    | 'features'
  >,
): PodGroups {
  const unready: string[] = [];
  const missing: string[] = [];
  const ignored: string[] = [];
  let readyCount = 0;
  for (const pod of pods) {
    const sample = samples.get(pod.name);
    if (isIgnored(pod, options.features.ignoredPhases)) {
      ignored.push(pod.name);
    } else if (pod.phase === 'Pending') {
      unready.push(pod.name);
    } else if (!sample) {
      missing.push(pod.name);
    } else if (resource === 'cpu' && isWarmingUp(pod, sample, now, options)) {
      unready.push(pod.name);
    } else {
      readyCount += 1;
    }
  }
  return { readyCount, unready, missing, ignored };
}

function isIgnored(
  pod: PodObservation,
  ignoredPhases: 'failed' | 'terminal',
): boolean {
  if (pod.deletionTimestamp !== undefined || pod.phase === 'Failed')
    return true;
  return ignoredPhases === 'terminal' && pod.phase === 'Succeeded';
}

function isWarmingUp(
  pod: PodObservation,
  sample: PodSample,
  now: number,
  options: Pick<
    HpaOptions,
    'cpuInitializationPeriodSeconds' | 'initialReadinessDelaySeconds'
  >,
): boolean {
  const { ready, startTime } = pod;
  if (!ready || startTime === undefined) return true;
  const notReady = ready.status === 'False';
  if (startTime + options.cpuInitializationPeriodSeconds * 1000 > now) {
    // Start-up work shows in any window that began before the pod became ready.
    return (
      notReady || sample.timestamp < ready.lastTransitionTime + sample.windowMs
    );
  }
  // Not ready since (almost) its start: it has never been ready.
  return (
    notReady &&
    startTime + options.initialReadinessDelaySeconds * 1000 >
      ready.lastTransitionTime
  );
}
