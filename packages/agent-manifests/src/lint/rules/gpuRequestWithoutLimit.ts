import { parseQuantity } from '../../kubernetes/quantity';
import { allContainers } from '../containers';
import { extendedResources } from '../extendedResources';
import { LintRule } from '../LintRule';

/** U02: extended resources cannot be overcommitted, so request and limit have to agree. */
export const gpuRequestWithoutLimit: LintRule = {
  id: 'U02',
  severity: 'error',
  remedy: {
    en: 'Set the limit only; the API server copies it to the request.',
    zh: '只需设置限制值；API 服务器会把它复制到请求值。',
  },
  check: ({ workloads }) =>
    workloads.flatMap(workload =>
      allContainers(workload).flatMap(({ field, container }) =>
        extendedResources(container.resources?.requests)
          .filter(
            ([name, quantity]) =>
              parseQuantity(container.resources?.limits?.[name]) !==
              parseQuantity(quantity),
          )
          .map(([name, quantity]) => ({
            object: workload,
            field: `${field}.resources.requests["${name}"]`,
            message: {
              en: `The request of ${quantity} ${name} differs from the limit of ${
                container.resources?.limits?.[name] ?? 'nothing'
              }.`,
              zh: `${name} 的请求值 ${quantity} 与限制值 ${
                container.resources?.limits?.[name] ?? '（未设置）'
              } 不同。`,
            },
          })),
      ),
    ),
};
