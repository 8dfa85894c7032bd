import { LintRule } from '../LintRule';
import { findWorkload, sameNamespace, selectsPodsOf } from '../Manifests';

/** D08 (ours): without a budget a drain may take every replica at once. */
export const noDisruptionBudget: LintRule = {
  id: 'D08',
  severity: 'warning',
  remedy: {
    en: 'Add a PodDisruptionBudget with maxUnavailable: 1 for these pods.',
    zh: '请为这些 Pod 添加 maxUnavailable: 1 的 PodDisruptionBudget。',
  },
  check: manifests =>
    manifests.autoscalers.flatMap(({ object, target, minReplicas }) => {
      const workload = findWorkload(manifests, object, target);
      const covered = manifests.pdbs.some(
        pdb =>
          workload &&
          sameNamespace(pdb, workload) &&
          selectsPodsOf(pdb.spec?.selector, workload),
      );
      if (!workload || minReplicas < 2 || covered) return [];
      return [
        {
          object: workload,
          field: 'metadata.name',
          message: {
            en: 'No PodDisruptionBudget covers these pods.',
            zh: '没有 PodDisruptionBudget 覆盖这些 Pod。',
          },
        },
      ];
    }),
};
