import { LintRule } from '../LintRule';

/** Z02: at zero pods, per-pod metrics have no value; only an Object or External metric can wake the target. */
export const zeroWithoutExternalMetric: LintRule = {
  id: 'Z02',
  severity: 'error',
  remedy: {
    en: 'Set the minimum to 1, add an Object or External metric, or use KEDA.',
    zh: '请把最小副本数设为 1，或添加 Object / External 指标，或使用 KEDA。',
  },
  check: ({ hpas }) =>
    hpas
      .filter(
        ({ spec }) =>
          spec?.minReplicas === 0 &&
          !spec.metrics?.some(({ type }) =>
            ['Object', 'External'].includes(type ?? ''),
          ),
      )
      .map(hpa => ({
        object: hpa,
        field: 'spec.minReplicas',
        message: {
          en: 'Nothing can wake the target from zero replicas.',
          zh: '没有指标能把目标从零副本唤醒。',
        },
      })),
};
