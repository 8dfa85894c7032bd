import { quantityToMilli, formatMilli } from '../../../quantity';
import { allocatable } from '../../facts/nodes';
import { defineRule, match } from '../../rule/Rule';

/** V13: a pod of this size would never be scheduled. */
export const V13 = defineRule({
  id: 'V13',
  severity: 'error',
  needs: ['vpas', 'nodes'],
  title: { en: 'Recommendation fits no node', zh: '推荐值超出所有节点' },
  message: {
    en: 'VPA {vpa} recommends {target} {resource} for the pod, and the largest node has {largest}.',
    zh: 'VPA {vpa} 为该 Pod 推荐 {target} 的 {resource}，而最大的节点只有 {largest}。',
  },
  remedy: {
    en: 'Set maxAllowed of {resource} below {largest}, or add larger nodes.',
    zh: '请将 {resource} 的 maxAllowed 设为低于 {largest}，或增加更大的节点。',
  },
  check: ({ vpas, snapshot }) =>
    vpas.flatMap(vpa =>
      (['cpu', 'memory'] as const).flatMap(resource => {
        const target = vpa.recommendations.reduce(
          (sum, { recommendation }) =>
            sum + quantityToMilli(recommendation.target[resource] ?? 0),
          0,
        );
        const largest = Math.max(
          0,
          ...(snapshot.nodes ?? []).map(node => allocatable(node, resource)),
        );
        const format = resource === 'memory' ? 'BinarySI' : 'DecimalSI';
        return target > largest && vpa.recommendations.length > 0
          ? [
              match(
                {
                  vpa: vpa.name,
                  resource,
                  target: formatMilli(target, format),
                  largest: formatMilli(largest, format),
                },
                ...vpa.recommendations.map(({ field }) =>
                  vpa.at(`${field}.target.${resource}`),
                ),
              ),
            ]
          : [];
      }),
    ),
});
