import { longRunningContainers } from '../containers';
import { LintRule } from '../LintRule';
import { findWorkload } from '../Manifests';

/** M05: utilisation is a share of the request; one container without it stops the metric for every pod. */
export const missingRequest: LintRule = {
  id: 'M05',
  severity: 'error',
  remedy: {
    en: 'Set the request on every container, sidecars included, or measure one container with a ContainerResource metric.',
    zh: '为每个容器（包括边车）设置请求值，或使用 ContainerResource 指标只测量一个容器。',
  },
  check(manifests) {
    return manifests.autoscalers.flatMap(
      ({ object, target, resourceMetrics }) => {
        const workload = findWorkload(manifests, object, target);
        if (!workload) return [];
        return resourceMetrics
          .filter(({ targetType }) => targetType === 'Utilization')
          .flatMap(({ resource, container: only }) =>
            longRunningContainers(workload)
              .filter(
                ({ container }) =>
                  (!only || container.name === only) &&
                  // A limit alone is copied to the request by the API server.
                  container.resources?.requests?.[resource] === undefined &&
                  container.resources?.limits?.[resource] === undefined,
              )
              .map(({ field, container }) => ({
                object: workload,
                field: `${field}.resources.requests.${resource}`,
                message: {
                  en: `Container ${container.name} has no ${resource} request, but ${object.kind} ${object.metadata.name} scales on ${resource} utilisation.`,
                  zh: `容器 ${container.name} 没有 ${resource} 请求值，而 ${object.kind} ${object.metadata.name} 按 ${resource} 使用率伸缩。`,
                },
              })),
          );
      },
    );
  },
};
