import { resolvePercent } from '../../facts/resolvePercent';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** D03: the only pod is protected from everything, also from the VPA. */
export const D03 = defineRule({
  id: 'D03',
  severity: 'warning',
  needs: ['hpas', 'workload', 'disruptionBudgets'],
  title: { en: 'Budget pins the only pod', zh: 'PDB 锁定唯一的 Pod' },
  message: {
    en: 'HPA {hpa} may go down to {min} replica and PDB {pdb} keeps {required}: drains and evictions of the VPA wait for ever.',
    zh: 'HPA {hpa} 可缩至 {min} 个副本，而 PDB {pdb} 须保留 {required} 个：节点排空与 VPA 驱逐将一直等待。',
  },
  remedy: {
    en: 'Set minReplicas to 2, or use maxUnavailable: 1 in PDB {pdb}.',
    zh: '请将 minReplicas 设为 2，或在 PDB {pdb} 中使用 maxUnavailable: 1。',
  },
  check: ({ hpas, budgets }) =>
    hpas.flatMap(hpa =>
      budgets.flatMap(budget => {
        const required = resolvePercent(budget.spec?.minAvailable, 1);
        return hpa.min === 1 && required !== undefined && required >= 1
          ? [
              match(
                {
                  hpa: hpa.name,
                  min: hpa.min,
                  pdb: budget.metadata.name,
                  required,
                },
                hpa.at('spec.minReplicas'),
                at.budget(budget, 'spec.minAvailable'),
              ),
            ]
          : [];
      }),
    ),
});
