import { ResourceMetric } from './Autoscaler';
import { longRunningContainers } from './containers';
import { Violation } from './LintRule';
import { findWorkload, Manifests, targetKey } from './Manifests';
import { acts, controls } from './vpaControls';

/** Acting VPAs that change a resource which an autoscaler of the same target measures in the given way. */
export function contestedResources(
  manifests: Manifests,
  matches: (metric: ResourceMetric) => boolean,
  message: (resource: string, autoscaler: string) => Violation['message'],
): Violation[] {
  return manifests.vpas.filter(acts).flatMap(vpa =>
    manifests.autoscalers
      .filter(
        ({ object, target }) =>
          targetKey(object, target) === targetKey(vpa, vpa.spec?.targetRef),
      )
      .flatMap(({ object, target, resourceMetrics }) => {
        const workload = findWorkload(manifests, object, target);
        const names = workload
          ? longRunningContainers(workload).map(
              ({ container }) => container.name,
            )
          : [undefined];
        const resources = resourceMetrics
          .filter(
            metric =>
              matches(metric) &&
              controls(
                vpa,
                metric.resource,
                metric.container ? [metric.container] : names,
              ),
          )
          .map(({ resource }) => resource);
        return [...new Set(resources)].map(resource => ({
          object: vpa,
          field: 'spec.updatePolicy.updateMode',
          message: message(resource, `${object.kind} ${object.metadata.name}`),
        }));
      }),
  );
}
