import { defineRule, match } from '../../rule/Rule';

/** H07: pods that two HPAs select stop both. */
export const H07 = defineRule({
  id: 'H07',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'Selectors overlap', zh: '选择器重叠' },
  message: {
    en: 'HPA {hpa} has stopped because another HPA selects the same pods: {problem}.',
    zh: 'HPA {hpa} 已停止工作，因为另一个 HPA 选择了相同的 Pod：{problem}。',
  },
  remedy: {
    en: 'Give each workload a selector with a label of its own, such as app.kubernetes.io/name.',
    zh: '请为每个工作负载的选择器加上独有的标签，例如 app.kubernetes.io/name。',
  },
  check: ({ hpas }) =>
    hpas.flatMap(hpa => {
      const failure = hpa.failure(/^AmbiguousSelector$/);
      return failure
        ? [match({ hpa: hpa.name, problem: failure.message }, failure.evidence)]
        : [];
    }),
});
