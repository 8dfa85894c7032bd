import { LintRule } from '../LintRule';

/** R12: what is left out is decided by the API server, and its default may remove all pods but the minimum at once. */
export const implicitBehavior: LintRule = {
  id: 'R12',
  severity: 'info',
  remedy: {
    en: 'State scaleUp and scaleDown with at least one policy each.',
    zh: '请明确写出 scaleUp 和 scaleDown，各至少一条策略。',
  },
  check: ({ autoscalers }) =>
    autoscalers.flatMap(({ object, behavior, behaviorField }) =>
      (['scaleUp', 'scaleDown'] as const)
        .filter(
          direction =>
            behavior?.[direction]?.selectPolicy !== 'Disabled' &&
            !behavior?.[direction]?.policies?.length,
        )
        .map(direction => ({
          object,
          field: `${behaviorField}.${direction}`,
          message: {
            en: `The direction ${direction} is not stated and takes the defaults of the API server.`,
            zh: `未写明 ${direction}，将采用 API 服务器的默认值。`,
          },
        })),
    ),
};
