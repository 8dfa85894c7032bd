import { defineRule, match } from '../../rule/Rule';

/** R06: the policies of `behavior` are slower than the load. Without `behavior` it is R15. */
export const R06 = defineRule({
  id: 'R06',
  severity: 'warning',
  needs: ['hpas'],
  title: { en: 'Scale-up is held back by its rate', zh: '扩容受速率限制' },
  message: {
    en: 'For {seconds} s the scale-up policies of HPA {hpa} have held it at {desired} replicas although the metrics ask for more.',
    zh: '在 {seconds} 秒内，尽管指标要求更多，HPA {hpa} 的扩容策略仍将其限制在 {desired} 个副本。',
  },
  remedy: {
    en: 'Allow more pods or percent per period in behavior.scaleUp.policies, or set selectPolicy: Max.',
    zh: '请在 behavior.scaleUp.policies 中允许每周期增加更多 Pod 或百分比，或设置 selectPolicy: Max。',
  },
  check: facts =>
    facts.hpas.flatMap(hpa => {
      const limited = hpa.conditionWith(
        'ScalingLimited',
        'True',
        'ScaleUpLimit',
      );
      const seconds = facts.ageOf(limited?.lastTransitionTime) / 1000;
      return hpa.object.spec.behavior &&
        seconds > facts.thresholds.scaleUpLimitedSeconds
        ? [
            match(
              { hpa: hpa.name, desired: hpa.desired, seconds },
              hpa.conditionAt('ScalingLimited'),
              hpa.at('spec.behavior.scaleUp'),
            ),
          ]
        : [];
    }),
});
