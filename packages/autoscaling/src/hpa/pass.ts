import type {
  HpaCondition,
  HpaEvent,
  HpaExplanation,
  HpaMemory,
  HpaObservation,
  HpaOptions,
  HpaReconcileResult,
  HpaStatus,
  MetricStatus,
  ScaleObservation,
} from './types';

/** What a pass works on after the scale was read. */
export interface Pass {
  observation: HpaObservation;
  options: HpaOptions;
  memory: HpaMemory;
  scale: ScaleObservation;
  currentReplicas: number;
  minReplicas: number;
  maxReplicas: number;
  conditions: HpaCondition[];
}

/** The start of an explanation: what is known before anything was decided. */
export function explanationOf(
  pass: Pass,
  branch: HpaExplanation['branch'],
): HpaExplanation {
  const { currentReplicas, minReplicas, maxReplicas } = pass;
  return { branch, currentReplicas, minReplicas, maxReplicas, proposals: [] };
}

/** The new status. Mirrors `setStatus` in `horizontal.go`. */
export function statusOf(
  pass: Pass,
  fields: {
    desiredReplicas: number;
    currentMetrics: MetricStatus[] | null;
    conditions: HpaCondition[];
    lastScaleTime?: string;
  },
): HpaStatus {
  const { hpa } = pass.observation;
  const { observedGeneration } = pass.options.features;
  const lastScaleTime = fields.lastScaleTime ?? hpa.status?.lastScaleTime;
  return {
    ...(observedGeneration && {
      observedGeneration: hpa.metadata.generation ?? 0,
    }),
    ...(lastScaleTime && { lastScaleTime }),
    currentReplicas: pass.currentReplicas,
    desiredReplicas: fields.desiredReplicas,
    currentMetrics: fields.currentMetrics,
    conditions: fields.conditions,
  };
}

/** The answer of a pass that changes nothing. */
export function keep(
  pass: Pass,
  currentMetrics: MetricStatus[] | null,
  explanation: HpaExplanation,
  events: readonly HpaEvent[],
): HpaReconcileResult {
  const { currentReplicas, conditions, memory } = pass;
  return {
    desiredReplicas: currentReplicas,
    rescale: false,
    status: statusOf(pass, {
      desiredReplicas: currentReplicas,
      currentMetrics,
      conditions,
    }),
    events,
    memory,
    explanation,
  };
}
