import { HOUR } from '../../facts/Facts';
import { podRequest } from '../../facts/containers';
import { percentile } from '../../facts/statistics';
import { defineRule, match, insufficient } from '../../rule/Rule';
import { at } from '../../rule/at';
import type { HistorySample } from '../../snapshot/AgentSnapshot';

const USAGE = {
  cpu: ({ usage, ready }: HistorySample) =>
    usage && ready > 0 ? usage.cpuCores / ready : undefined,
  memory: ({ usage, ready }: HistorySample) =>
    usage && ready > 0 ? usage.memoryBytes / ready : undefined,
};

/** M19: a utilization target is only as true as the request that it divides by. */
export const M19 = defineRule({
  id: 'M19',
  severity: 'warning',
  needs: ['workload', 'history'],
  title: { en: 'Requests are far from usage', zh: '请求值与用量相差悬殊' },
  message: {
    en: 'In {hours} h a pod used {ratio} times its {resource} request (95th percentile).',
    zh: '在 {hours} 小时内，单个 Pod 的 {resource} 用量为请求值的 {ratio} 倍（第 95 百分位）。',
  },
  remedy: {
    en: 'Set the {resource} request near the usage before you tune the HPA.',
    zh: '请先将 {resource} 请求值设为接近实际用量，再调整 HPA。',
  },
  check: facts => {
    const { workload, containers, thresholds } = facts;
    const hours = thresholds.usageHistoryHours;
    const samples = facts.samplesOfLast(hours * HOUR);
    if (!samples) return insufficient(`history of ${hours} hours`);
    if (!workload) return [];
    return (['cpu', 'memory'] as const).flatMap(resource => {
      const request = podRequest(containers, resource);
      const usage = percentile(
        samples.map(USAGE[resource]).filter(value => value !== undefined),
        0.95,
      );
      if (!request || usage === undefined) return [];
      const ratio = usage / (request / 1000);
      if (
        ratio <= thresholds.usageOverRequestHigh &&
        ratio >= thresholds.usageOverRequestLow
      )
        return [];
      return [
        match(
          { hours, resource, ratio },
          at.workload(workload, `history.usage.${resource}`, usage),
          ...containers.map(({ field }) =>
            at.workload(workload, `${field}.resources.requests.${resource}`),
          ),
        ),
      ];
    });
  },
});
