import { HOUR } from '../../facts/Facts';
import type { MetricFacts } from '../../facts/MetricFacts';
import { defineRule, match, insufficient } from '../../rule/Rule';
import type { HistorySample } from '../../snapshot/AgentSnapshot';

/** What a metric asks for at a sample; `undefined` without its value. */
function proposal(
  { current, metrics }: HistorySample,
  metric: MetricFacts,
  tolerance: number,
): number | undefined {
  const value = metrics?.[metric.id];
  if (value === undefined || metric.target <= 0) return undefined;
  const ratio = value / metric.target;
  return Math.abs(ratio - 1) <= tolerance
    ? current
    : Math.ceil(ratio * current);
}

/** M13: memory that is never given back holds every replica that was ever needed. */
export const M13 = defineRule({
  id: 'M13',
  severity: 'warning',
  needs: ['hpas', 'history'],
  title: { en: 'Memory never lets it shrink', zh: '内存指标使其无法缩容' },
  message: {
    en: 'In {hours} h the other metrics of HPA {hpa} asked for fewer replicas {count} times, and memory against {target} % never did.',
    zh: '在 {hours} 小时内，HPA {hpa} 的其他指标有 {count} 次要求减少副本，而目标为 {target} % 的内存指标从未如此。',
  },
  remedy: {
    en: 'Take memory out of the HPA and size it with a VPA, or set its target above what an idle pod uses.',
    zh: '请将内存指标移出 HPA 并用 VPA 调整，或将其目标设在空闲 Pod 用量之上。',
  },
  check: facts => {
    const { hpas, hpaOptions, thresholds } = facts;
    const hours = thresholds.usageHistoryHours;
    const samples = facts.samplesOfLast(hours * HOUR);
    if (!samples) return insufficient(`history of ${hours} hours`);
    return hpas.flatMap(hpa => {
      const memory = hpa
        .metricsWith('Utilization')
        .find(({ name }) => name === 'memory');
      const others = hpa.metrics.filter(metric => metric !== memory);
      if (!memory || others.length === 0) return [];
      const asks = (sample: HistorySample, metric: MetricFacts) =>
        proposal(sample, metric, hpaOptions.tolerance) ?? Infinity;
      const idle = samples.filter(
        sample =>
          sample.current > hpa.min &&
          others.every(metric => asks(sample, metric) < sample.current),
      );
      const holdsAlways = idle.every(
        sample => asks(sample, memory) >= sample.current,
      );
      return idle.length >= thresholds.minObservations && holdsAlways
        ? [
            match(
              {
                hpa: hpa.name,
                hours,
                count: idle.length,
                target: memory.target,
              },
              hpa.at(memory.targetField),
            ),
          ]
        : [];
    });
  },
});
