import { LintRule } from '../LintRule';

/** M10: metrics.k8s.io serves cpu and memory; a Resource metric of anything else never has a value. */
export const unsupportedResourceMetric: LintRule = {
  id: 'M10',
  severity: 'error',
  remedy: {
    en: 'For a GPU use a Pods or External metric, best a request, queue or KV cache metric of the model server.',
    zh: 'GPU 请使用 Pods 或 External 指标，最好是模型服务器的请求、队列或 KV 缓存指标。',
  },
  check: ({ autoscalers }) =>
    autoscalers.flatMap(({ object, resourceMetrics }) =>
      resourceMetrics
        .filter(({ resource }) => !['cpu', 'memory'].includes(resource))
        .map(({ field, resource }) => ({
          object,
          field: `${field}.name`,
          message: {
            en: `The resource metrics API has no ${
              resource || 'unnamed resource'
            }, only cpu and memory.`,
            zh: `资源指标 API 不提供 ${
              resource || '未命名的资源'
            }，只提供 cpu 和 memory。`,
          },
        })),
    ),
};
