import { LoadProfile } from './loadProfile';

/** A pod serves at most this multiple of the request rate that its autoscaler wants it to have. */
export const SATURATION = 1.6;
/** Clients give up after this long, so a queue never holds more than this many seconds of load. */
const CLIENT_TIMEOUT_SECONDS = 30;

/** What a pod is doing at a moment. */
export interface PodLoad {
  /** Served requests per second. */
  rps: number;
  /** Served rate over the highest possible rate, 0 to 1. */
  saturation: number;
  /** Requests that wait for this pod. */
  waiting: number;
  latencyP95Ms: number;
  /** Share of answers that are errors. */
  errorRatio: number;
}

export const NO_LOAD: PodLoad = {
  rps: 0,
  saturation: 0,
  waiting: 0,
  latencyP95Ms: 0,
  errorRatio: 0,
};

/** The requests of a workload that wait, a step of `seconds` later. */
export function nextQueue(options: {
  waiting: number;
  offeredRps: number;
  capacityRps: number;
  seconds: number;
}): { waiting: number; servedRps: number } {
  const { waiting, offeredRps, capacityRps, seconds } = options;
  // The first step after a start has no length: nothing has queued up, and pods serve what they can.
  if (seconds <= 0) {
    return { waiting, servedRps: Math.min(offeredRps, capacityRps) };
  }
  const demand = waiting + offeredRps * seconds;
  const served = Math.min(demand, capacityRps * seconds);
  const limit = offeredRps * CLIENT_TIMEOUT_SECONDS;
  return {
    waiting: Math.min(demand - served, limit),
    servedRps: served / seconds,
  };
}

/** Latency grows with saturation as in a queue with one server, plus the time spent waiting. */
export function latencyP95Ms(
  profile: LoadProfile,
  saturation: number,
  waiting: number,
  rps: number,
): number {
  const busy = Math.min(0.95, saturation);
  const queueing = rps > 0 ? (1000 * waiting) / rps : 0;
  return (profile.latencyMs * (1 + busy)) / (1 - busy * 0.9) + queueing;
}

/** Cores and bytes of the main container of a pod that serves `rps`. */
export function podUsage(
  profile: LoadProfile,
  rps: number,
): { cpuCores: number; memoryBytes: number } {
  return {
    cpuCores: profile.cpuFloorCores + profile.cpuPerRequest * rps,
    memoryBytes: profile.memoryFloorBytes + profile.memoryPerRps * rps,
  };
}

/**
 * The value of a custom metric of a pod. Names of the field's common exporters get what they measure (queue length,
 * cache and GPU use, latency); any other name is a request rate.
 */
export function podMetricValue(metric: string, load: PodLoad): number {
  if (/error/i.test(metric)) return load.errorRatio;
  if (/(waiting|queue|depth)/i.test(metric)) return load.waiting;
  if (/(latency|duration)/i.test(metric)) {
    return /(_ms|milliseconds)/i.test(metric)
      ? load.latencyP95Ms
      : load.latencyP95Ms / 1000;
  }
  if (/num_requests_running/i.test(metric)) {
    return (load.rps * load.latencyP95Ms) / 1000;
  }
  const busy = Math.min(1, 0.05 + 0.95 * load.saturation);
  if (/(cache.*perc|ratio|engine_active|sm_active)/i.test(metric)) return busy;
  if (/(util|percent)/i.test(metric)) return Math.round(100 * busy);
  return load.rps;
}
