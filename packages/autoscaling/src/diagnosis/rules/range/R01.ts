import { defineRule, match } from '../../rule/Rule';

/** R01: a range of one number is autoscaling switched off. */
export const R01 = defineRule({
  id: 'R01',
  severity: 'warning',
  needs: ['hpas'],
  title: { en: 'Range is a single number', zh: '范围只有一个值' },
  message: {
    en: 'HPA {hpa} has minReplicas and maxReplicas of {max}: it never scales.',
    zh: 'HPA {hpa} 的 minReplicas 与 maxReplicas 均为 {max}：它从不伸缩。',
  },
  remedy: {
    en: 'Widen the range, or delete the HPA and set replicas.',
    zh: '请扩大范围，或删除该 HPA 并直接设置 replicas。',
  },
  check: ({ hpas }) =>
    hpas
      .filter(({ min, max }) => min === max)
      .map(hpa =>
        match(
          { hpa: hpa.name, max: hpa.max },
          hpa.at('spec.minReplicas'),
          hpa.at('spec.maxReplicas'),
        ),
      ),
});
