import { LintRule } from '../LintRule';

/** D02: no eviction is ever allowed, so nodes cannot be drained and upgrades hang. */
export const budgetAllowsNothing: LintRule = {
  id: 'D02',
  severity: 'error',
  remedy: {
    en: 'Set maxUnavailable to at least 1.',
    zh: '请把 maxUnavailable 设为至少 1。',
  },
  check: ({ pdbs }) =>
    pdbs
      .filter(({ spec }) => ['0', '0%'].includes(String(spec?.maxUnavailable)))
      .map(pdb => ({
        object: pdb,
        field: 'spec.maxUnavailable',
        message: {
          en: 'No pod may ever be evicted: every node drain will hang.',
          zh: '永远不允许驱逐任何 Pod：所有节点排空都会卡住。',
        },
      })),
};
