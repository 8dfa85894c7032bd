import { defineRule, match } from '../../rule/Rule';

/** M04: the API is up, but it does not know this metric. */
export const M04 = defineRule({
  id: 'M04',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'Metric is not served', zh: '指标未被提供' },
  message: {
    en: 'HPA {hpa} got no values: {problem}.',
    zh: 'HPA {hpa} 未取得任何数值：{problem}。',
  },
  remedy: {
    en: 'Check that the series exists in Prometheus and that the rule of the adapter or the query of the trigger finds it: name, namespace and pod labels.',
    zh: '请确认 Prometheus 中存在该序列，并确认适配器规则或触发器查询能找到它：名称、命名空间和 Pod 标签。',
  },
  check: ({ hpas }) =>
    hpas.flatMap(hpa => {
      const failure = hpa.failure(
        /^FailedGet(Pods|Object|External)Metric$/,
        /no metrics returned|could not find the metric|no matching metrics found/,
      );
      return failure
        ? [match({ hpa: hpa.name, problem: failure.message }, failure.evidence)]
        : [];
    }),
});
