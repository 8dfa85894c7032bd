import { parseQuantity } from '../../kubernetes/quantity';
import { longRunningContainers } from '../containers';
import { LintRule } from '../LintRule';
import { findWorkload } from '../Manifests';
import { policyFor } from '../vpaControls';

/** Above this ratio a modest request becomes a limit that no node has. */
const HIGH_RATIO = 10;

/** V14: with RequestsAndLimits the limit follows the request at the ratio of the template. */
export const limitExplosion: LintRule = {
  id: 'V14',
  severity: 'warning',
  remedy: {
    en: 'Set controlledValues: RequestsOnly, or bring the limit nearer to the request.',
    zh: '请设置 controlledValues: RequestsOnly，或让限制更接近请求值。',
  },
  check: manifests =>
    manifests.vpas.flatMap(vpa => {
      const workload = findWorkload(manifests, vpa, vpa.spec?.targetRef);
      if (!workload) return [];
      return longRunningContainers(workload).flatMap(({ field, container }) => {
        const policy = policyFor(vpa, container.name);
        if (
          policy?.mode === 'Off' ||
          policy?.controlledValues === 'RequestsOnly'
        )
          return [];
        return (policy?.controlledResources ?? ['cpu', 'memory']).flatMap(
          resource => {
            const request = parseQuantity(
              container.resources?.requests?.[resource],
            );
            const limit = parseQuantity(
              container.resources?.limits?.[resource],
            );
            if (!request || !limit || limit / request <= HIGH_RATIO) return [];
            const ratio = Math.round(limit / request);
            return [
              {
                object: workload,
                field: `${field}.resources.limits.${resource}`,
                message: {
                  en: `The ${resource} limit is ${ratio} times the request, and VerticalPodAutoscaler ${vpa.metadata.name} keeps that ratio.`,
                  zh: `${resource} 限制是请求值的 ${ratio} 倍，VerticalPodAutoscaler ${vpa.metadata.name} 会保持该比例。`,
                },
              },
            ];
          },
        );
      });
    }),
};
