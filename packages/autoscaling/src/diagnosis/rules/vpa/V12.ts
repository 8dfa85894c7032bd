import { quantityToNumber } from '../../../quantity';
import { defineRule, match } from '../../rule/Rule';

/** V12: the range says something other than the usage. */
export const V12 = defineRule({
  id: 'V12',
  severity: 'warning',
  needs: ['vpas'],
  title: { en: 'Recommendation is capped', zh: '推荐值被限制' },
  message: {
    en: 'VPA {vpa} would recommend {uncapped} {resource} for {container}, but {bound} makes it {target}.',
    zh: 'VPA {vpa} 原本会为 {container} 推荐 {uncapped} 的 {resource}，但 {bound} 使其变为 {target}。',
  },
  remedy: {
    en: 'Widen {bound} for {resource} if usage is to be met; keep it if the cap is meant.',
    zh: '若要满足实际用量，请放宽 {resource} 的 {bound}；若有意限制则保留。',
  },
  check: ({ vpas }) =>
    vpas.flatMap(vpa =>
      vpa.recommendations.flatMap(({ field, recommendation }) =>
        Object.entries(recommendation.target).flatMap(([resource, target]) => {
          const uncapped = recommendation.uncappedTarget[resource];
          if (uncapped === undefined) return [];
          const change = quantityToNumber(target) - quantityToNumber(uncapped);
          if (change === 0) return [];
          return [
            match(
              {
                vpa: vpa.name,
                uncapped,
                resource,
                container: recommendation.containerName,
                bound: change > 0 ? 'minAllowed' : 'maxAllowed',
                target,
              },
              vpa.at(`${field}.target.${resource}`),
              vpa.at(`${field}.uncappedTarget.${resource}`),
              vpa.at('spec.resourcePolicy'),
            ),
          ];
        }),
      ),
    ),
});
