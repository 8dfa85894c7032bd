import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** D07: the eviction API refuses pods with two budgets, with an internal error. */
export const D07 = defineRule({
  id: 'D07',
  severity: 'error',
  needs: ['workload', 'disruptionBudgets'],
  title: { en: 'Two budgets on one pod', zh: '一个 Pod 有两个 PDB' },
  message: {
    en: '{count} PDBs select the same pods: {names}. The eviction API refuses such pods.',
    zh: '{count} 个 PDB 选择了相同的 Pod：{names}。驱逐 API 会拒绝这样的 Pod。',
  },
  remedy: {
    en: 'Keep one of {names}.',
    zh: '请只保留 {names} 中的一个。',
  },
  check: ({ budgets }) =>
    budgets.length < 2
      ? []
      : [
          match(
            {
              count: budgets.length,
              names: budgets.map(({ metadata }) => metadata.name).join(', '),
            },
            ...budgets.map(budget => at.budget(budget, 'spec.selector')),
          ),
        ],
});
