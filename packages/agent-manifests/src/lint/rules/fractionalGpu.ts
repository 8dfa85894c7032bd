import { parseQuantity } from '../../kubernetes/quantity';
import { allContainers } from '../containers';
import { extendedResources } from '../extendedResources';
import { LintRule } from '../LintRule';

/** U01: extended resources are whole numbers; the API server refuses half a GPU. */
export const fractionalGpu: LintRule = {
  id: 'U01',
  severity: 'error',
  remedy: {
    en: 'Ask for whole pieces; for a part of a card use shares of a time-sliced card, MIG or a DRA claim.',
    zh: '请使用整数；若只需部分 GPU，请使用时间切片份额、MIG 或 DRA 声明。',
  },
  check: ({ workloads }) =>
    workloads.flatMap(workload =>
      allContainers(workload).flatMap(({ field, container }) =>
        (['limits', 'requests'] as const).flatMap(list =>
          extendedResources(container.resources?.[list])
            .filter(
              ([, quantity]) => !Number.isInteger(parseQuantity(quantity)),
            )
            .map(([name, quantity]) => ({
              object: workload,
              field: `${field}.resources.${list}["${name}"]`,
              message: {
                en: `${quantity} ${name} is not a whole number.`,
                zh: `${name} 的数量 ${quantity} 不是整数。`,
              },
            })),
        ),
      ),
    ),
};
