import { defineRule } from '../../rule/Rule';
import { metricsApiMatches } from './metricsApi';

/** M01: without metrics-server there is no CPU or memory to scale on. */
export const M01 = defineRule({
  id: 'M01',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'Resource metrics API is down', zh: '资源指标 API 不可用' },
  message: {
    en: 'HPA {hpa} scales on {metric}, but {group} is not installed or does not answer.',
    zh: 'HPA {hpa} 按 {metric} 伸缩，但 {group} 未安装或无响应。',
  },
  remedy: {
    en: 'Install or repair metrics-server: its APIService, the certificates of the kubelets, and port 10250 from its pod to the nodes.',
    zh: '请安装或修复 metrics-server：检查其 APIService、kubelet 证书，以及其 Pod 到节点 10250 端口的连通性。',
  },
  check: facts =>
    metricsApiMatches(facts, {
      group: 'metrics.k8s.io',
      types: ['Resource', 'ContainerResource'],
      reason: /^FailedGet(Container)?ResourceMetric$/,
      message: /could not find the requested resource|unable to handle/,
    }),
});
