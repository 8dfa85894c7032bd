/** Flags of kube-controller-manager and what changed between Kubernetes versions. */
import { AutoscalingInputError } from '../errors';
import type { HpaFeatures, HpaOptions, HpaOptionsInput } from './types';

/** Features as Kubernetes 1.37 has them by default. */
const CURRENT_FEATURES: HpaFeatures = {
  toleranceTest: 'isWithin',
  configurableTolerance: true,
  scaleToZero: 'condition',
  podLevelResources: true,
  observedGeneration: false,
  ignoredPhases: 'failed',
};

/** Defaults of kube-controller-manager, with the features of Kubernetes 1.37. */
export const DEFAULT_HPA_OPTIONS: HpaOptions = {
  tolerance: 0.1,
  downscaleStabilizationSeconds: 300,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
  scaleUpLimitFactor: 2,
  scaleUpLimitMinimum: 4,
  features: CURRENT_FEATURES,
};

/** `--horizontal-pod-autoscaler-sync-period`: how often a pass runs. */
export const HPA_SYNC_PERIOD_SECONDS = 15;

/**
 * Features that a Kubernetes version has switched on by default.
 *
 * @param version - `gitVersion` of the API server, such as `v1.36.0-local.suoke`, or `1.33`
 * @throws {@link AutoscalingInputError} when it is not a version
 */
export function hpaFeaturesOfVersion(version: string): HpaFeatures {
  const match = /^v?1\.(\d+)/.exec(version);
  if (!match) {
    throw new AutoscalingInputError({
      field: 'version',
      problem: `${JSON.stringify(version)} is not a Kubernetes version`,
      remedy: 'pass the gitVersion of the API server, such as v1.36.0',
    });
  }
  const minor = Number(match[1]);
  return {
    ...CURRENT_FEATURES,
    toleranceTest: minor >= 33 ? 'isWithin' : 'absolute',
    configurableTolerance: minor >= 35,
    scaleToZero: minor >= 37 ? 'condition' : 'off',
    podLevelResources: minor >= 34,
  };
}

const NON_NEGATIVE = [
  'tolerance',
  'downscaleStabilizationSeconds',
  'cpuInitializationPeriodSeconds',
  'initialReadinessDelaySeconds',
  'scaleUpLimitFactor',
  'scaleUpLimitMinimum',
] as const;

/**
 * Fills what is not given with {@link DEFAULT_HPA_OPTIONS}.
 *
 * @throws {@link AutoscalingInputError} for a negative or non-finite flag
 */
export function resolveHpaOptions(input: HpaOptionsInput = {}): HpaOptions {
  const options: HpaOptions = {
    ...DEFAULT_HPA_OPTIONS,
    ...input,
    features: { ...CURRENT_FEATURES, ...input.features },
  };
  for (const name of NON_NEGATIVE) {
    const value = options[name];
    if (!Number.isFinite(value) || value < 0) {
      throw new AutoscalingInputError({
        field: `options.${name}`,
        problem: `${value} is not a non-negative number`,
        remedy: `use the value of the controller's flag, or leave it out for ${DEFAULT_HPA_OPTIONS[name]}`,
      });
    }
  }
  return options;
}
