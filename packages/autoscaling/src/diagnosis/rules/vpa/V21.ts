import { requestOf, limitOf } from '../../facts/containers';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

const RESOURCES = ['cpu', 'memory'] as const;

/** V21: a request below the limit takes the pod out of the class that is evicted last. */
export const V21 = defineRule({
  id: 'V21',
  severity: 'warning',
  needs: ['vpas', 'workload'],
  title: { en: 'VPA would change the QoS class', zh: 'VPA 会改变 QoS 等级' },
  message: {
    en: '{target} is Guaranteed, and VPA {vpa} changes only the requests of {container}: its pods become Burstable.',
    zh: '{target} 为 Guaranteed，而 VPA {vpa} 只改变 {container} 的请求值：其 Pod 将变为 Burstable。',
  },
  remedy: {
    en: 'Set controlledValues: RequestsAndLimits for {container}.',
    zh: '请为 {container} 设置 controlledValues: RequestsAndLimits。',
  },
  check: ({ vpas, workload, containers }) => {
    const isGuaranteed =
      containers.length > 0 &&
      containers.every(({ container }) =>
        RESOURCES.every(resource => {
          const limit = limitOf(container, resource);
          return (
            limit !== undefined && limit === requestOf(container, resource)
          );
        }),
      );
    if (!workload || !isGuaranteed) return [];
    return vpas.flatMap(vpa =>
      containers
        .filter(
          ({ container: { name } }) =>
            vpa.policyOf(name)?.controlledValues === 'RequestsOnly' &&
            RESOURCES.some(resource => vpa.controls(name, resource)),
        )
        .map(({ field, container }) =>
          match(
            {
              target: workload.metadata.name,
              vpa: vpa.name,
              container: container.name,
            },
            at.workload(workload, `${field}.resources`),
            vpa.at('spec.resourcePolicy'),
          ),
        ),
    );
  },
});
