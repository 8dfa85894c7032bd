import { MINUTE } from '../../facts/Facts';
import type { MetricFacts } from '../../facts/MetricFacts';
import { indexAt, steps } from '../../facts/history';
import { percentile } from '../../facts/statistics';
import { defineRule, match, insufficient } from '../../rule/Rule';
import type { HistorySample } from '../../snapshot/AgentSnapshot';

/** How much later the load has spread over the new replicas. */
const SETTLED_MS = 2 * MINUTE;

/**
 * What is left of a metric per pod after each scale-up that it called for, over the half of the relief that the new replicas should have
 * brought at least.
 */
function excesses(
  samples: readonly HistorySample[],
  { id, target }: MetricFacts,
): number[] {
  return steps(samples, 'up').flatMap(({ before, after }) => {
    const later = samples.at(indexAt(samples, after.at + SETTLED_MS));
    const from = before.metrics?.[id] ?? 0;
    const to = later?.metrics?.[id];
    if (from <= target || to === undefined || later?.current !== after.current)
      return [];
    return [to / from - (1 - 0.5 * (1 - before.current / after.current))];
  });
}

/** M12: more replicas that bring no relief are only cost. */
export const M12 = defineRule({
  id: 'M12',
  severity: 'warning',
  needs: ['hpas', 'history'],
  title: { en: 'Metric does not fall with replicas', zh: '指标不随副本数下降' },
  message: {
    en: '{metric} per pod fell by less than half of what was due after {count} scale-ups: adding replicas does not relieve it.',
    zh: '在 {count} 次扩容后，每个 Pod 的 {metric} 下降不到应有幅度的一半：增加副本并不能缓解它。',
  },
  remedy: {
    en: 'Scale on a metric that is shared among the replicas, such as requests per second or queue length.',
    zh: '请改用由各副本分担的指标，例如每秒请求数或队列长度。',
  },
  check: ({ hpas, snapshot, thresholds }) => {
    const samples = snapshot.history?.samples ?? [];
    const metrics = hpas.flatMap(hpa =>
      hpa.metrics.map(metric => ({
        hpa,
        metric,
        found: excesses(samples, metric),
      })),
    );
    const judged = metrics.filter(
      ({ found }) => found.length >= thresholds.minObservations,
    );
    if (metrics.length > 0 && judged.length === 0) {
      return insufficient(
        `history with ${thresholds.minObservations} scale-ups`,
      );
    }
    return judged
      .filter(({ found }) => (percentile(found, 0.5) ?? 0) > 0)
      .map(({ hpa, metric, found }) =>
        match(
          { metric: metric.name, count: found.length },
          hpa.at(metric.targetField),
        ),
      );
  },
});
