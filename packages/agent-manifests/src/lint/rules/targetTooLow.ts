import { LintRule } from '../LintRule';

/** Below this most of what is reserved is idle. */
const LOW_PERCENT = 30;

/** M16: a low target pays for pods that wait. */
export const targetTooLow: LintRule = {
  id: 'M16',
  severity: 'info',
  remedy: {
    en: 'Raise the target; simulate it first on the scaling page.',
    zh: '请提高目标值；可先在伸缩页面上模拟。',
  },
  check: ({ autoscalers }) =>
    autoscalers.flatMap(({ object, resourceMetrics }) =>
      resourceMetrics
        .filter(({ percent }) => percent !== undefined && percent < LOW_PERCENT)
        .map(({ field, resource, percent = 0 }) => ({
          object,
          field,
          message: {
            en: `The ${resource} target of ${percent} % leaves ${
              100 - percent
            } % of the request idle.`,
            zh: `${resource} 目标 ${percent}% 使请求值的 ${
              100 - percent
            }% 闲置。`,
          },
        })),
    ),
};
