import { parseQuantity } from '../runtime/quantity';
import { Container, Node, Pod, Toleration } from '../runtime/objects';
import { meetsAll } from '../runtime/selectors';

/** Amounts by resource name: cores, bytes, counts. */
export type Amounts = Record<string, number>;

/** Why a node does not take a pod. `canPreempt`: whether evicting others could help. */
export interface Refusal {
  reason: string;
  canPreempt: boolean;
}

function addTo(total: Amounts, part: Record<string, string> | undefined) {
  for (const [name, quantity] of Object.entries(part ?? {})) {
    total[name] = (total[name] ?? 0) + parseQuantity(quantity);
  }
}

function requestsOf(container: Container) {
  // Extended resources are often given as limits only; the API copies them, a hand-made fixture may not.
  return { ...container.resources?.limits, ...container.resources?.requests };
}

/** What a pod asks of a node: its containers and sidecars together, or its largest init container. */
export function podRequests(pod: Pick<Pod, 'spec'>): Amounts {
  const total: Amounts = { pods: 1 };
  for (const container of pod.spec.containers) {
    addTo(total, requestsOf(container));
  }
  for (const init of pod.spec.initContainers ?? []) {
    if (init.restartPolicy === 'Always') addTo(total, requestsOf(init));
  }
  for (const init of pod.spec.initContainers ?? []) {
    for (const [name, quantity] of Object.entries(requestsOf(init))) {
      total[name] = Math.max(total[name] ?? 0, parseQuantity(quantity));
    }
  }
  addTo(total, pod.spec.overhead);
  return total;
}

export function allocatableOf(node: Node): Amounts {
  const amounts: Amounts = {};
  addTo(amounts, node.status?.allocatable);
  return amounts;
}

function tolerates(
  tolerations: readonly Toleration[],
  taint: { key: string; value?: string; effect: string },
): boolean {
  return tolerations.some(
    ({ key, operator = 'Equal', value = '', effect }) =>
      (!effect || effect === taint.effect) &&
      (!key || key === taint.key) &&
      (operator === 'Exists' || value === (taint.value ?? '')),
  );
}

function matchesNodeSelector(pod: Pod, node: Node): boolean {
  const labels = node.metadata.labels ?? {};
  const { nodeSelector = {}, affinity } = pod.spec;
  const terms =
    affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      ?.nodeSelectorTerms;
  return (
    Object.entries(nodeSelector).every(
      ([key, value]) => labels[key] === value,
    ) &&
    (!terms ||
      terms.some(term => meetsAll(labels, term.matchExpressions ?? [])))
  );
}

/**
 * Why `node` refuses `pod`, in the words of kube-scheduler; empty when it fits.
 *
 * @param used - what the pods on the node ask for already
 */
export function refusals(
  pod: Pod,
  node: Node,
  allocatable: Amounts,
  used: Amounts,
): Refusal[] {
  const tolerations = pod.spec.tolerations ?? [];
  if (
    node.spec.unschedulable &&
    !tolerates(tolerations, {
      key: 'node.kubernetes.io/unschedulable',
      effect: 'NoSchedule',
    })
  ) {
    return [{ reason: 'node(s) were unschedulable', canPreempt: false }];
  }
  const taint = (node.spec.taints ?? []).find(
    one => one.effect !== 'PreferNoSchedule' && !tolerates(tolerations, one),
  );
  if (taint) {
    const text = `{${taint.key}: ${taint.value ?? ''}}`;
    return [
      { reason: `node(s) had untolerated taint ${text}`, canPreempt: false },
    ];
  }
  if (!matchesNodeSelector(pod, node)) {
    return [
      {
        reason: "node(s) didn't match Pod's node affinity/selector",
        canPreempt: false,
      },
    ];
  }
  const found: Refusal[] = [];
  for (const [name, amount] of Object.entries(podRequests(pod))) {
    const total = allocatable[name] ?? 0;
    if (amount === 0 || amount <= total - (used[name] ?? 0)) continue;
    found.push({
      reason: name === 'pods' ? 'Too many pods' : `Insufficient ${name}`,
      canPreempt: amount <= total,
    });
  }
  return found;
}

function histogram(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => `${count} ${reason}`)
    .sort()
    .join(', ');
}

/** The message of a FailedScheduling event and of the PodScheduled condition. */
export function unschedulableMessage(perNode: readonly Refusal[][]): string {
  const total = perNode.length;
  if (total === 0) return 'no nodes available to schedule pods';
  const why = histogram(perNode.flat().map(refusal => refusal.reason));
  const preemption = histogram(
    perNode.map(refusalsOfNode =>
      refusalsOfNode.every(refusal => refusal.canPreempt)
        ? 'No preemption victims found for incoming pod'
        : 'Preemption is not helpful for scheduling',
    ),
  );
  return `0/${total} nodes are available: ${why}. preemption: 0/${total} nodes are available: ${preemption}.`;
}

/** Share of the node that would be free, 0 to 1, mean of cpu and memory: the scheduler's LeastAllocated score. */
export function leastAllocatedScore(
  requests: Amounts,
  allocatable: Amounts,
  used: Amounts,
): number {
  const free = ['cpu', 'memory'].map(name => {
    const total = allocatable[name] ?? 0;
    if (total === 0) return 0;
    return (total - (used[name] ?? 0) - (requests[name] ?? 0)) / total;
  });
  return (free[0] + free[1]) / 2;
}
