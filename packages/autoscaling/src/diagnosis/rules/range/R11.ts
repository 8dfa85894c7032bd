import type { MetricFacts } from '../../facts/MetricFacts';
import { NEIGHBOUR_MS } from '../../facts/history';
import { START_UP_UNKNOWN } from '../../facts/startUpUnknown';
import { defineRule, match } from '../../rule/Rule';
import type { HistorySample } from '../../snapshot/AgentSnapshot';

/** Fastest growth of a metric between two samples, in shares of its target per second. */
function fastestGrowth(
  samples: readonly HistorySample[],
  metric: MetricFacts,
): number {
  const growths = samples.slice(1).map((sample, index) => {
    const before = samples[index];
    const seconds = (sample.at - before.at) / 1000;
    const from = before.metrics?.[metric.id];
    const to = sample.metrics?.[metric.id];
    if (from === undefined || to === undefined || seconds * 1000 > NEIGHBOUR_MS)
      return 0;
    return (to - from) / metric.target / seconds;
  });
  return Math.max(0, ...growths);
}

/** R11: waiting before a slow start is too late. */
export const R11 = defineRule({
  id: 'R11',
  severity: 'warning',
  needs: ['hpas', 'pods', 'history'],
  title: { en: 'Scale-up waits and starts slowly', zh: '扩容既等待又启动缓慢' },
  message: {
    en: 'HPA {hpa} waits {window} s and a pod starts in {startUp} s, but at the fastest growth seen {resource} saturates {saturation} s after the target is passed.',
    zh: 'HPA {hpa} 等待 {window} 秒且 Pod 启动需 {startUp} 秒，但按观测到的最快增长，{resource} 在超过目标 {saturation} 秒后即饱和。',
  },
  remedy: {
    en: 'Set behavior.scaleUp.stabilizationWindowSeconds to 0, and lower the target if that is not enough.',
    zh: '请将 behavior.scaleUp.stabilizationWindowSeconds 设为 0；若仍不足，请降低目标。',
  },
  check: ({ hpas, startUpSeconds, snapshot }) => {
    const samples = snapshot.history?.samples ?? [];
    const waiting = hpas.filter(
      hpa => hpa.object.spec.behavior?.scaleUp?.stabilizationWindowSeconds,
    );
    if (waiting.length > 0 && startUpSeconds === undefined)
      return START_UP_UNKNOWN;
    return waiting.flatMap(hpa =>
      hpa.metricsWith('Utilization').flatMap(metric => {
        const window =
          hpa.object.spec.behavior?.scaleUp?.stabilizationWindowSeconds ?? 0;
        const startUp = startUpSeconds ?? 0;
        const saturation =
          (100 / metric.target - 1) / fastestGrowth(samples, metric);
        if (!(saturation >= 0) || window + startUp <= saturation) return [];
        return [
          match(
            {
              hpa: hpa.name,
              window,
              startUp,
              resource: metric.name,
              saturation,
            },
            hpa.at('spec.behavior.scaleUp.stabilizationWindowSeconds'),
            hpa.at(metric.targetField),
          ),
        ];
      }),
    );
  },
});
