import { defineRule, match } from '../../rule/Rule';

/** H05: without a selector the controller cannot tell whose metrics to read. */
export const H05 = defineRule({
  id: 'H05',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'No usable pod selector', zh: '没有可用的 Pod 选择器' },
  message: {
    en: 'HPA {hpa} cannot find its pods: {problem}.',
    zh: 'HPA {hpa} 无法找到其 Pod：{problem}。',
  },
  remedy: {
    en: 'Make the target publish status.selector: for a custom resource set labelSelectorPath in subresources.scale.',
    zh: '请让目标提供 status.selector：自定义资源须在 subresources.scale 中设置 labelSelectorPath。',
  },
  check: ({ hpas }) =>
    hpas.flatMap(hpa => {
      const failure = hpa.failure(/^(InvalidSelector|SelectorRequired)$/);
      return failure
        ? [match({ hpa: hpa.name, problem: failure.message }, failure.evidence)]
        : [];
    }),
});
