import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** C11: what is seen during a rollout is half about the rollout. */
export const C11 = defineRule({
  id: 'C11',
  severity: 'information',
  needs: ['workload'],
  title: { en: 'Rollout in progress', zh: '正在发布' },
  message: {
    en: '{target} is being rolled out: {updated} of {replicas} replicas are new. Its surge pods count in the metrics.',
    zh: '{target} 正在发布：{replicas} 个副本中有 {updated} 个为新版本。发布期间多出的 Pod 也计入指标。',
  },
  remedy: {
    en: 'Judge the scaling again when the rollout is done.',
    zh: '请在发布完成后再评估伸缩情况。',
  },
  check: ({ workload }) => {
    const { metadata, status } = workload ?? {};
    if (!workload || !metadata || !status) return [];
    const { observedGeneration, updatedReplicas = 0, replicas = 0 } = status;
    const isUnseen =
      (observedGeneration ?? 0) <
      (metadata.generation ?? observedGeneration ?? 0);
    if (!isUnseen && updatedReplicas >= replicas) return [];
    return [
      match(
        { target: metadata.name, updated: updatedReplicas, replicas },
        at.workload(workload, 'metadata.generation'),
        at.workload(workload, 'status.observedGeneration'),
        at.workload(workload, 'status.updatedReplicas'),
        at.workload(workload, 'status.replicas'),
      ),
    ];
  },
});
