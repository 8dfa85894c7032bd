import { LintRule } from '../LintRule';

/** R02: a range that the API server refuses. */
export const invalidRange: LintRule = {
  id: 'R02',
  severity: 'error',
  remedy: {
    en: 'Set a maximum of at least 1 that is not below the minimum.',
    zh: '请设置不小于 1 且不低于最小值的最大值。',
  },
  check: ({ autoscalers }) =>
    autoscalers
      .filter(
        ({ minReplicas, maxReplicas }) =>
          maxReplicas === undefined ||
          maxReplicas < 1 ||
          minReplicas > maxReplicas,
      )
      .map(({ object, maxField, minReplicas, maxReplicas }) => ({
        object,
        field: maxField,
        message: {
          en: `The range from ${minReplicas} to ${
            maxReplicas ?? 'nothing'
          } is not valid.`,
          zh: `范围 ${minReplicas} 至 ${maxReplicas ?? '（未设置）'} 无效。`,
        },
      })),
};
