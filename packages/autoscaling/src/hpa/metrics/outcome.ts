import type { MetricStatus } from '../types';
import type { ReplicaCount } from './types';

/** What computing one metric came to. */
export type MetricOutcome =
  | { ok: true; metricName: string; count: ReplicaCount; status: MetricStatus }
  | {
      ok: false;
      metricName: string;
      /** Reason of the event and of the condition ScalingActive=False. */
      reason: string;
      /** Text of the event. */
      eventMessage: string;
      /** Text of the error that the pass ends with when this metric is the first to fail. */
      error: string;
    };

/** A failure; the controller prefixes the error with what it was doing, but not the event. */
export function failedMetric(options: {
  metricName: string;
  reason: string;
  error: string;
  prefix: string;
}): MetricOutcome {
  const { metricName, reason, error, prefix } = options;
  return {
    ok: false,
    metricName,
    reason,
    eventMessage: error,
    error: `${prefix}${error}`,
  };
}

/** Text of the condition that a failure sets. */
export function unableToComputeMessage(error: string): string {
  return `the HPA was unable to compute the replica count: ${error}`;
}
