import { requestOf, limitOf } from '../../facts/containers';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** V14: the limit follows the request at the ratio of the template, also to where no node is. */
export const V14 = defineRule({
  id: 'V14',
  severity: 'warning',
  needs: ['vpas', 'workload'],
  title: { en: 'Limit grows out of bounds', zh: '限制将过度增长' },
  message: {
    en: 'The {resource} limit of {container} is {ratio} times its request, and VPA {vpa} keeps that ratio.',
    zh: '{container} 的 {resource} 限制为请求值的 {ratio} 倍，而 VPA {vpa} 会保持该比例。',
  },
  remedy: {
    en: 'Set controlledValues: RequestsOnly, or bring the limit nearer to the request.',
    zh: '请设置 controlledValues: RequestsOnly，或让限制更接近请求值。',
  },
  check: ({ vpas, workload, containers, thresholds }) => {
    if (!workload) return [];
    return vpas.flatMap(vpa =>
      containers.flatMap(({ field, container }) =>
        (['cpu', 'memory'] as const).flatMap(resource => {
          const { name } = container;
          const limit = limitOf(container, resource);
          const request = requestOf(container, resource);
          const scales =
            vpa.controls(name, resource) &&
            vpa.policyOf(name)?.controlledValues !== 'RequestsOnly';
          if (!scales || !limit || !request) return [];
          const ratio = limit / request;
          return ratio <= thresholds.limitRatio
            ? []
            : [
                match(
                  { resource, container: name, ratio, vpa: vpa.name },
                  at.workload(
                    workload,
                    `${field}.resources.requests.${resource}`,
                  ),
                  at.workload(
                    workload,
                    `${field}.resources.limits.${resource}`,
                  ),
                ),
              ];
        }),
      ),
    );
  },
});
