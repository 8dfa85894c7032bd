import { sameTarget } from '../../facts/targetKey';
import { defineRule, match } from '../../rule/Rule';

/** V17: which of two VPAs a pod obeys is chance. */
export const V17 = defineRule({
  id: 'V17',
  severity: 'error',
  needs: ['vpas'],
  title: { en: 'Two VPAs on one pod', zh: '一个 Pod 有两个 VPA' },
  message: {
    en: '{count} VPAs target {target}: {names}.',
    zh: '{count} 个 VPA 指向 {target}：{names}。',
  },
  remedy: {
    en: 'Keep one of {names}.',
    zh: '请只保留 {names} 中的一个。',
  },
  check: ({ vpas }) => {
    const [first] = vpas;
    const rivals = vpas.filter(vpa =>
      sameTarget(vpa.object.spec.targetRef, first.object.spec.targetRef),
    );
    return rivals.length < 2
      ? []
      : [
          match(
            {
              count: rivals.length,
              target: first.object.spec.targetRef.name,
              names: rivals.map(({ name }) => name).join(', '),
            },
            ...rivals.map(vpa => vpa.at('spec.targetRef')),
          ),
        ];
  },
});
