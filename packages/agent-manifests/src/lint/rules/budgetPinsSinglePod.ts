import { LintRule } from '../LintRule';
import { findWorkload, sameNamespace, selectsPodsOf } from '../Manifests';
import { requiredPods } from './budgetBlocksAtMinimum';

/** D03: one pod that must stay blocks drains and the VPA's evictions. */
export const budgetPinsSinglePod: LintRule = {
  id: 'D03',
  severity: 'warning',
  remedy: {
    en: 'Set the minimum to 2, or use maxUnavailable: 1 and accept the interruption.',
    zh: '请把最小副本数设为 2，或使用 maxUnavailable: 1 并接受中断。',
  },
  check: manifests =>
    manifests.autoscalers.flatMap(({ object, target, minReplicas }) => {
      const workload = findWorkload(manifests, object, target);
      if (!workload || minReplicas !== 1) return [];
      return manifests.pdbs
        .filter(
          pdb =>
            sameNamespace(pdb, workload) &&
            selectsPodsOf(pdb.spec?.selector, workload) &&
            requiredPods(pdb.spec?.minAvailable, 1) >= 1,
        )
        .map(pdb => ({
          object: pdb,
          field: 'spec.minAvailable',
          message: {
            en: 'The minimum is 1 and that pod may not be evicted.',
            zh: '最小副本数为 1，且该 Pod 不允许被驱逐。',
          },
        }));
    }),
};
