import { defineRule } from '../../rule/Rule';
import { metricsApiMatches } from './metricsApi';

/** M03: External metrics need an adapter. */
export const M03 = defineRule({
  id: 'M03',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'External metrics API is down', zh: '外部指标 API 不可用' },
  message: {
    en: 'HPA {hpa} scales on {metric}, but {group} is not installed or does not answer.',
    zh: 'HPA {hpa} 按 {metric} 伸缩，但 {group} 未安装或无响应。',
  },
  remedy: {
    en: 'Install or repair KEDA, which serves {group}.',
    zh: '请安装或修复提供 {group} 的 KEDA。',
  },
  check: facts =>
    metricsApiMatches(facts, {
      group: 'external.metrics.k8s.io',
      types: ['External'],
      reason: /^FailedGetExternalMetric$/,
      message:
        /no external metrics API|could not find the requested resource|unable to handle/,
    }),
});
