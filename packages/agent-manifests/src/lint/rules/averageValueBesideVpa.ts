import { contestedResources } from '../contestedResources';
import { LintRule } from '../LintRule';

/** V02: an absolute target has no feedback through the request, but the limits move under it. */
export const averageValueBesideVpa: LintRule = {
  id: 'V02',
  severity: 'warning',
  remedy: {
    en: 'Keep the target well below the lowest limit that the VerticalPodAutoscaler may set.',
    zh: '请让目标值明显低于 VerticalPodAutoscaler 可能设置的最低限制。',
  },
  check: manifests =>
    contestedResources(
      manifests,
      ({ targetType }) => targetType === 'AverageValue',
      (resource, autoscaler) => ({
        en: `${autoscaler} has an absolute ${resource} target, and this VerticalPodAutoscaler moves the ${resource} limit.`,
        zh: `${autoscaler} 使用 ${resource} 的绝对目标值，而此 VerticalPodAutoscaler 会移动 ${resource} 限制值。`,
      }),
    ),
};
