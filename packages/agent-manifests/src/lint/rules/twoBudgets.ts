import { LintRule } from '../LintRule';
import { sameNamespace, selectsPodsOf } from '../Manifests';

/** D07: for a pod with two budgets the eviction API answers 500. */
export const twoBudgets: LintRule = {
  id: 'D07',
  severity: 'error',
  remedy: {
    en: 'Keep one PodDisruptionBudget per pod.',
    zh: '每个 Pod 只保留一个 PodDisruptionBudget。',
  },
  check: ({ pdbs, workloads }) =>
    workloads.flatMap(workload =>
      pdbs
        .filter(
          pdb =>
            sameNamespace(pdb, workload) &&
            selectsPodsOf(pdb.spec?.selector, workload),
        )
        .slice(1)
        .map(pdb => ({
          object: pdb,
          field: 'spec.selector',
          message: {
            en: `The pods of ${workload.kind} ${workload.metadata.name} already have a disruption budget.`,
            zh: `${workload.kind} ${workload.metadata.name} 的 Pod 已有中断预算。`,
          },
        })),
    ),
};
