import { defineRule } from '../../rule/Rule';
import { contestedResources } from './contestedResources';

/** V01: each answers the other's answer: a larger request lowers the percentage, which removes replicas, which raises usage. */
export const V01 = defineRule({
  id: 'V01',
  severity: 'error',
  needs: ['hpas', 'vpas', 'workload'],
  title: { en: 'HPA and VPA fight', zh: 'HPA 与 VPA 相互冲突' },
  message: {
    en: 'HPA {hpa} aims at {target} % of the {resource} request, and VPA {vpa} in mode {mode} changes that request.',
    zh: 'HPA {hpa} 以 {resource} 请求值的 {target} % 为目标，而处于 {mode} 模式的 VPA {vpa} 会改变该请求值。',
  },
  remedy: {
    en: 'Set VPA {vpa} to updateMode Off, take {resource} out of its controlledResources, or scale on a custom metric only.',
    zh: '请将 VPA {vpa} 的 updateMode 设为 Off，或从其 controlledResources 中去掉 {resource}，或仅按自定义指标伸缩。',
  },
  check: facts => contestedResources(facts, 'Utilization'),
});
