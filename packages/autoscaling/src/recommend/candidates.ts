/** What the search tries: one dimension of the spec at a time, few values each. */
import { completeScaleDownRules, completeScaleUpRules } from '../hpa/defaults';
import type {
  HpaBehavior,
  HpaOptions,
  HpaSpec,
  ScalingRules,
} from '../hpa/types';
import type { ReplayResult } from '../replay';
import { metricsOf, scaleTarget, targetOf } from './metricTargets';
import type { ReplicaBounds, RecommendationKind } from './types';

export type Dimension = Exclude<RecommendationKind, 'requests'>;

export const DIMENSIONS: readonly Dimension[] = [
  'target',
  'minReplicas',
  'maxReplicas',
  'scaleUp',
  'scaleDown',
];

const TARGET_FACTORS = [0.6, 0.7, 0.8, 0.9, 1.1, 1.25, 1.5];
/** Above it no room is left while new pods start (rule M15). */
const HIGHEST_UTILIZATION = 90;

const SCALE_UP: readonly ScalingRules[] = [
  {
    stabilizationWindowSeconds: 0,
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 100, periodSeconds: 15 },
      { type: 'Pods', value: 4, periodSeconds: 15 },
    ],
  },
  {
    stabilizationWindowSeconds: 60,
    selectPolicy: 'Max',
    policies: [{ type: 'Percent', value: 100, periodSeconds: 60 }],
  },
];
const SCALE_DOWN_WINDOWS = [120, 300, 600, 900, 1800];
const SCALE_DOWN_POLICIES: readonly NonNullable<ScalingRules['policies']>[] = [
  [{ type: 'Percent', value: 100, periodSeconds: 15 }],
  [{ type: 'Percent', value: 10, periodSeconds: 60 }],
];

/** `behavior` with nothing left to defaults: what is not written is read differently by readers and versions. */
export function explicitBehavior(
  spec: HpaSpec,
  controller: HpaOptions,
): Required<HpaBehavior> {
  const { scaleUp, scaleDown } = spec.behavior ?? {};
  const up = completeScaleUpRules(scaleUp);
  const down = completeScaleDownRules(
    scaleDown,
    controller.downscaleStabilizationSeconds,
  );
  return {
    scaleUp: { ...scaleUp, ...up, policies: [...up.policies] },
    scaleDown: { ...scaleDown, ...down, policies: [...down.policies] },
  };
}

/** The parts of the spec that a dimension stands for. */
export function withDimension(
  spec: HpaSpec,
  dimension: Dimension,
  from: HpaSpec,
): HpaSpec {
  switch (dimension) {
    case 'target':
      return { ...spec, metrics: from.metrics };
    case 'minReplicas':
      return { ...spec, minReplicas: from.minReplicas };
    case 'maxReplicas':
      return { ...spec, maxReplicas: from.maxReplicas };
    default:
      return {
        ...spec,
        behavior: { ...spec.behavior, [dimension]: from.behavior?.[dimension] },
      };
  }
}

/** Other values of one dimension, the current one excluded. */
export function candidatesOf(
  dimension: Dimension,
  spec: HpaSpec,
  context: {
    /** What the spec did. */
    result: ReplayResult;
    /** What would have been enough, without an upper end. */
    neededReplicas: number;
    bounds: { minReplicas: ReplicaBounds; maxReplicas: ReplicaBounds };
  },
): HpaSpec[] {
  const { bounds, result } = context;
  const min = spec.minReplicas ?? 1;
  switch (dimension) {
    case 'target':
      return targetCandidates(spec, result);
    case 'minReplicas':
      return (min === 0 ? [] : [min - 2, min - 1, min + 1, min + 2, min * 2])
        .map(value => clamp(value, bounds.minReplicas))
        .filter(isNew(min))
        .filter(value => value >= 1 && value <= spec.maxReplicas)
        .map(minReplicas => ({ ...spec, minReplicas }));
    case 'maxReplicas':
      return (
        [context.neededReplicas, Math.ceil(context.neededReplicas * 1.2)]
          .map(value => clamp(value, bounds.maxReplicas))
          .filter(isNew(spec.maxReplicas))
          // A lower maximum saves nothing in a replay that never reached it, and takes away room.
          .filter(value => value > spec.maxReplicas)
          .map(maxReplicas => ({ ...spec, maxReplicas }))
      );
    case 'scaleUp':
      return behaviorCandidates(spec, dimension, SCALE_UP);
    default: {
      const policies = [
        spec.behavior?.scaleDown?.policies ?? [],
        ...SCALE_DOWN_POLICIES,
      ].filter(list => list.length > 0);
      return behaviorCandidates(
        spec,
        dimension,
        policies.flatMap(list =>
          SCALE_DOWN_WINDOWS.map(stabilizationWindowSeconds => ({
            stabilizationWindowSeconds,
            selectPolicy: 'Max',
            policies: list,
          })),
        ),
      );
    }
  }
}

function clamp(value: number, { min, max }: ReplicaBounds): number {
  return Math.min(max, Math.max(min, value));
}

function isNew(current: number) {
  return (value: number, index: number, all: number[]) =>
    value !== current && all.indexOf(value) === index;
}

/** Moves the target of the metric that decided most: the others did not matter. */
function targetCandidates(spec: HpaSpec, result: ReplayResult): HpaSpec[] {
  const deciding = result.metrics.reduce<
    ReplayResult['metrics'][number] | undefined
  >(
    (most, metric) =>
      metric.decisions > (most?.decisions ?? 0) ? metric : most,
    undefined,
  );
  if (!deciding) return [];
  const metrics = metricsOf(spec);
  const metric = metrics[deciding.index];
  const current = targetOf(metric)?.averageUtilization ?? 0;
  return TARGET_FACTORS.flatMap(factor => {
    const moved = scaleTarget(metric, factor);
    const utilization = targetOf(moved)?.averageUtilization ?? 0;
    const isTooHigh =
      utilization > HIGHEST_UTILIZATION && utilization > current;
    return moved === metric || isTooHigh
      ? []
      : [
          {
            ...spec,
            metrics: metrics.map((each, index) =>
              index === deciding.index ? moved : each,
            ),
          },
        ];
  });
}

function behaviorCandidates(
  spec: HpaSpec,
  direction: 'scaleUp' | 'scaleDown',
  candidates: readonly ScalingRules[],
): HpaSpec[] {
  const current = spec.behavior?.[direction] ?? {};
  // Tolerance is not searched, and someone who disabled a direction meant it.
  if (current.selectPolicy === 'Disabled') return [];
  return candidates
    .map(rules => ({ ...current, ...rules }))
    .filter(rules => JSON.stringify(rules) !== JSON.stringify({ ...current }))
    .map(rules => ({
      ...spec,
      behavior: { ...spec.behavior, [direction]: rules },
    }));
}
