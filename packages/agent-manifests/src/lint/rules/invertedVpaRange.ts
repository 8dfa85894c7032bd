import { parseQuantity } from '../../kubernetes/quantity';
import { LintRule } from '../LintRule';

/** V28: a range whose lower end is above its upper end. */
export const invertedVpaRange: LintRule = {
  id: 'V28',
  severity: 'error',
  remedy: {
    en: 'Swap or correct minAllowed and maxAllowed.',
    zh: '请对调或更正 minAllowed 与 maxAllowed。',
  },
  check: ({ vpas }) =>
    vpas.flatMap(vpa =>
      (vpa.spec?.resourcePolicy?.containerPolicies ?? []).flatMap(
        ({ minAllowed = {}, maxAllowed = {} }, index) =>
          Object.keys(minAllowed)
            .filter(
              key =>
                (parseQuantity(minAllowed[key]) ?? 0) >
                (parseQuantity(maxAllowed[key]) ?? Infinity),
            )
            .map(key => ({
              object: vpa,
              field: `spec.resourcePolicy.containerPolicies[${index}].minAllowed.${key}`,
              message: {
                en: `The ${key} range starts at ${minAllowed[key]} and ends at ${maxAllowed[key]}.`,
                zh: `${key} 的范围从 ${minAllowed[key]} 开始，到 ${maxAllowed[key]} 结束。`,
              },
            })),
      ),
    ),
};
