/** Who put a target to 0 replicas, and whether it may be woken. Mirrors the parts of `horizontal.go` behind the gate HPAScaleToZero. */
import { isConditionTrue, removeCondition, setCondition } from './conditions';
import type { Pass } from './pass';
import type { HpaCondition } from './types';

function hasObjectOrExternalMetric(pass: Pass): boolean {
  return (pass.observation.hpa.spec.metrics ?? []).some(
    ({ type }) => type === 'Object' || type === 'External',
  );
}

/** Whether it was this HPA that put the target to 0. */
export function isScaledToZero(pass: Pass): boolean {
  return (
    pass.options.features.scaleToZero === 'condition' &&
    isConditionTrue(pass.observation.hpa.status?.conditions, 'ScaledToZero')
  );
}

/** Whether a target at 0 replicas is looked at. */
export function wakesFromZero(pass: Pass): boolean {
  if (pass.options.features.scaleToZero === 'replicas')
    return pass.minReplicas === 0;
  return (
    isScaledToZero(pass) &&
    (pass.minReplicas !== 0 || hasObjectOrExternalMetric(pass))
  );
}

/** Set on every rescale, so that it is never stale; absent where the gate is off. */
export function withScaledToZeroCondition(
  pass: Pass,
  conditions: HpaCondition[],
  desiredReplicas: number,
): HpaCondition[] {
  switch (pass.options.features.scaleToZero) {
    case 'off':
      return removeCondition(conditions, 'ScaledToZero');
    case 'replicas':
      return conditions;
    default: {
      const byHpa =
        pass.currentReplicas > 0 &&
        desiredReplicas === 0 &&
        pass.minReplicas === 0 &&
        hasObjectOrExternalMetric(pass);
      return setCondition(
        conditions,
        byHpa
          ? {
              type: 'ScaledToZero',
              status: 'True',
              reason: 'ScaledToZero',
              message: 'the HPA controller scaled the workload to zero',
            }
          : {
              type: 'ScaledToZero',
              status: 'False',
              reason: 'NotScaledToZero',
              message: 'the HPA controller did not scale the workload to zero',
            },
        pass.observation.now,
      );
    }
  }
}
