/**
 * Defaults that the API server writes into an HPA.
 * Mirrors `pkg/apis/autoscaling/v2/defaults.go`. The API's doc comment says "4 pods per 60 seconds"; the code says 15.
 */
import type {
  HpaBehavior,
  HpaSpec,
  MetricSpec,
  ScalingPolicy,
  ScalingRules,
} from './types';

/** `minReplicas` when it is not given. */
export const DEFAULT_MIN_REPLICAS = 1;

/** What an HPA without metrics scales on: 80 % of the CPU request. */
export const DEFAULT_METRICS: readonly MetricSpec[] = [
  {
    type: 'Resource',
    resource: {
      name: 'cpu',
      target: { type: 'Utilization', averageUtilization: 80 },
    },
  },
];

const SCALE_UP_POLICIES: readonly ScalingPolicy[] = [
  { type: 'Pods', value: 4, periodSeconds: 15 },
  { type: 'Percent', value: 100, periodSeconds: 15 },
];
const SCALE_DOWN_POLICIES: readonly ScalingPolicy[] = [
  { type: 'Percent', value: 100, periodSeconds: 15 },
];

/** Rules of one direction with nothing left open. */
export interface CompleteScalingRules {
  stabilizationWindowSeconds: number;
  selectPolicy: string;
  policies: readonly ScalingPolicy[];
}

/** Scale-up rules with the API server's defaults. */
export function completeScaleUpRules(
  rules: ScalingRules | undefined | null,
): CompleteScalingRules {
  return {
    stabilizationWindowSeconds: rules?.stabilizationWindowSeconds ?? 0,
    selectPolicy: rules?.selectPolicy ?? 'Max',
    policies: rules?.policies ?? SCALE_UP_POLICIES,
  };
}

/**
 * Scale-down rules with the API server's defaults. The window is not defaulted by the API server but by the controller,
 * from its flag.
 */
export function completeScaleDownRules(
  rules: ScalingRules | undefined | null,
  downscaleStabilizationSeconds: number,
): CompleteScalingRules {
  return {
    stabilizationWindowSeconds:
      rules?.stabilizationWindowSeconds ?? downscaleStabilizationSeconds,
    selectPolicy: rules?.selectPolicy ?? 'Max',
    policies: rules?.policies ?? SCALE_DOWN_POLICIES,
  };
}

function defaultBehavior(behavior: HpaBehavior): HpaBehavior {
  return {
    scaleUp: {
      ...behavior.scaleUp,
      ...completeScaleUpRules(behavior.scaleUp),
      policies: [...completeScaleUpRules(behavior.scaleUp).policies],
    },
    scaleDown: {
      selectPolicy: 'Max',
      policies: [...SCALE_DOWN_POLICIES],
      ...behavior.scaleDown,
    },
  };
}

/** A spec as the API server stores it: `minReplicas`, `metrics` and the open fields of `behavior` filled in. */
export function defaultHpaSpec(spec: HpaSpec): HpaSpec {
  return {
    ...spec,
    minReplicas: spec.minReplicas ?? DEFAULT_MIN_REPLICAS,
    metrics: spec.metrics?.length ? spec.metrics : [...DEFAULT_METRICS],
    ...(spec.behavior && { behavior: defaultBehavior(spec.behavior) }),
  };
}
