import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** M25: what happens when the source of the metric is down should be decided before it is. */
export const M25 = defineRule({
  id: 'M25',
  severity: 'information',
  needs: ['hpas', 'scaledObjects'],
  title: { en: 'No plan for a metric outage', zh: '未规划指标中断' },
  message: {
    en: 'HPA {hpa} scales on external metric {metric} without a fallback: during an outage it never scales down, and without another metric not at all.',
    zh: 'HPA {hpa} 按外部指标 {metric} 伸缩且没有回退值：中断期间不会缩容，若无其他指标则完全不伸缩。',
  },
  remedy: {
    en: 'Set fallback.failureThreshold and fallback.replicas on the ScaledObject; a plain HPA has no such thing.',
    zh: '请在 ScaledObject 上设置 fallback.failureThreshold 和 fallback.replicas；普通 HPA 没有此功能。',
  },
  check: ({ hpas, snapshot }) =>
    hpas.flatMap(hpa => {
      const metric = hpa.metrics.find(({ type }) => type === 'External');
      const scaled = (snapshot.scaledObjects ?? []).find(
        ({ metadata }) => metadata.name === hpa.scaledObjectName,
      );
      if (!metric || scaled?.spec?.fallback) return [];
      return [
        match(
          { hpa: hpa.name, metric: metric.name },
          hpa.at(metric.field),
          ...(scaled ? [at.scaledObject(scaled, 'spec.fallback')] : []),
        ),
      ];
    }),
});
