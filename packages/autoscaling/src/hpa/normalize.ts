/**
 * From what the metrics ask for to what is done: stabilise first, then limit. Mirrors `normalizeDesiredReplicas` and
 * `normalizeDesiredReplicasWithBehaviors` in `horizontal.go`.
 */
import { completeScaleDownRules, completeScaleUpRules } from './defaults';
import { limitWithBehavior, limitWithoutBehavior, type Limited } from './rate';
import { stabilizeWithBehavior, stabilizeWithWindow } from './stabilize';
import type {
  HpaBehavior,
  HpaExplanation,
  HpaMemory,
  HpaOptions,
  TimestampedRecommendation,
} from './types';

export interface Normalized {
  stabilization: NonNullable<HpaExplanation['stabilization']>;
  limit: Limited;
  recommendations: readonly TimestampedRecommendation[];
}

/** Message of the condition AbleToScale per reason. */
export const STABILIZATION_MESSAGES = {
  ReadyForNewScale: 'recommended size matches current size',
  ScaleDownStabilized:
    'recent recommendations were higher than current one, applying the highest recent recommendation',
  ScaleUpStabilized:
    'recent recommendations were lower than current one, applying the lowest recent recommendation',
} as const;

interface NormalizeInput {
  currentReplicas: number;
  desiredReplicas: number;
  minReplicas: number;
  maxReplicas: number;
  behavior: HpaBehavior | undefined;
  memory: HpaMemory;
  now: number;
  options: HpaOptions;
}

export function normalizeDesiredReplicas(input: NormalizeInput): Normalized {
  return input.behavior
    ? normalizeWithBehavior(input, input.behavior)
    : normalizeWithoutBehavior(input);
}

function normalizeWithoutBehavior(input: NormalizeInput): Normalized {
  const { desiredReplicas, options } = input;
  const windowSeconds = options.downscaleStabilizationSeconds;
  const { replicas, recommendations } = stabilizeWithWindow(
    input.memory.recommendations ?? [],
    desiredReplicas,
    windowSeconds,
    input.now,
  );
  return {
    stabilization: {
      desiredReplicas: replicas,
      reason:
        replicas === desiredReplicas
          ? 'ReadyForNewScale'
          : 'ScaleDownStabilized',
      upWindowSeconds: 0,
      downWindowSeconds: windowSeconds,
    },
    limit: limitWithoutBehavior({
      currentReplicas: input.currentReplicas,
      desiredReplicas: replicas,
      minReplicas: input.minReplicas,
      maxReplicas: input.maxReplicas,
      scaleUpLimitFactor: options.scaleUpLimitFactor,
      scaleUpLimitMinimum: options.scaleUpLimitMinimum,
    }),
    recommendations,
  };
}

function normalizeWithBehavior(
  input: NormalizeInput,
  behavior: HpaBehavior,
): Normalized {
  const { currentReplicas, desiredReplicas, memory, now } = input;
  const scaleUp = completeScaleUpRules(behavior.scaleUp);
  const scaleDown = completeScaleDownRules(
    behavior.scaleDown,
    input.options.downscaleStabilizationSeconds,
  );
  const windows = {
    upWindowSeconds: scaleUp.stabilizationWindowSeconds,
    downWindowSeconds: scaleDown.stabilizationWindowSeconds,
  };
  const { replicas, recommendations } = stabilizeWithBehavior(
    memory.recommendations ?? [],
    {
      currentReplicas,
      desiredReplicas,
      ...windows,
      now,
    },
  );
  const held =
    desiredReplicas >= currentReplicas
      ? 'ScaleUpStabilized'
      : 'ScaleDownStabilized';
  return {
    stabilization: {
      desiredReplicas: replicas,
      reason: replicas === desiredReplicas ? 'ReadyForNewScale' : held,
      ...windows,
    },
    limit: limitWithBehavior(
      {
        currentReplicas,
        desiredReplicas: replicas,
        minReplicas: input.minReplicas,
        maxReplicas: input.maxReplicas,
        scaleUp,
        scaleDown,
      },
      {
        scaleUpEvents: memory.scaleUpEvents,
        scaleDownEvents: memory.scaleDownEvents,
        now,
      },
    ),
    recommendations,
  };
}
