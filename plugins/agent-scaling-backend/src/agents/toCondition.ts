import type {
  Condition,
  ConditionMeaning,
} from '@suoke/plugin-agent-scaling-common';
import type { KubernetesCondition } from '../kubernetes/objects';

type Rule = { meaning: ConditionMeaning; level: Condition['level'] };
type Rules = Record<string, Rule>;

const rule = (
  meaning: ConditionMeaning,
  level: Condition['level'] = 'none',
): Rule => ({ meaning, level });

/**
 * Keyed by type, status and reason; `*` stands for any reason. Reasons are those of
 * kubernetes/pkg/controller/podautoscaler/horizontal.go. `ScaleDownStabilized` is a reason of AbleToScale=True: true does not mean that
 * nothing is held back.
 */
const HPA_RULES: Rules = {
  'AbleToScale True SucceededGetScale': rule('canReadScale'),
  'AbleToScale True ReadyForNewScale': rule('readyForNewScale'),
  'AbleToScale True ScaleDownStabilized': rule('scaleDownStabilized', 'info'),
  'AbleToScale True ScaleUpStabilized': rule('scaleUpStabilized', 'info'),
  'AbleToScale True SucceededRescale': rule('justRescaled'),
  'AbleToScale False FailedUpdateScale': rule('cannotUpdateScale', 'error'),
  'AbleToScale False *': rule('cannotReadScale', 'error'),
  'ScalingActive True *': rule('metricsWork'),
  'ScalingActive False ScalingDisabled': rule('scalingDisabled', 'warning'),
  'ScalingActive False InvalidSelector': rule('selectorInvalid', 'error'),
  'ScalingActive False AmbiguousSelector': rule('selectorAmbiguous', 'error'),
  'ScalingActive False InvalidMetricSourceType': rule(
    'metricSourceInvalid',
    'error',
  ),
  'ScalingActive False FailedGetResourceMetric': rule(
    'resourceMetricMissing',
    'error',
  ),
  'ScalingActive False FailedGetContainerResourceMetric': rule(
    'containerMetricMissing',
    'error',
  ),
  'ScalingActive False FailedGetPodsMetric': rule('podsMetricMissing', 'error'),
  'ScalingActive False FailedGetObjectMetric': rule(
    'objectMetricMissing',
    'error',
  ),
  'ScalingActive False FailedGetExternalMetric': rule(
    'externalMetricMissing',
    'error',
  ),
  'ScalingLimited True TooManyReplicas': rule('heldAtMax', 'warning'),
  // At rest an idle agent is always held at its minimum; that needs nobody's attention.
  'ScalingLimited True TooFewReplicas': rule('heldAtMin', 'info'),
  'ScalingLimited True ScaleUpLimit': rule('scaleUpRateLimited', 'warning'),
  'ScalingLimited True ScaleDownLimit': rule('scaleDownRateLimited', 'info'),
  'ScalingLimited False *': rule('withinRange'),
  'ScaledToZero True *': rule('scaledToZero', 'info'),
  'ScaledToZero False *': rule('notScaledToZero'),
};

const VPA_RULES: Rules = {
  'RecommendationProvided True *': rule('recommendationProvided'),
  'RecommendationProvided False *': rule('recommendationPending', 'warning'),
  'NoPodsMatched True *': rule('noPodsMatched', 'error'),
  'ConfigUnsupported True *': rule('vpaConfigUnsupported', 'error'),
  'ConfigDeprecated True *': rule('vpaConfigDeprecated', 'info'),
  'FetchingHistory True *': rule('vpaFetchingHistory', 'info'),
};

const KEDA_RULES: Rules = {
  'Ready True *': rule('kedaReady'),
  'Ready False *': rule('kedaNotReady', 'error'),
  'Active True *': rule('kedaActive'),
  'Active False *': rule('kedaInactive'),
  'Fallback True *': rule('kedaFallback', 'error'),
  'Fallback False *': rule('kedaNoFallback'),
  'Paused True *': rule('kedaPaused', 'warning'),
  'Paused False *': rule('kedaNotPaused'),
};

function toCondition(
  condition: KubernetesCondition,
  found: Rule | undefined,
  fallbackLevel: Condition['level'],
): Condition {
  const { type, status, reason, message, lastTransitionTime } = condition;
  return {
    type,
    status: status as Condition['status'],
    ...(reason && { reason }),
    ...(message && { message }),
    ...(lastTransitionTime && { lastTransitionTime }),
    level: found?.level ?? fallbackLevel,
    ...(found && { meaning: found.meaning }),
  };
}

function withRules(rules: Rules) {
  return (
    conditions: readonly KubernetesCondition[] | null | undefined,
  ): Condition[] =>
    (conditions ?? []).map(condition => {
      const { type, status, reason } = condition;
      const found =
        rules[`${type} ${status} ${reason}`] ?? rules[`${type} ${status} *`];
      return toCondition(condition, found, 'none');
    });
}

/** Conditions of a HorizontalPodAutoscaler with their meaning. */
export const toHpaConditions = withRules(HPA_RULES);

/** Conditions of a VerticalPodAutoscaler with their meaning. */
export const toVpaConditions = withRules(VPA_RULES);

/** Conditions of a KEDA ScaledObject with their meaning. */
export const toKedaConditions = withRules(KEDA_RULES);

/** Conditions of a Deployment, which speak for themselves. */
export function toWorkloadConditions(
  conditions: readonly KubernetesCondition[] | undefined,
): Condition[] {
  return (conditions ?? []).map(condition => {
    const bad =
      condition.type === 'ReplicaFailure'
        ? condition.status === 'True'
        : condition.status === 'False';
    return toCondition(condition, undefined, bad ? 'error' : 'none');
  });
}
