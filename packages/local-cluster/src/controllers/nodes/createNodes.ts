import { ClusterApi } from '../../store/types';
import { Node } from '../runtime/objects';
import { resources } from '../runtime/resources';
import { NodePool, nodesOf } from './nodePools';

/** Creates the nodes of a new cluster. Nodes that exist already, from a restored state, are left alone. */
export function createNodes(options: {
  cluster: ClusterApi;
  nodePools: readonly NodePool[];
  nowMs: number;
}): void {
  const { cluster, nodePools, nowMs } = options;
  let index = 0;
  for (const pool of nodePools) {
    for (const node of nodesOf(pool, index, nowMs)) {
      const name = node.metadata!.name;
      if (!cluster.get(resources.nodes, { name })) {
        const created = cluster.create(resources.nodes, node) as Node;
        cluster.updateStatus(resources.nodes, {
          ...created,
          status: node.status,
        });
      }
    }
    index += pool.count;
  }
}
