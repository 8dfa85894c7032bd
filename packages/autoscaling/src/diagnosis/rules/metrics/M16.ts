import { defineRule, match } from '../../rule/Rule';

/** M16: replicas that may never be busy. */
export const M16 = defineRule({
  id: 'M16',
  severity: 'information',
  needs: ['hpas'],
  title: { en: 'Target is very low', zh: '目标过低' },
  message: {
    en: 'HPA {hpa} aims at {target} % {resource}: {waste} % of what is requested stays idle.',
    zh: 'HPA {hpa} 的 {resource} 目标为 {target} %：{waste} % 的请求量将闲置。',
  },
  remedy: {
    en: 'Replay a higher target before you set it.',
    zh: '请先回放较高的目标，再进行设置。',
  },
  check: ({ hpas, thresholds }) =>
    hpas.flatMap(hpa =>
      hpa
        .metricsWith('Utilization')
        .filter(({ target }) => target < thresholds.lowTargetPercent)
        .map(({ name, target, targetField }) =>
          match(
            { hpa: hpa.name, resource: name, target, waste: 100 - target },
            hpa.at(targetField),
          ),
        ),
    ),
});
