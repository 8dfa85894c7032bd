import { quantityToMilli } from '../../quantity';
import type { AgentSnapshot } from '../snapshot/AgentSnapshot';
import type {
  SnapshotNode,
  SnapshotPodTemplate,
  SnapshotToleration,
} from '../snapshot/objects';

type Taint = NonNullable<NonNullable<SnapshotNode['spec']>['taints']>[number];

/** What pods of all kinds may request of a node, in milli. */
export function allocatable(node: SnapshotNode, resource: string): number {
  return quantityToMilli(
    node.status?.allocatable?.[resource] ?? 0,
    `allocatable.${resource}`,
  );
}

/** Whether a toleration lets a pod onto a node with this taint. */
export function tolerates(
  toleration: SnapshotToleration,
  taint: Taint,
): boolean {
  const { key, operator = 'Equal', value = '', effect } = toleration;
  if (effect && effect !== taint.effect) return false;
  if (!key) return operator === 'Exists';
  if (key !== taint.key) return false;
  return operator === 'Exists' || value === (taint.value ?? '');
}

/** Taints that keep the pod away from the node. */
export function untoleratedTaints(
  node: SnapshotNode,
  template: SnapshotPodTemplate | undefined,
): Taint[] {
  return (node.spec?.taints ?? []).filter(
    taint =>
      taint.effect !== 'PreferNoSchedule' &&
      !(template?.spec?.tolerations ?? []).some(each => tolerates(each, taint)),
  );
}

/** Whether the node takes new pods and has the labels that the pod asks for. Taints are a question of their own. */
export function isSelectable(
  node: SnapshotNode,
  template: SnapshotPodTemplate | undefined,
): boolean {
  return (
    !node.spec?.unschedulable &&
    Object.entries(template?.spec?.nodeSelector ?? {}).every(
      ([key, value]) => node.metadata.labels?.[key] === value,
    )
  );
}

/** Pods of this size that fit the nodes when these are empty: one resource at a time, whole pods per node. Infinity for a request of 0. */
export function roomFor(
  nodes: readonly SnapshotNode[],
  resource: string,
  requestMilli: number,
): number {
  return nodes.reduce(
    (sum, node) => sum + Math.floor(allocatable(node, resource) / requestMilli),
    0,
  );
}

/** Nodes that may run the agent, as far as it is known: without the whole pod template every open node counts. */
export function usableNodes(snapshot: AgentSnapshot): SnapshotNode[] {
  const { nodes = [], podTemplate } = snapshot;
  return nodes.filter(
    node =>
      isSelectable(node, podTemplate) &&
      (podTemplate === undefined ||
        untoleratedTaints(node, podTemplate).length === 0),
  );
}
