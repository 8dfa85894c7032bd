import { completeScaleDownRules } from '../../hpa/defaults';
import type { HpaOptions, HpaReconcileResult } from '../../hpa/types';
import type { HpaFacts } from '../facts/HpaFacts';

/** Why a smaller number that the metrics allow does not come yet. */
export interface ScaleDownWait {
  windowSeconds: number;
  /** When it ends: exact with the controller's memory, else the latest possible moment. Milliseconds since the epoch. */
  until?: number;
  /** The recommendation that has to leave the window first, when the memory tells it. */
  heldBy?: { replicas: number; at: number };
}

/** The scale-down window, and until when it holds if it does now. */
export function scaleDownWait(
  hpa: HpaFacts,
  wanted: number,
  given: { now: number; options: HpaOptions; result?: HpaReconcileResult },
): ScaleDownWait {
  const { now, options, result } = given;
  const { stabilizationWindowSeconds: windowSeconds } = completeScaleDownRules(
    hpa.object.spec.behavior?.scaleDown,
    options.downscaleStabilizationSeconds,
  );
  const reason =
    result?.explanation.stabilization?.reason ??
    hpa.condition('AbleToScale')?.reason;
  if (reason !== 'ScaleDownStabilized') return { windowSeconds };
  const windowMs = windowSeconds * 1000;
  const [last] = (result?.memory.recommendations ?? [])
    .filter(
      ({ replicas, timestamp }) =>
        replicas > wanted && timestamp > now - windowMs,
    )
    .sort((a, b) => b.timestamp - a.timestamp);
  // Without the memory all that is certain: what keeps it up was asked for no later than now.
  if (!last) return { windowSeconds, until: now + windowMs };
  return {
    windowSeconds,
    until: last.timestamp + windowMs,
    heldBy: { replicas: last.replicas, at: last.timestamp },
  };
}
