import { HOUR } from '../../facts/Facts';
import { variation } from '../../facts/statistics';
import { defineRule, match, insufficient } from '../../rule/Rule';

const GPU_UTILIZATION = /DCGM_FI_DEV_GPU_UTIL/i;

/** M23: any running kernel counts as 100 %, so the metric says busy whatever the load. */
export const M23 = defineRule({
  id: 'M23',
  severity: 'warning',
  needs: ['hpas', 'history'],
  title: { en: 'GPU utilization is saturated', zh: 'GPU 使用率已饱和' },
  message: {
    en: '{metric} was at {percent} % or more for {share} % of {hours} h while {other} varied: it does not follow the load.',
    zh: '在 {hours} 小时中，{metric} 有 {share} % 的时间达到 {percent} % 或以上，而 {other} 仍在变化：它并不反映负载。',
  },
  remedy: {
    en: 'Scale on queue length, KV cache usage or DCGM_FI_PROF_SM_ACTIVE.',
    zh: '请按队列长度、KV 缓存使用率或 DCGM_FI_PROF_SM_ACTIVE 伸缩。',
  },
  check: facts => {
    const { hpas, thresholds } = facts;
    const hours = thresholds.usageHistoryHours;
    const percent = thresholds.gpuSaturatedPercent;
    const samples = facts.samplesOfLast(hours * HOUR);
    if (!samples) return insufficient(`history of ${hours} hours`);
    const valuesOf = (id: string) =>
      samples
        .map(({ metrics }) => metrics?.[id])
        .filter(value => value !== undefined);
    return hpas.flatMap(hpa =>
      hpa.metrics.flatMap(metric => {
        const values = valuesOf(metric.id);
        const share =
          values.filter(value => value >= percent).length / values.length;
        const other = hpa.metrics.find(
          each =>
            each !== metric &&
            variation(valuesOf(each.id)) > thresholds.loadVariation,
        );
        const isSaturated =
          GPU_UTILIZATION.test(metric.name) &&
          share > thresholds.gpuSaturatedShare;
        if (!isSaturated || !other) return [];
        return [
          match(
            {
              metric: metric.name,
              percent,
              share: share * 100,
              hours,
              other: other.name,
            },
            hpa.at(metric.field),
          ),
        ];
      }),
    );
  },
});
