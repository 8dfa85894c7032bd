import { utilizationCeiling } from '../../facts/utilizationCeiling';
import { defineRule, match } from '../../rule/Rule';

/** M15: with the target near what a pod can give, load runs into the wall while new replicas start. */
export const M15 = defineRule({
  id: 'M15',
  severity: 'warning',
  needs: ['hpas', 'workload'],
  title: { en: 'Target is near saturation', zh: '目标接近饱和' },
  message: {
    en: 'HPA {hpa} aims at {target} % {resource} where a pod can give {ceiling} %: load may grow by {headroom} % until new replicas are ready.',
    zh: 'HPA {hpa} 的 {resource} 目标为 {target} %，而单个 Pod 最多为 {ceiling} %：在新副本就绪前负载只能增长 {headroom} %。',
  },
  remedy: {
    en: 'Lower the target so that the headroom covers the growth of load during the start-up time.',
    zh: '请降低目标，使余量足以覆盖启动时间内的负载增长。',
  },
  check: ({ hpas, containers, thresholds }) =>
    hpas.flatMap(hpa =>
      hpa.metricsWith('Utilization').flatMap(metric => {
        const { name, target, targetField } = metric;
        // Without a limit a pod may burst beyond its request, but nobody promised it more than that.
        const ceiling = utilizationCeiling(metric, containers) ?? 100;
        const share = (100 * target) / ceiling;
        // Beyond the ceiling it is M14.
        if (share <= thresholds.highTargetPercent || share >= 100) return [];
        return [
          match(
            {
              hpa: hpa.name,
              resource: name,
              target,
              ceiling,
              headroom: 100 * (ceiling / target - 1),
            },
            hpa.at(targetField),
          ),
        ];
      }),
    ),
});
