import type {
  CanaryStep,
  DeliveryStrategy,
} from '@suoke/plugin-ai-models-common';

/** One column of the picture of a rollout. `weight`: percentage of requests that the new version has from here on. */
export type RolloutStage = { weight: number } & (
  | { kind: 'weight' }
  | { kind: 'pause'; duration?: string }
  | { kind: 'analysis'; duration?: string }
  | { kind: 'scale'; replicas: number }
  | { kind: 'preview'; replicas?: number }
  | { kind: 'replace'; maxSurge?: string; maxUnavailable?: string }
  | { kind: 'done' }
);

function canaryStage(step: CanaryStep, weight: number): RolloutStage {
  if (step.setWeight !== undefined) {
    return { kind: 'weight', weight: step.setWeight };
  }
  if (step.setScale) {
    return { kind: 'scale', weight, replicas: step.setScale.replicas };
  }
  if (step.analysis) {
    return { kind: 'analysis', weight, duration: step.analysis.duration };
  }
  return { kind: 'pause', weight, duration: step.pause?.duration };
}

function canaryStages(steps: readonly CanaryStep[]): RolloutStage[] {
  const stages: RolloutStage[] = [];
  let weight = 0;
  for (const step of steps) {
    const stage = canaryStage(step, weight);
    weight = stage.weight;
    stages.push(stage);
  }
  return [...stages, { kind: 'done', weight: 100 }];
}

function asText(value: number | string | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/**
 * What the picture of a rollout draws: how the share of the new version grows, and what happens on the way.
 *
 * @param promotion - a blue-green switch waits for a person when promotion is manual
 */
export function toRolloutPicture(
  strategy: DeliveryStrategy,
  promotion: 'Automatic' | 'Manual',
): RolloutStage[] {
  switch (strategy.type) {
    case 'Canary':
      return canaryStages(strategy.canary?.steps ?? []);
    case 'BlueGreen': {
      const seconds = strategy.blueGreen?.autoPromotionSeconds ?? 0;
      const preview: RolloutStage = {
        kind: 'preview',
        weight: 0,
        replicas: strategy.blueGreen?.previewReplicas,
      };
      if (promotion === 'Manual') {
        return [
          preview,
          { kind: 'pause', weight: 0 },
          { kind: 'done', weight: 100 },
        ];
      }
      return seconds > 0
        ? [
            preview,
            { kind: 'pause', weight: 0, duration: `${seconds}s` },
            { kind: 'done', weight: 100 },
          ]
        : [preview, { kind: 'done', weight: 100 }];
    }
    default:
      return [
        {
          kind: 'replace',
          weight: 50,
          maxSurge: asText(strategy.rollingUpdate?.maxSurge),
          maxUnavailable: asText(strategy.rollingUpdate?.maxUnavailable),
        },
        { kind: 'done', weight: 100 },
      ];
  }
}
