import { requestedResources, isExtendedResource } from '../../facts/containers';
import { allocatable, untoleratedTaints } from '../../facts/nodes';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** U07: the nodes with cards keep everybody out who does not say that he may come in. */
export const U07 = defineRule({
  id: 'U07',
  severity: 'error',
  needs: ['workload', 'podTemplate', 'nodes'],
  title: { en: 'GPU nodes are tainted', zh: 'GPU 节点带有污点' },
  message: {
    en: 'All {nodes} nodes with {resource} have a taint that the pods do not tolerate, such as {taint}.',
    zh: '全部 {nodes} 个提供 {resource} 的节点都带有 Pod 未容忍的污点，例如 {taint}。',
  },
  remedy: {
    en: 'Add a toleration for {taint} to the pod template.',
    zh: '请在 Pod 模板中添加对 {taint} 的容忍度。',
  },
  check: ({ workload, template, containers, snapshot }) => {
    if (!workload) return [];
    return requestedResources(containers)
      .filter(isExtendedResource)
      .flatMap(resource => {
        const nodes = (snapshot.nodes ?? []).filter(
          node => allocatable(node, resource) > 0,
        );
        const taints = nodes.map(node => untoleratedTaints(node, template));
        if (nodes.length === 0 || taints.some(({ length }) => length === 0))
          return [];
        const [[taint]] = taints;
        return [
          match(
            {
              nodes: nodes.length,
              resource,
              taint: `${taint.key}:${taint.effect}`,
            },
            at.workload(workload, 'spec.template.spec.tolerations'),
            ...nodes.map(node => at.node(node, 'spec.taints')),
          ),
        ];
      });
  },
});
