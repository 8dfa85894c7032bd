import { AutoscalingInputError } from '../errors';

/** One moment of one pod, or the mean of all serving pods. */
export interface PodModelPoint {
  /** Load per serving pod, milli. */
  load: number;
  /** Usage per serving pod, milli. */
  usage: number;
}

/** What the points say of themselves, whether or not a model could be found. */
export interface PodModelEvidence {
  points: number;
  meanLoad: number;
  meanUsage: number;
  /** Standard deviation of the load by its mean. */
  loadVariation: number;
  /** Share of the variance of usage that the line explains, 0 to 1. */
  rSquared: number;
}

export type UnidentifiedReason =
  | 'tooFewPoints'
  | 'loadHardlyVaries'
  | 'doesNotGrowWithLoad'
  | 'poorFit'
  | 'floorUncertain'
  | 'floorNegative';

/** `usage = floor + share * load` per pod, or why it cannot be told. */
export type PodModelEstimate =
  | {
      identified: true;
      floor: number;
      share: number;
      /** Half of the 95 % interval of the floor. */
      floorMargin: number;
      evidence: PodModelEvidence;
    }
  | {
      identified: false;
      reason: UnidentifiedReason;
      evidence: PodModelEvidence;
    };

/** Proposals, not upstream values. */
const MIN_POINTS = 30;
const MIN_VARIATION = 0.1;
const MIN_R_SQUARED = 0.5;
/** Margin of the floor by mean usage. */
const MAX_FLOOR_MARGIN = 0.25;
/** Of a normal distribution, at 95 %. */
const Z = 1.96;

/**
 * Least squares over moments of pods. An HPA that works keeps the load per pod about constant, and from a constant load
 * nothing can be told about the floor: then the answer is that it cannot, not a number.
 *
 * @throws {@link AutoscalingInputError} for a point that is not finite
 */
export function estimatePodModel(
  points: readonly PodModelPoint[],
): PodModelEstimate {
  points.forEach(({ load, usage }, index) => {
    if (Number.isFinite(load) && Number.isFinite(usage)) return;
    throw new AutoscalingInputError({
      field: `points[${index}]`,
      problem: `load ${load} and usage ${usage} are not both finite`,
      remedy: 'leave out moments without a value',
    });
  });
  const count = points.length;
  const mean = (pick: (point: PodModelPoint) => number) =>
    count === 0 ? 0 : points.reduce((sum, p) => sum + pick(p), 0) / count;
  const meanLoad = mean(({ load }) => load);
  const meanUsage = mean(({ usage }) => usage);
  const loadVariance = mean(({ load }) => (load - meanLoad) ** 2);
  const usageVariance = mean(({ usage }) => (usage - meanUsage) ** 2);
  const covariance = mean(
    ({ load, usage }) => (load - meanLoad) * (usage - meanUsage),
  );
  const evidence: PodModelEvidence = {
    points: count,
    meanLoad,
    meanUsage,
    loadVariation: meanLoad > 0 ? Math.sqrt(loadVariance) / meanLoad : 0,
    rSquared:
      loadVariance > 0 && usageVariance > 0
        ? covariance ** 2 / (loadVariance * usageVariance)
        : 0,
  };
  const fail = (reason: UnidentifiedReason): PodModelEstimate => ({
    identified: false,
    reason,
    evidence,
  });
  if (count < MIN_POINTS) return fail('tooFewPoints');
  if (evidence.loadVariation < MIN_VARIATION) return fail('loadHardlyVaries');
  const share = covariance / loadVariance;
  if (share <= 0) return fail('doesNotGrowWithLoad');
  if (evidence.rSquared < MIN_R_SQUARED) return fail('poorFit');
  const floor = meanUsage - share * meanLoad;
  const residual = usageVariance * (1 - evidence.rSquared);
  const floorMargin =
    Z *
    Math.sqrt(
      (residual / Math.max(1, count - 2)) * (1 + meanLoad ** 2 / loadVariance),
    );
  if (floorMargin > MAX_FLOOR_MARGIN * meanUsage) return fail('floorUncertain');
  // Below zero by more than chance: the usage is not a line in the load.
  if (floor < -Math.max(floorMargin, 0.01 * meanUsage))
    return fail('floorNegative');
  return {
    identified: true,
    floor: Math.max(0, floor),
    share,
    floorMargin,
    evidence,
  };
}
