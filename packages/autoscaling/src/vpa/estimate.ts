/** From histograms to amounts: percentile, margin, confidence, minimum. Mirrors `estimator.go` and `recommender.go` in `pkg/recommender/logic`. */
import { amountFromCores, scaleAmount, toAmount } from './amounts';
import {
  confidenceFactor,
  confidenceOf,
  LOWER_BOUND_CONFIDENCE,
  UPPER_BOUND_CONFIDENCE,
} from './confidence';
import type { ContainerUsage } from './ContainerUsage';
import type { VpaRecommenderOptions } from './options';
import type { ResourceAmounts, VpaResource } from './types';

export interface EstimatedResources {
  target: ResourceAmounts;
  lowerBound: ResourceAmounts;
  upperBound: ResourceAmounts;
}

/** `base + trunc(base * fraction)`. */
export function withMargin(base: number, fraction: number): number {
  return base + scaleAmount(base, fraction);
}

function percentileAmount(
  usage: ContainerUsage,
  resource: VpaResource,
  share: number,
): number {
  return resource === 'cpu'
    ? amountFromCores(usage.cpu.percentile(share))
    : toAmount(usage.memoryPeaks.percentile(share));
}

/**
 * Recommendation of one container before rounding and capping.
 *
 * @param containersPerPod - the pod's minimum is spread over its containers
 */
export function estimateContainer(
  usage: ContainerUsage,
  containersPerPod: number,
  controlledResources: readonly VpaResource[],
  options: VpaRecommenderOptions,
): EstimatedResources {
  const confidence = confidenceOf(usage, options.confidenceIntervalMs);
  const fraction = 1 / containersPerPod;
  const minimum: Record<VpaResource, number> = {
    cpu: scaleAmount(
      amountFromCores(options.podMinCpuMillicores * 0.001),
      fraction,
    ),
    memory: scaleAmount(
      toAmount(options.podMinMemoryMebibytes * 1024 * 1024),
      fraction,
    ),
  };
  const estimate = (
    resource: VpaResource,
    share: number,
    bound?: { multiplier: number; exponent: number },
  ) => {
    const base = withMargin(
      percentileAmount(usage, resource, share),
      options.marginFraction,
    );
    const scaled = bound
      ? scaleAmount(
          base,
          confidenceFactor(confidence, bound.multiplier, bound.exponent),
        )
      : base;
    return Math.max(scaled, minimum[resource]);
  };
  const forEach = (
    share: number,
    bound?: { multiplier: number; exponent: number },
  ): ResourceAmounts =>
    Object.fromEntries(
      controlledResources.map(resource => [
        resource,
        estimate(resource, share, bound),
      ]),
    );
  const { percentiles } = options;
  return {
    target: forEach(percentiles.target),
    lowerBound: forEach(percentiles.lowerBound, LOWER_BOUND_CONFIDENCE),
    upperBound: forEach(percentiles.upperBound, UPPER_BOUND_CONFIDENCE),
  };
}
