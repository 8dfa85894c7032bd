import { defineRule, match } from '../../rule/Rule';

/** V04: the target's selector matches nothing. */
export const V04 = defineRule({
  id: 'V04',
  severity: 'error',
  needs: ['vpas'],
  title: { en: 'VPA matches no pods', zh: 'VPA 未匹配到 Pod' },
  message: {
    en: 'VPA {vpa} targets {target} and finds no pods there.',
    zh: 'VPA {vpa} 指向 {target}，但未找到任何 Pod。',
  },
  remedy: {
    en: 'Correct targetRef, or start pods of {target}.',
    zh: '请更正 targetRef，或启动 {target} 的 Pod。',
  },
  check: ({ vpas }) =>
    vpas
      .filter(vpa => vpa.condition('NoPodsMatched')?.status === 'True')
      .map(vpa => {
        const { kind, name } = vpa.object.spec.targetRef;
        return match(
          { vpa: vpa.name, target: `${kind}/${name}` },
          vpa.at('spec.targetRef'),
          vpa.at('status.conditions[type=NoPodsMatched]'),
        );
      }),
});
