import { LintRule } from '../LintRule';

/** R08: a direction that is switched off; meant so, or left from an incident. */
export const disabledDirection: LintRule = {
  id: 'R08',
  severity: 'info',
  remedy: {
    en: 'Confirm that this is meant, or choose Max or Min.',
    zh: '请确认这是有意为之，或选择 Max 或 Min。',
  },
  check: ({ autoscalers }) =>
    autoscalers.flatMap(({ object, behavior, behaviorField }) =>
      (['scaleUp', 'scaleDown'] as const)
        .filter(direction => behavior?.[direction]?.selectPolicy === 'Disabled')
        .map(direction => ({
          object,
          field: `${behaviorField}.${direction}.selectPolicy`,
          message:
            direction === 'scaleUp'
              ? {
                  en: 'The autoscaler never adds pods.',
                  zh: '该伸缩器永远不会增加 Pod。',
                }
              : {
                  en: 'The autoscaler never removes pods.',
                  zh: '该伸缩器永远不会减少 Pod。',
                },
        })),
    ),
};
