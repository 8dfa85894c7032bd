import { HOUR } from '../../facts/Facts';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** V11: the VPA asks for an eviction every minute and gets none. */
export const V11 = defineRule({
  id: 'V11',
  severity: 'warning',
  needs: ['vpas', 'pods', 'workload', 'disruptionBudgets'],
  title: { en: 'Budget blocks the VPA', zh: 'PDB 阻止 VPA 驱逐' },
  message: {
    en: '{count} pods older than {hours} h lie outside of the range of VPA {vpa}, and PDB {pdb} allows {allowed} disruptions.',
    zh: '有 {count} 个运行超过 {hours} 小时的 Pod 超出 VPA {vpa} 的范围，而 PDB {pdb} 允许 {allowed} 次中断。',
  },
  remedy: {
    en: 'Let PDB {pdb} give way to one pod at a time: maxUnavailable: 1.',
    zh: '请让 PDB {pdb} 每次允许一个 Pod 不可用：maxUnavailable: 1。',
  },
  check: facts => {
    const hours = facts.thresholds.evictionBlockedHours;
    return facts.vpas
      .filter(({ updates }) => updates)
      .flatMap(vpa => {
        const stuck = facts.pods.filter(
          pod =>
            facts.ageOf(pod.status?.startTime) > hours * HOUR &&
            vpa.priorityOf(pod).outsideRecommendedRange,
        );
        return facts.budgets
          .filter(
            ({ status }) =>
              status?.disruptionsAllowed === 0 && stuck.length > 0,
          )
          .map(budget =>
            match(
              {
                count: stuck.length,
                hours,
                vpa: vpa.name,
                pdb: budget.metadata.name,
                allowed: budget.status?.disruptionsAllowed ?? 0,
              },
              at.budget(budget, 'status.disruptionsAllowed'),
              ...stuck.map(pod => at.pod(pod, 'status.startTime')),
            ),
          );
      });
  },
});
