import { requestedResources } from '../../facts/containers';
import { allocatable } from '../../facts/nodes';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** U03: a slice that no card is cut into. */
export const U03 = defineRule({
  id: 'U03',
  severity: 'error',
  needs: ['workload', 'nodes'],
  title: { en: 'MIG profile on no node', zh: '没有节点提供该 MIG 配置' },
  message: {
    en: 'The pods ask for {resource}, which none of {nodes} nodes has.',
    zh: 'Pod 请求 {resource}，而 {nodes} 个节点中没有任何一个提供。',
  },
  remedy: {
    en: 'Ask for a profile that the nodes have, or cut cards into {resource}.',
    zh: '请使用节点已有的配置，或将显卡划分为 {resource}。',
  },
  check: ({ workload, containers, snapshot }) => {
    const { nodes = [] } = snapshot;
    if (!workload) return [];
    return requestedResources(containers)
      .filter(
        resource =>
          resource.startsWith('nvidia.com/mig-') &&
          nodes.every(node => allocatable(node, resource) === 0),
      )
      .map(resource =>
        match(
          { resource, nodes: nodes.length },
          ...containers.map(({ field }) =>
            at.workload(workload, `${field}.resources.limits["${resource}"]`),
          ),
        ),
      );
  },
});
