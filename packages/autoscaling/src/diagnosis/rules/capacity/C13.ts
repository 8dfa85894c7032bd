import { usableNodes } from '../../facts/nodes';
import { defineRule, match } from '../../rule/Rule';
import { selects } from '../../facts/selects';
import { at } from '../../rule/at';

const HOST = 'kubernetes.io/hostname';

/** C13: one pod per node, and not enough nodes. */
export const C13 = defineRule({
  id: 'C13',
  severity: 'warning',
  needs: ['hpas', 'workload', 'podTemplate', 'nodes'],
  title: {
    en: 'Anti-affinity blocks the maximum',
    zh: '反亲和性阻碍最大副本数',
  },
  message: {
    en: '{target} allows one pod per node and {nodes} nodes fit; the maximum is {max}.',
    zh: '{target} 每个节点只允许一个 Pod，符合条件的节点有 {nodes} 个；而最大值为 {max}。',
  },
  remedy: {
    en: 'Make the anti-affinity preferred, or use topologySpreadConstraints.',
    zh: '请将反亲和性改为 preferred，或使用 topologySpreadConstraints。',
  },
  check: ({ hpas, workload, template, snapshot }) => {
    const terms =
      template?.spec?.affinity?.podAntiAffinity
        ?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
    const isOnePerNode = terms.some(
      ({ topologyKey, labelSelector }) =>
        topologyKey === HOST &&
        labelSelector !== undefined &&
        selects(labelSelector, template?.metadata?.labels ?? {}),
    );
    const nodes = usableNodes(snapshot).length;
    if (!workload || !isOnePerNode) return [];
    return hpas
      .filter(({ max }) => max > nodes)
      .map(hpa =>
        match(
          { target: workload.metadata.name, nodes, max: hpa.max },
          hpa.at('spec.maxReplicas'),
          at.workload(workload, 'spec.template.spec.affinity.podAntiAffinity'),
        ),
      );
  },
});
