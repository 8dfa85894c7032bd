import { MINUTE } from '../../facts/Facts';
import { defineRule, match } from '../../rule/Rule';

/** R03: the autoscaler wants more and may not. */
export const R03 = defineRule({
  id: 'R03',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'At the maximum', zh: '已达最大副本数' },
  message: {
    en: 'HPA {hpa} has wanted more than its maximum of {max} replicas for {minutes} min.',
    zh: 'HPA {hpa} 想要超过最大值 {max} 个副本已有 {minutes} 分钟。',
  },
  remedy: {
    en: 'Raise maxReplicas above {max} after you have checked quota and capacity; a replay shows how many were needed.',
    zh: '请在检查配额和容量后将 maxReplicas 提高到 {max} 以上；回放可显示实际需要多少。',
  },
  check: facts =>
    facts.hpas.flatMap(hpa => {
      const limited = hpa.conditionWith(
        'ScalingLimited',
        'True',
        'TooManyReplicas',
      );
      const minutes = facts.ageOf(limited?.lastTransitionTime) / MINUTE;
      const isPinned = limited && hpa.current >= hpa.max && hpa.min !== hpa.max;
      return isPinned && minutes >= facts.thresholds.maxedOutMinutes
        ? [
            match(
              { hpa: hpa.name, max: hpa.max, minutes: Math.floor(minutes) },
              hpa.at('spec.maxReplicas'),
              hpa.at('status.currentReplicas'),
              hpa.conditionAt('ScalingLimited'),
            ),
          ]
        : [];
    }),
});
