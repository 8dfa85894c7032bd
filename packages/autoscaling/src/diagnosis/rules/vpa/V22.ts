import { defineRule, match } from '../../rule/Rule';
import { annotatedPods } from './annotatedPods';

/** V22: the LimitRange of the namespace has the last word. */
export const V22 = defineRule({
  id: 'V22',
  severity: 'warning',
  needs: ['vpas', 'pods'],
  title: { en: 'LimitRange overrules the VPA', zh: 'LimitRange 覆盖了 VPA' },
  message: {
    en: 'In {count} pods the recommendation was changed to fit a LimitRange: {note}.',
    zh: '在 {count} 个 Pod 中，推荐值因 LimitRange 而被修改：{note}。',
  },
  remedy: {
    en: 'Bring the LimitRange of the namespace and minAllowed and maxAllowed of the VPA together.',
    zh: '请使命名空间的 LimitRange 与 VPA 的 minAllowed、maxAllowed 保持一致。',
  },
  check: facts => {
    const found = annotatedPods(facts, /LimitRange/);
    return found.length === 0
      ? []
      : [
          match(
            { count: found.length, note: found[0].text },
            ...found.map(({ evidence }) => evidence),
          ),
        ];
  },
});
