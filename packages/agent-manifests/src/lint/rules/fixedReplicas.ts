import { LintRule } from '../LintRule';

/** R01: with min equal to max the autoscaler has nothing to decide. */
export const fixedReplicas: LintRule = {
  id: 'R01',
  severity: 'warning',
  remedy: {
    en: 'Widen the range, or remove the autoscaler and set replicas.',
    zh: '请扩大范围，或删除伸缩器并直接设置副本数。',
  },
  check: ({ autoscalers }) =>
    autoscalers
      .filter(({ minReplicas, maxReplicas }) => minReplicas === maxReplicas)
      .map(({ object, minField, minReplicas }) => ({
        object,
        field: minField,
        message: {
          en: `The minimum and the maximum are both ${minReplicas}: autoscaling is off in effect.`,
          zh: `最小值与最大值均为 ${minReplicas}：自动伸缩实际上已关闭。`,
        },
      })),
};
