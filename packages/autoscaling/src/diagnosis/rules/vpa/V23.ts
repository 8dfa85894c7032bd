import { defineRule, match } from '../../rule/Rule';

/** V23: VPA knows two resources; anything else is refused or has no effect. */
export const V23 = defineRule({
  id: 'V23',
  severity: 'error',
  needs: ['vpas'],
  title: { en: 'Policy names another resource', zh: '策略包含其他资源' },
  message: {
    en: 'VPA {vpa} names {resource} in {field}; a VPA acts on cpu and memory only.',
    zh: 'VPA {vpa} 在 {field} 中写了 {resource}；VPA 只作用于 cpu 和 memory。',
  },
  remedy: {
    en: 'Remove {resource}; a range of GPUs needs a ValidatingAdmissionPolicy.',
    zh: '请移除 {resource}；GPU 的范围需由 ValidatingAdmissionPolicy 保证。',
  },
  check: ({ vpas }) =>
    vpas.flatMap(vpa =>
      vpa.policies.flatMap(({ policy, field }) =>
        [
          ...Object.keys(policy.minAllowed ?? {}).map(
            name => [name, 'minAllowed'] as const,
          ),
          ...Object.keys(policy.maxAllowed ?? {}).map(
            name => [name, 'maxAllowed'] as const,
          ),
          ...(policy.controlledResources ?? []).map(
            name => [name, 'controlledResources'] as const,
          ),
        ]
          .filter(([name]) => name !== 'cpu' && name !== 'memory')
          .map(([resource, part]) =>
            match(
              { vpa: vpa.name, resource, field: part },
              vpa.at(`${field}.${part}`),
            ),
          ),
      ),
    ),
});
