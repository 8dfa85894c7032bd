import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** H08: the controller averages over every pod that the selector matches, also those of Jobs, canaries and old releases. */
export const H08 = defineRule({
  id: 'H08',
  severity: 'warning',
  needs: ['hpas', 'workload', 'replicaSets', 'pods'],
  title: { en: 'Selector catches foreign pods', zh: '选择器匹配到无关的 Pod' },
  message: {
    en: '{count} pods that {target} does not own count in its metrics, for example {pod}.',
    zh: '有 {count} 个不属于 {target} 的 Pod 被计入其指标，例如 {pod}。',
  },
  remedy: {
    en: 'Add a label to the selector and the pod template of {target} that only its own pods have.',
    zh: '请在 {target} 的选择器和 Pod 模板中加上只有其自身 Pod 才有的标签。',
  },
  check: ({ hpas, workload, pods, snapshot }) => {
    if (!workload || hpas.length === 0) return [];
    const { kind = 'Deployment', metadata } = workload;
    const owners = new Set([
      `${kind}/${metadata.name}`,
      ...(snapshot.replicaSets ?? []).map(
        set => `ReplicaSet/${set.metadata.name}`,
      ),
    ]);
    const foreign = pods.filter(pod => {
      const owner = pod.metadata.ownerReferences?.find(
        ({ controller }) => controller,
      );
      return !owner || !owners.has(`${owner.kind}/${owner.name}`);
    });
    if (foreign.length === 0) return [];
    return [
      match(
        {
          count: foreign.length,
          target: metadata.name,
          pod: foreign[0].metadata.name,
        },
        at.workload(workload, 'spec.selector'),
        ...foreign.map(pod => at.pod(pod, 'metadata.ownerReferences')),
      ),
    ];
  },
});
