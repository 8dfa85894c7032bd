import { longRunningContainers } from '../containers';
import { LintRule } from '../LintRule';
import { findWorkload } from '../Manifests';

/** M06: a ContainerResource metric of a container that the pods do not have. */
export const unknownMetricContainer: LintRule = {
  id: 'M06',
  severity: 'error',
  remedy: {
    en: 'Correct the container name in the metric.',
    zh: '请更正指标中的容器名称。',
  },
  check(manifests) {
    return manifests.autoscalers.flatMap(
      ({ object, target, resourceMetrics }) => {
        const workload = findWorkload(manifests, object, target);
        if (!workload) return [];
        const names = longRunningContainers(workload).map(
          ({ container }) => container.name,
        );
        return resourceMetrics
          .filter(({ container }) => container && !names.includes(container))
          .map(({ field, container }) => ({
            object,
            field: `${field}.container`,
            message: {
              en: `${workload.kind} ${workload.metadata.name} has no container ${container}.`,
              zh: `${workload.kind} ${workload.metadata.name} 中没有容器 ${container}。`,
            },
          }));
      },
    );
  },
};
