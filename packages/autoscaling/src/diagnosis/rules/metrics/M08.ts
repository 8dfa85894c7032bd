import { defineRule, match } from '../../rule/Rule';

/** M08: the quietest fault: the HPA still grows on the good metrics, and never shrinks. */
export const M08 = defineRule({
  id: 'M08',
  severity: 'warning',
  needs: ['hpas'],
  title: { en: 'One of several metrics is broken', zh: '多个指标之一失效' },
  message: {
    en: '{count} of {total} metrics of HPA {hpa} have no value: {names}. Scaling down is blocked; scaling up still works.',
    zh: 'HPA {hpa} 的 {total} 个指标中有 {count} 个没有数值：{names}。缩容被阻止，扩容仍然有效。',
  },
  remedy: {
    en: 'Repair {names}, or remove it from spec.metrics.',
    zh: '请修复 {names}，或将其从 spec.metrics 中移除。',
  },
  check: facts =>
    facts.hpas.flatMap(hpa => {
      const broken = hpa.metrics.filter(({ current }) => current === undefined);
      const isYoung =
        facts.ageOfObject(hpa.object) < facts.thresholds.settlingSeconds * 1000;
      const isPartial = broken.length > 0 && broken.length < hpa.metrics.length;
      if (isYoung || !isPartial) return [];
      return [
        match(
          {
            hpa: hpa.name,
            count: broken.length,
            total: hpa.metrics.length,
            names: broken.map(({ name }) => name).join(', '),
          },
          ...broken.map(({ field }) => hpa.at(field)),
          hpa.at('status.currentMetrics'),
        ),
      ];
    }),
});
