import { parseQuantity } from '../../kubernetes/quantity';
import { longRunningContainers } from '../containers';
import { LintRule } from '../LintRule';
import { findWorkload } from '../Manifests';

/** M14: usage cannot pass the limit, so a target at or above limit/request never scales up. */
export const targetBeyondLimit: LintRule = {
  id: 'M14',
  severity: 'warning',
  remedy: {
    en: 'Lower the target, or raise the limit above target times request.',
    zh: '请降低目标值，或把限制提高到目标与请求之积以上。',
  },
  check(manifests) {
    return manifests.autoscalers.flatMap(
      ({ object, target, resourceMetrics }) => {
        const workload = findWorkload(manifests, object, target);
        if (!workload) return [];
        return resourceMetrics.flatMap(metric => {
          const containers = longRunningContainers(workload).filter(
            ({ container }) =>
              !metric.container || container.name === metric.container,
          );
          const sum = (list: 'requests' | 'limits') =>
            containers.reduce(
              (total, { container }) =>
                total +
                // Without a limit the pod may use the node; without a request M05 speaks.
                (parseQuantity(
                  container.resources?.[list]?.[metric.resource],
                ) ?? (list === 'limits' ? Infinity : 0)),
              0,
            );
          const reachable = (100 * sum('limits')) / sum('requests');
          if (
            metric.percent === undefined ||
            !Number.isFinite(reachable) ||
            metric.percent < reachable
          )
            return [];
          return [
            {
              object,
              field: metric.field,
              message: {
                en: `The ${metric.resource} target of ${
                  metric.percent
                } % can never be exceeded: the limits allow ${Math.floor(
                  reachable,
                )} % of the request.`,
                zh: `${metric.resource} 目标 ${
                  metric.percent
                }% 永远不会被超过：限制值只允许达到请求值的 ${Math.floor(
                  reachable,
                )}%。`,
              },
            },
          ];
        });
      },
    );
  },
};
