import { defineRule, match } from '../../rule/Rule';

/** M10: metrics.k8s.io has CPU and memory, and nothing else. */
export const M10 = defineRule({
  id: 'M10',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'Unsupported resource metric', zh: '不支持的资源指标' },
  message: {
    en: 'HPA {hpa} scales on resource {resource}, which metrics.k8s.io does not have.',
    zh: 'HPA {hpa} 按资源 {resource} 伸缩，而 metrics.k8s.io 不提供该资源。',
  },
  remedy: {
    en: 'Scale on cpu or memory; for {resource} use a Pods or External metric, such as one of the DCGM exporter.',
    zh: '请按 cpu 或 memory 伸缩；{resource} 请使用 Pods 或 External 指标，例如 DCGM exporter 的指标。',
  },
  check: ({ hpas }) =>
    hpas.flatMap(hpa =>
      hpa.metrics
        .filter(
          ({ type, name }) =>
            type.endsWith('Resource') && name !== 'cpu' && name !== 'memory',
        )
        .map(({ name, field }) =>
          match({ hpa: hpa.name, resource: name }, hpa.at(`${field}.name`)),
        ),
    ),
});
