import { setCondition } from './conditions';
import type { HpaMemory, HpaObservation, HpaReconcileResult } from './types';

/**
 * What the pass comes to when writing the scale failed: `FailedRescale`, `AbleToScale=False/FailedUpdateScale`, the
 * desired number of before, and no scale event to count against the policies. Mirrors the error path of
 * `reconcileAutoscaler` in `horizontal.go`.
 *
 * @param result - the answer of {@link reconcileHpa} with `rescale: true`
 * @param memory - what was passed to that call
 * @param error - text of the API's answer
 */
export function withFailedScaleUpdate(
  result: HpaReconcileResult,
  observation: HpaObservation,
  memory: HpaMemory | undefined,
  error: string,
): HpaReconcileResult {
  const { status: previous } = observation.hpa;
  const { lastScaleTime: _scaledNow, ...status } = result.status;
  const previousScaledToZero = previous?.conditions?.find(
    ({ type }) => type === 'ScaledToZero',
  );
  const conditions = setCondition(
    // The failure stops the pass before ScaledToZero is touched.
    [
      ...(status.conditions ?? []).filter(
        ({ type }) => type !== 'ScaledToZero',
      ),
      ...(previousScaledToZero ? [previousScaledToZero] : []),
    ],
    {
      type: 'AbleToScale',
      status: 'False',
      reason: 'FailedUpdateScale',
      message: `the HPA controller was unable to update the target scale: ${error}`,
    },
    observation.now,
  );
  return {
    ...result,
    rescale: false,
    desiredReplicas:
      result.explanation.currentReplicas ?? result.desiredReplicas,
    status: {
      ...status,
      ...(previous?.lastScaleTime && { lastScaleTime: previous.lastScaleTime }),
      desiredReplicas: previous?.desiredReplicas ?? 0,
      conditions,
    },
    events: result.events.map(event =>
      event.reason === 'SuccessfulRescale'
        ? {
            type: 'Warning',
            reason: 'FailedRescale',
            message: `${event.message}; error: ${error}`,
          }
        : event,
    ),
    memory: {
      recommendations: result.memory.recommendations,
      scaleUpEvents: memory?.scaleUpEvents ?? [],
      scaleDownEvents: memory?.scaleDownEvents ?? [],
    },
    explanation: { ...result.explanation, error },
  };
}
