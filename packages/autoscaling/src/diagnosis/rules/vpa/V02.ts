import { defineRule } from '../../rule/Rule';
import { contestedResources } from './contestedResources';

/** V02: no feedback through the request, but the limits move with it. */
export const V02 = defineRule({
  id: 'V02',
  severity: 'warning',
  needs: ['hpas', 'vpas', 'workload'],
  title: { en: 'HPA and VPA on one resource', zh: 'HPA 与 VPA 作用于同一资源' },
  message: {
    en: 'HPA {hpa} aims at {target} of {resource} per pod, and VPA {vpa} in mode {mode} moves the {resource} request and limit.',
    zh: 'HPA {hpa} 的目标是每个 Pod 使用 {target} 的 {resource}，而处于 {mode} 模式的 VPA {vpa} 会移动 {resource} 的请求值与限制。',
  },
  remedy: {
    en: 'Keep minAllowed of {resource} above the target of the HPA, or set controlledValues: RequestsOnly.',
    zh: '请使 {resource} 的 minAllowed 高于 HPA 的目标，或设置 controlledValues: RequestsOnly。',
  },
  check: facts => contestedResources(facts, 'AverageValue'),
});
