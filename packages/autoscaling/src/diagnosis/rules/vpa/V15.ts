import { defineRule, match } from '../../rule/Rule';
import { annotatedPods } from './annotatedPods';

/** V15: with RequestsOnly the limit is a lid. */
export const V15 = defineRule({
  id: 'V15',
  severity: 'warning',
  needs: ['vpas', 'pods'],
  title: { en: 'Request is stuck at the limit', zh: '请求值受限制所限' },
  message: {
    en: 'In {count} pods the VPA wanted a larger request than the limit allows: {note}.',
    zh: '在 {count} 个 Pod 中，VPA 想要的请求值超过了限制：{note}。',
  },
  remedy: {
    en: 'Raise the limit of the container, or let the VPA move it: controlledValues: RequestsAndLimits.',
    zh: '请提高该容器的限制，或让 VPA 一并调整：controlledValues: RequestsAndLimits。',
  },
  check: facts => {
    const found = annotatedPods(facts, /capped to container limit/);
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
