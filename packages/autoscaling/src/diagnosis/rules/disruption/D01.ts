import { resolvePercent } from '../../facts/resolvePercent';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** D01: at the minimum nothing may be evicted, so a node with one of the pods cannot be drained. With one replica it is D03. */
export const D01 = defineRule({
  id: 'D01',
  severity: 'warning',
  needs: ['hpas', 'workload', 'disruptionBudgets'],
  title: {
    en: 'Budget blocks drains at the minimum',
    zh: '最小副本数时 PDB 阻止驱逐',
  },
  message: {
    en: 'PDB {pdb} keeps {required} pods and HPA {hpa} may go down to {min}: then no pod may be evicted.',
    zh: 'PDB {pdb} 须保留 {required} 个 Pod，而 HPA {hpa} 可缩至 {min} 个：届时任何 Pod 都不可驱逐。',
  },
  remedy: {
    en: 'Use maxUnavailable: 1 instead of minAvailable in PDB {pdb}.',
    zh: '请在 PDB {pdb} 中用 maxUnavailable: 1 代替 minAvailable。',
  },
  check: ({ hpas, budgets }) =>
    hpas.flatMap(hpa =>
      budgets.flatMap(budget => {
        const required = resolvePercent(budget.spec?.minAvailable, hpa.min);
        return required === undefined || hpa.min < 2 || required < hpa.min
          ? []
          : [
              match(
                {
                  hpa: hpa.name,
                  pdb: budget.metadata.name,
                  required,
                  min: hpa.min,
                },
                at.budget(budget, 'spec.minAvailable'),
                hpa.at('spec.minReplicas'),
              ),
            ];
      }),
    ),
});
