import { parseQuantity } from '../../kubernetes/quantity';
import { ResourceQuotaManifest } from '../../kubernetes/manifestShapes';
import { longRunningContainers } from '../containers';
import { LintRule } from '../LintRule';
import { findWorkload, sameNamespace } from '../Manifests';

/** C03: at the maximum the quota refuses pods, which looks like an autoscaler that does not scale. */
export const rangeExceedsQuota: LintRule = {
  id: 'C03',
  severity: 'warning',
  remedy: {
    en: 'Lower the maximum or the requests, or raise the quota.',
    zh: '请降低最大副本数或请求值，或提高配额。',
  },
  check: manifests =>
    manifests.autoscalers.flatMap(
      ({ object, target, maxField, maxReplicas }) => {
        const workload = findWorkload(manifests, object, target);
        if (!workload || maxReplicas === undefined) return [];
        return manifests.quotas
          .filter(quota => sameNamespace(quota, object))
          .flatMap(quota =>
            (['cpu', 'memory'] as const).flatMap(resource => {
              const hard = hardLimit(quota, resource);
              const perPod = longRunningContainers(workload).reduce(
                (sum, { container }) =>
                  sum +
                  (parseQuantity(container.resources?.requests?.[resource]) ??
                    0),
                0,
              );
              if (hard === undefined || perPod * maxReplicas <= hard.value)
                return [];
              return [
                {
                  object,
                  field: maxField,
                  message: {
                    en: `${maxReplicas} pods request more ${resource} than ResourceQuota ${quota.metadata.name} allows (${hard.text}).`,
                    zh: `${maxReplicas} 个 Pod 请求的 ${resource} 超过 ResourceQuota ${quota.metadata.name} 的上限（${hard.text}）。`,
                  },
                },
              ];
            }),
          );
      },
    ),
};

/** `requests.cpu` and `cpu` mean the same in a quota. */
function hardLimit(quota: ResourceQuotaManifest, resource: 'cpu' | 'memory') {
  const hard = quota.spec?.hard ?? {};
  const text = hard[`requests.${resource}`] ?? hard[resource];
  const value = parseQuantity(text);
  return value === undefined ? undefined : { value, text };
}
