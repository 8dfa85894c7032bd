import { servingContainers } from '../../facts/containers';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** C08: without a probe a pod is ready at once: it gets requests, and the HPA counts it, while it still loads. */
export const C08 = defineRule({
  id: 'C08',
  severity: 'warning',
  needs: ['workload', 'podTemplate'],
  title: { en: 'No readiness probe', zh: '没有就绪探针' },
  message: {
    en: 'No container of {target} has a readinessProbe ({names}).',
    zh: '{target} 的容器均没有 readinessProbe（{names}）。',
  },
  remedy: {
    en: 'Add a readinessProbe that answers when the model is loaded.',
    zh: '请添加在模型加载完成后才通过的 readinessProbe。',
  },
  check: ({ workload, template }) => {
    const serving = servingContainers(template);
    const isProbed = serving.some(({ container }) => container.readinessProbe);
    if (!workload || serving.length === 0 || isProbed) return [];
    return [
      match(
        {
          target: workload.metadata.name,
          names: serving.map(({ container }) => container.name).join(', '),
        },
        ...serving.map(({ field }) =>
          at.workload(workload, `${field}.readinessProbe`),
        ),
      ),
    ];
  },
});
