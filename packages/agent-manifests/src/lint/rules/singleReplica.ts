import { LintRule } from '../LintRule';

/** R05: a single pod is no redundancy: every node drain and crash is an outage. */
export const singleReplica: LintRule = {
  id: 'R05',
  severity: 'warning',
  remedy: {
    en: 'Set the minimum to 2 or more where an interruption matters.',
    zh: '若不能容忍中断，请把最小副本数设为 2 或以上。',
  },
  check: ({ autoscalers }) =>
    autoscalers
      .filter(({ minReplicas }) => minReplicas === 1)
      .map(({ object, minField }) => ({
        object,
        field: minField,
        message: {
          en: 'With a minimum of 1 the service has no second pod when that one goes.',
          zh: '最小副本数为 1 时，唯一的 Pod 消失后没有第二个 Pod 接替。',
        },
      })),
};
