import { servingContainers } from '../containers';
import { LintRule } from '../LintRule';
import { findWorkload } from '../Manifests';

/** C08: without it a pod counts as ready, and its idle start as spare capacity, the moment its process exists. */
export const noReadinessProbe: LintRule = {
  id: 'C08',
  severity: 'warning',
  remedy: {
    en: 'Add a readinessProbe that succeeds only when the container can answer.',
    zh: '请添加 readinessProbe，仅当容器能够响应时才成功。',
  },
  check: manifests =>
    manifests.autoscalers.flatMap(({ object, target }) => {
      const workload = findWorkload(manifests, object, target);
      if (!workload) return [];
      const serving = servingContainers(workload);
      if (serving.some(({ container }) => container.readinessProbe)) return [];
      return serving.slice(0, 1).map(({ field, container }) => ({
        object: workload,
        field: `${field}.readinessProbe`,
        message: {
          en: `Container ${container.name} has no readiness probe.`,
          zh: `容器 ${container.name} 没有就绪探针。`,
        },
      }));
    }),
};
