import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** D02: a budget of nothing stops every drain for ever. */
export const D02 = defineRule({
  id: 'D02',
  severity: 'error',
  needs: ['workload', 'disruptionBudgets'],
  title: { en: 'Budget allows nothing', zh: 'PDB 不允许任何驱逐' },
  message: {
    en: 'PDB {pdb} has maxUnavailable {value}: no pod of the agent may ever be evicted.',
    zh: 'PDB {pdb} 的 maxUnavailable 为 {value}：该智能体的 Pod 永远不可驱逐。',
  },
  remedy: {
    en: 'Set maxUnavailable to 1 or more.',
    zh: '请将 maxUnavailable 设为 1 或更多。',
  },
  check: ({ budgets }) =>
    budgets
      .filter(({ spec }) => /^0%?$/.test(String(spec?.maxUnavailable)))
      .map(budget =>
        match(
          {
            pdb: budget.metadata.name,
            value: budget.spec?.maxUnavailable ?? 0,
          },
          at.budget(budget, 'spec.maxUnavailable'),
        ),
      ),
});
