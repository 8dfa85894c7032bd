import { defineRule, match } from '../../rule/Rule';

/** R15: without `behavior` an older rule holds: at most the double, or 4. */
export const R15 = defineRule({
  id: 'R15',
  severity: 'information',
  needs: ['hpas'],
  title: { en: 'Older scale-up limit', zh: '旧的扩容限制' },
  message: {
    en: 'HPA {hpa} has no behavior, so one pass goes from {current} to at most {limit} replicas, and the metrics ask for more.',
    zh: 'HPA {hpa} 没有 behavior，因此一轮最多从 {current} 增至 {limit} 个副本，而指标要求更多。',
  },
  remedy: {
    en: 'Set behavior.scaleUp with policies that fit the load.',
    zh: '请设置 behavior.scaleUp，并使其策略与负载相符。',
  },
  check: ({ hpas, hpaOptions }) =>
    hpas
      .filter(
        hpa =>
          !hpa.object.spec.behavior &&
          hpa.conditionWith('ScalingLimited', 'True', 'ScaleUpLimit'),
      )
      .map(hpa =>
        match(
          {
            hpa: hpa.name,
            current: hpa.current,
            limit: Math.max(
              hpaOptions.scaleUpLimitFactor * hpa.current,
              hpaOptions.scaleUpLimitMinimum,
            ),
          },
          hpa.conditionAt('ScalingLimited'),
          hpa.at('spec.behavior'),
        ),
      ),
});
