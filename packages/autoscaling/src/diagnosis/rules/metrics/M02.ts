import { defineRule } from '../../rule/Rule';
import { metricsApiMatches } from './metricsApi';

/** M02: Pods and Object metrics need an adapter. */
export const M02 = defineRule({
  id: 'M02',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'Custom metrics API is down', zh: '自定义指标 API 不可用' },
  message: {
    en: 'HPA {hpa} scales on {metric}, but {group} is not installed or does not answer.',
    zh: 'HPA {hpa} 按 {metric} 伸缩，但 {group} 未安装或无响应。',
  },
  remedy: {
    en: 'Scale on this metric through a KEDA ScaledObject, or install an adapter that serves {group}.',
    zh: '请通过 KEDA ScaledObject 按此指标伸缩，或安装提供 {group} 的适配器。',
  },
  check: facts =>
    metricsApiMatches(facts, {
      group: 'custom.metrics.k8s.io',
      types: ['Pods', 'Object'],
      reason: /^FailedGet(Pods|Object)Metric$/,
      message:
        /no known available metric versions|no custom metrics API|could not find the requested resource|unable to handle/,
    }),
});
