import { quantityToMilli, formatMilli } from '../../../quantity';
import {
  isExtendedResource,
  podRequest,
  requestedResources,
} from '../../facts/containers';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** Keys of a quota that a pod's requests count against; `cpu` and `requests.cpu` mean the same. */
const quotaKeys = (resource: string) =>
  isExtendedResource(resource)
    ? [`requests.${resource}`]
    : [`requests.${resource}`, resource];

/** C03: found before the night in which the maximum is needed. */
export const C03 = defineRule({
  id: 'C03',
  severity: 'warning',
  needs: ['hpas', 'workload', 'resourceQuotas'],
  title: { en: 'Maximum does not fit the quota', zh: '最大副本数超出配额' },
  message: {
    en: 'At {max} replicas ResourceQuota {quota} would need {needed} of {key} and allows {hard}.',
    zh: '在 {max} 个副本时，ResourceQuota {quota} 的 {key} 需要 {needed}，而上限为 {hard}。',
  },
  remedy: {
    en: 'Lower maxReplicas or the requests, or raise {key} in ResourceQuota {quota}.',
    zh: '请降低 maxReplicas 或请求值，或提高 ResourceQuota {quota} 中的 {key}。',
  },
  check: ({ hpas, containers, snapshot }) =>
    hpas.flatMap(hpa =>
      (snapshot.resourceQuotas ?? []).flatMap(quota => {
        const hard = quota.status?.hard ?? quota.spec?.hard ?? {};
        const perPod = [
          ['pods', 1000] as const,
          ...requestedResources(containers).flatMap(resource =>
            quotaKeys(resource).map(
              key => [key, podRequest(containers, resource) ?? 0] as const,
            ),
          ),
        ];
        return perPod.flatMap(([key, request]) => {
          if (hard[key] === undefined) return [];
          const used = quantityToMilli(quota.status?.used?.[key] ?? 0, key);
          const needed = used + Math.max(0, hpa.max - hpa.current) * request;
          return needed <= quantityToMilli(hard[key], key)
            ? []
            : [
                match(
                  {
                    max: hpa.max,
                    quota: quota.metadata.name,
                    key,
                    needed: formatMilli(needed),
                    hard: String(hard[key]),
                  },
                  hpa.at('spec.maxReplicas'),
                  at.quota(quota, `status.hard["${key}"]`, hard[key]),
                  at.quota(quota, `status.used["${key}"]`),
                ),
              ];
        });
      }),
    ),
});
