import { MINUTE } from '../../facts/Facts';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** D04: somebody who wants to drain a node has been waiting. */
export const D04 = defineRule({
  id: 'D04',
  severity: 'warning',
  needs: ['workload', 'disruptionBudgets'],
  title: { en: 'Budget has been blocking for long', zh: 'PDB 长时间阻止驱逐' },
  message: {
    en: 'PDB {pdb} has allowed no disruption for {minutes} min: {healthy} pods are healthy and {desired} must be.',
    zh: 'PDB {pdb} 已有 {minutes} 分钟不允许任何中断：健康的 Pod 有 {healthy} 个，要求 {desired} 个。',
  },
  remedy: {
    en: 'Repair the unhealthy pods; unhealthyPodEvictionPolicy: AlwaysAllow lets broken ones be evicted meanwhile.',
    zh: '请修复不健康的 Pod；设置 unhealthyPodEvictionPolicy: AlwaysAllow 可在此期间驱逐已损坏的 Pod。',
  },
  check: facts =>
    facts.budgets.flatMap(budget => {
      const {
        disruptionsAllowed,
        conditions,
        expectedPods = 0,
      } = budget.status ?? {};
      const blocked = conditions?.find(
        ({ type, status }) =>
          type === 'DisruptionAllowed' && status === 'False',
      );
      const minutes = facts.ageOf(blocked?.lastTransitionTime) / MINUTE;
      return disruptionsAllowed === 0 &&
        expectedPods > 0 &&
        minutes > facts.thresholds.budgetBlockedMinutes
        ? [
            match(
              {
                pdb: budget.metadata.name,
                minutes: Math.floor(minutes),
                healthy: budget.status?.currentHealthy ?? 0,
                desired: budget.status?.desiredHealthy ?? 0,
              },
              at.budget(budget, 'status.disruptionsAllowed'),
              at.budget(budget, 'status.conditions[type=DisruptionAllowed]'),
            ),
          ]
        : [];
    }),
});
