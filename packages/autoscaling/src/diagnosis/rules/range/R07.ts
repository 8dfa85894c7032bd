import { MINUTE } from '../../facts/Facts';
import { defineRule, match } from '../../rule/Rule';

/** R07: slow scaling down is often meant so, and costs. */
export const R07 = defineRule({
  id: 'R07',
  severity: 'information',
  needs: ['hpas'],
  title: { en: 'Scale-down is held back by its rate', zh: '缩容受速率限制' },
  message: {
    en: 'For {minutes} min the scale-down policies of HPA {hpa} have held it at {desired} replicas although the metrics ask for fewer.',
    zh: '在 {minutes} 分钟内，尽管指标要求更少，HPA {hpa} 的缩容策略仍将其保持在 {desired} 个副本。',
  },
  remedy: {
    en: 'If this is not meant, allow more pods or percent per period in behavior.scaleDown.policies.',
    zh: '若非有意，请在 behavior.scaleDown.policies 中允许每周期减少更多 Pod 或百分比。',
  },
  check: facts =>
    facts.hpas.flatMap(hpa => {
      const limited = hpa.conditionWith(
        'ScalingLimited',
        'True',
        'ScaleDownLimit',
      );
      const minutes = facts.ageOf(limited?.lastTransitionTime) / MINUTE;
      return minutes >= facts.thresholds.scaleDownLimitedMinutes
        ? [
            match(
              {
                hpa: hpa.name,
                desired: hpa.desired,
                minutes: Math.floor(minutes),
              },
              hpa.conditionAt('ScalingLimited'),
              hpa.at('spec.behavior.scaleDown'),
            ),
          ]
        : [];
    }),
});
