import { defineRule, match } from '../../rule/Rule';

/** Names by which totals go: they do not fall when replicas are added. */
const TOTAL = /total|count|queue|depth|length|lag|pending|backlog|waiting/i;

/** M11: `value` multiplies the ready pods by the ratio on every pass, so a total that does not fall runs to the maximum. */
export const M11 = defineRule({
  id: 'M11',
  severity: 'warning',
  needs: ['hpas'],
  title: {
    en: 'Total against a Value target',
    zh: '总量指标使用了 Value 目标',
  },
  message: {
    en: 'HPA {hpa} compares {metric}, which looks like a total, with value {target}: while it stays above, every pass multiplies the replicas again, up to {max}.',
    zh: 'HPA {hpa} 将看似总量的 {metric} 与 value {target} 比较：只要它高于目标，每轮都会再次成倍增加副本，直至 {max}。',
  },
  remedy: {
    en: 'Use averageValue: what one replica should carry of the total.',
    zh: '请使用 averageValue：即单个副本应承担的量。',
  },
  check: ({ hpas }) =>
    hpas.flatMap(hpa =>
      hpa
        .metricsWith('Value')
        .filter(({ name }) => TOTAL.test(name))
        .map(({ name, target, targetField }) =>
          match(
            { hpa: hpa.name, metric: name, target, max: hpa.max },
            hpa.at(targetField),
          ),
        ),
    ),
});
