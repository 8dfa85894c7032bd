/** The answer of a pass that changes the scale. Mirrors the end of `reconcileAutoscaler` in `horizontal.go`. */
import { formatTime, setCondition } from './conditions';
import { completeScaleDownRules, completeScaleUpRules } from './defaults';
import { statusOf, type Pass } from './pass';
import { storeScaleEvent } from './scaleEvents';
import { withScaledToZeroCondition } from './scaleToZero';
import type {
  HpaEvent,
  HpaExplanation,
  HpaMemory,
  HpaReconcileResult,
  MetricStatus,
} from './types';

/** Assumes that writing the scale succeeds. */
export function rescale(
  pass: Pass,
  desiredReplicas: number,
  currentMetrics: MetricStatus[] | null,
  explanation: HpaExplanation,
  events: readonly HpaEvent[] = [],
): HpaReconcileResult {
  const { now } = pass.observation;
  const conditions = setCondition(
    pass.conditions,
    {
      type: 'AbleToScale',
      status: 'True',
      reason: 'SucceededRescale',
      message: `the HPA controller was able to update the target scale to ${desiredReplicas}`,
    },
    now,
  );
  return {
    desiredReplicas,
    rescale: true,
    status: statusOf(pass, {
      desiredReplicas,
      currentMetrics,
      conditions: withScaledToZeroCondition(pass, conditions, desiredReplicas),
      lastScaleTime: formatTime(now),
    }),
    events: [
      ...events,
      {
        type: 'Normal',
        reason: 'SuccessfulRescale',
        message: `New size: ${desiredReplicas}; reason: ${
          explanation.rescaleReason ?? ''
        }`,
      },
    ],
    memory: memoryAfterRescale(pass, desiredReplicas),
    explanation,
  };
}

/** Scale events are kept only for an HPA with `behavior`: nothing else reads them. */
function memoryAfterRescale(pass: Pass, desiredReplicas: number): HpaMemory {
  const { memory, currentReplicas, observation, options } = pass;
  const { behavior } = observation.hpa.spec;
  if (!behavior) return memory;
  const change = desiredReplicas - currentReplicas;
  if (change > 0) {
    const { policies } = completeScaleUpRules(behavior.scaleUp);
    return {
      ...memory,
      scaleUpEvents: storeScaleEvent(
        memory.scaleUpEvents,
        policies,
        change,
        observation.now,
      ),
    };
  }
  const { policies } = completeScaleDownRules(
    behavior.scaleDown,
    options.downscaleStabilizationSeconds,
  );
  return {
    ...memory,
    scaleDownEvents: storeScaleEvent(
      memory.scaleDownEvents,
      policies,
      -change,
      observation.now,
    ),
  };
}
