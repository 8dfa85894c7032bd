import { LintRule } from '../LintRule';

/** Above this the pods saturate while new ones start. */
const HIGH_PERCENT = 90;

/** M15: no headroom for the time that a new pod needs. */
export const targetNearSaturation: LintRule = {
  id: 'M15',
  severity: 'warning',
  remedy: {
    en: 'Choose a target whose headroom covers the growth of the load while a pod starts; 70 to 80 % is usual.',
    zh: '请选择能覆盖 Pod 启动期间负载增长的目标值，通常为 70% 至 80%。',
  },
  check: ({ autoscalers }) =>
    autoscalers.flatMap(({ object, resourceMetrics }) =>
      resourceMetrics
        .filter(({ percent }) => (percent ?? 0) > HIGH_PERCENT)
        .map(({ field, resource, percent }) => ({
          object,
          field,
          message: {
            en: `The ${resource} target of ${percent} % leaves next to no headroom.`,
            zh: `${resource} 目标 ${percent}% 几乎没有余量。`,
          },
        })),
    ),
};
