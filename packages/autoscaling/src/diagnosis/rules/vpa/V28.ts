import { quantityToNumber } from '../../../quantity';
import { defineRule, match } from '../../rule/Rule';

/** V28: a range with nothing in it. */
export const V28 = defineRule({
  id: 'V28',
  severity: 'error',
  needs: ['vpas'],
  title: { en: 'VPA range is inverted', zh: 'VPA 范围颠倒' },
  message: {
    en: 'The {resource} range of {container} in VPA {vpa} starts at {min} and ends at {max}.',
    zh: 'VPA {vpa} 中 {container} 的 {resource} 范围从 {min} 开始，到 {max} 结束。',
  },
  remedy: {
    en: 'Swap or correct minAllowed and maxAllowed of {resource}.',
    zh: '请对调或更正 {resource} 的 minAllowed 与 maxAllowed。',
  },
  check: ({ vpas }) =>
    vpas.flatMap(vpa =>
      vpa.policies.flatMap(({ policy, field }) => {
        const {
          containerName = '*',
          minAllowed = {},
          maxAllowed = {},
        } = policy;
        return Object.keys(minAllowed)
          .filter(
            resource =>
              maxAllowed[resource] !== undefined &&
              quantityToNumber(minAllowed[resource]) >
                quantityToNumber(maxAllowed[resource]),
          )
          .map(resource =>
            match(
              {
                vpa: vpa.name,
                container: containerName,
                resource,
                min: minAllowed[resource],
                max: maxAllowed[resource],
              },
              vpa.at(`${field}.minAllowed.${resource}`),
              vpa.at(`${field}.maxAllowed.${resource}`),
            ),
          );
      }),
    ),
});
