import { defineRule, match } from '../../rule/Rule';

/** V24: a policy for nobody, so the containers run under the defaults. */
export const V24 = defineRule({
  id: 'V24',
  severity: 'warning',
  needs: ['vpas', 'workload'],
  title: { en: 'Policy of an unknown container', zh: '策略指向不存在的容器' },
  message: {
    en: 'VPA {vpa} has a policy for container {container}, but the pods have {names}.',
    zh: 'VPA {vpa} 有针对容器 {container} 的策略，但 Pod 中只有 {names}。',
  },
  remedy: {
    en: 'Write one of {names}, or * for all.',
    zh: '请填写 {names} 之一，或用 * 表示全部。',
  },
  check: ({ vpas, containers }) => {
    const names = containers.map(({ container }) => container.name);
    if (names.length === 0) return [];
    return vpas.flatMap(vpa =>
      vpa.policies.flatMap(({ policy: { containerName = '*' }, field }) =>
        containerName === '*' || names.includes(containerName)
          ? []
          : [
              match(
                {
                  vpa: vpa.name,
                  container: containerName,
                  names: names.join(', '),
                },
                vpa.at(`${field}.containerName`),
              ),
            ],
      ),
    );
  },
});
