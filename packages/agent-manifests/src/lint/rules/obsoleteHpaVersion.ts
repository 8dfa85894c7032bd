import { LintRule } from '../LintRule';

/** H11: v2beta1 left the API in 1.25, v2beta2 in 1.26; v1 cannot say memory, custom metrics or behavior. */
export const obsoleteHpaVersion: LintRule = {
  id: 'H11',
  severity: 'error',
  remedy: {
    en: 'Use apiVersion autoscaling/v2.',
    zh: '请使用 apiVersion autoscaling/v2。',
  },
  check: ({ hpas }) =>
    hpas
      .filter(({ apiVersion }) => apiVersion !== 'autoscaling/v2')
      .map(hpa => ({
        object: hpa,
        field: 'apiVersion',
        message: {
          en: `Current clusters do not serve ${hpa.apiVersion}, or it cannot describe this autoscaler.`,
          zh: `当前集群不再提供 ${hpa.apiVersion}，或该版本无法描述此伸缩器。`,
        },
      })),
};
