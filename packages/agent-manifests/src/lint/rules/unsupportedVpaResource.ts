import { LintRule } from '../LintRule';

/** V23: the admission of the VPA refuses, and its recommender ignores, anything but cpu and memory. */
export const unsupportedVpaResource: LintRule = {
  id: 'V23',
  severity: 'error',
  remedy: {
    en: 'Remove the key. Enforce a GPU range with a ValidatingAdmissionPolicy.',
    zh: '请删除该键。GPU 范围请用 ValidatingAdmissionPolicy 约束。',
  },
  check: ({ vpas }) =>
    vpas.flatMap(vpa =>
      (vpa.spec?.resourcePolicy?.containerPolicies ?? []).flatMap(
        (policy, index) => {
          const fields = {
            minAllowed: Object.keys(policy.minAllowed ?? {}),
            maxAllowed: Object.keys(policy.maxAllowed ?? {}),
            controlledResources: policy.controlledResources ?? [],
          };
          return Object.entries(fields).flatMap(([field, keys]) =>
            keys
              .filter(key => !['cpu', 'memory'].includes(key))
              .map(key => ({
                object: vpa,
                field: `spec.resourcePolicy.containerPolicies[${index}].${field}`,
                message: {
                  en: `A VerticalPodAutoscaler cannot control ${key}.`,
                  zh: `VerticalPodAutoscaler 无法控制 ${key}。`,
                },
              })),
          );
        },
      ),
    ),
};
