import { utilizationCeiling } from '../../facts/utilizationCeiling';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** M14: at its limit a container cannot use more, so the target is never exceeded. */
export const M14 = defineRule({
  id: 'M14',
  severity: 'warning',
  needs: ['hpas', 'workload'],
  title: { en: 'Target lies beyond the limit', zh: '目标超出限制' },
  message: {
    en: 'HPA {hpa} aims at {target} % of the {resource} request, but the limits stop usage at {ceiling} %.',
    zh: 'HPA {hpa} 的目标是 {resource} 请求值的 {target} %，但限制使用量最高为 {ceiling} %。',
  },
  remedy: {
    en: 'Set the target well below {ceiling} %, or raise the limit.',
    zh: '请将目标设为明显低于 {ceiling} %，或提高限制。',
  },
  check: ({ hpas, workload, containers }) =>
    hpas.flatMap(hpa =>
      hpa.metricsWith('Utilization').flatMap(metric => {
        const ceiling = utilizationCeiling(metric, containers);
        if (!workload || ceiling === undefined || metric.target < ceiling)
          return [];
        return [
          match(
            {
              hpa: hpa.name,
              resource: metric.name,
              target: metric.target,
              ceiling,
            },
            hpa.at(metric.targetField),
            ...containers.map(({ field }) =>
              at.workload(workload, `${field}.resources`),
            ),
          ),
        ];
      }),
    ),
});
