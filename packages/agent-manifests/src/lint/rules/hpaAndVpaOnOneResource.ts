import { contestedResources } from '../contestedResources';
import { LintRule } from '../LintRule';

/** V01: the VPA changes the request that the HPA divides by, so each answers the other's answer. */
export const hpaAndVpaOnOneResource: LintRule = {
  id: 'V01',
  severity: 'error',
  remedy: {
    en: 'Set the VerticalPodAutoscaler to updateMode Off, take the resource out of controlledResources, or scale on a custom metric only.',
    zh: '请把 VerticalPodAutoscaler 的 updateMode 设为 Off，或从 controlledResources 中去掉该资源，或仅按自定义指标伸缩。',
  },
  check: manifests =>
    contestedResources(
      manifests,
      ({ targetType }) => targetType === 'Utilization',
      (resource, autoscaler) => ({
        en: `${autoscaler} measures ${resource} utilisation, and this VerticalPodAutoscaler changes the ${resource} request.`,
        zh: `${autoscaler} 按 ${resource} 使用率伸缩，而此 VerticalPodAutoscaler 会改变 ${resource} 请求值。`,
      }),
    ),
};
