import { defineRule, match } from '../../rule/Rule';

/** V05: the VPA cannot work on this target. */
export const V05 = defineRule({
  id: 'V05',
  severity: 'error',
  needs: ['vpas'],
  title: { en: 'VPA target is not supported', zh: 'VPA 目标不受支持' },
  message: {
    en: 'VPA {vpa} cannot work on its target: {problem}',
    zh: 'VPA {vpa} 无法作用于其目标：{problem}',
  },
  remedy: {
    en: 'Point targetRef at the topmost owner of the pods, and let the recommender read that kind.',
    zh: '请将 targetRef 指向 Pod 的最上层所有者，并授予 recommender 读取该类型的权限。',
  },
  check: ({ vpas }) =>
    vpas
      .filter(vpa => vpa.condition('ConfigUnsupported')?.status === 'True')
      .map(vpa =>
        match(
          {
            vpa: vpa.name,
            problem: vpa.condition('ConfigUnsupported')?.message ?? '',
          },
          vpa.at('spec.targetRef'),
          vpa.at('status.conditions[type=ConfigUnsupported]'),
        ),
      ),
});
