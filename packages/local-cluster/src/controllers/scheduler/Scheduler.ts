import { findCondition, withCondition } from '../runtime/conditions';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import {
  byName,
  keyOf,
  Node,
  Pod,
  toObjectKey,
  toTime,
} from '../runtime/objects';
import { resources } from '../runtime/resources';
import { WorkQueue } from '../runtime/WorkQueue';
import {
  Amounts,
  leastAllocatedScore,
  podRequests,
  Refusal,
  refusals,
  unschedulableMessage,
} from './nodeFit';
import { NodeUsage } from './NodeUsage';

const COMPONENT = 'default-scheduler';
/** `podMaxInUnschedulablePodsDuration`: a pod is tried again after this even if nothing happened. */
const RETRY_MS = 300_000;
/** The first pause after something changed that could help (`podInitialBackoffSeconds`). */
const BACKOFF_MS = 1_000;

/** What a fault does to a pod that waits for a node: more refusals for every node. */
export type SchedulingObstacle = (pod: Pod) => Refusal | undefined;

/** Binds pods to nodes with room, and says why when there is none. */
export class Scheduler implements Controller {
  private readonly queue: WorkQueue;
  private readonly usage: NodeUsage;
  private readonly unschedulable = new Set<string>();

  static start(
    context: ControllerContext,
    options: { obstacle: SchedulingObstacle },
  ): Scheduler {
    return new Scheduler(context, options.obstacle);
  }

  private constructor(
    private readonly context: ControllerContext,
    private readonly obstacle: SchedulingObstacle,
  ) {
    const { caches, clock, onError } = context;
    this.usage = new NodeUsage(caches.pods);
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.schedule(key),
      onError: (key, error) => onError(`${COMPONENT} ${key}`, error),
    });
    for (const pod of caches.pods.all()) this.consider(pod);
    caches.pods.onChange((pod, previous) => {
      const key = keyOf(pod);
      const isGone = !caches.pods.get(key);
      if (isGone) this.unschedulable.delete(key);
      else if (!previous) this.consider(pod);
      const isOver = ['Succeeded', 'Failed'].includes(pod.status?.phase ?? '');
      if (pod.spec.nodeName && (isGone || isOver)) this.retryWaiting();
    });
    caches.nodes.onChange((node, previous) => {
      // Heartbeats change the status only; they make no room.
      const isSame =
        previous &&
        previous.spec === node.spec &&
        previous.metadata.labels === node.metadata.labels &&
        previous.status?.allocatable === node.status?.allocatable;
      if (!isSame) this.retryWaiting();
    });
  }

  stop() {
    this.queue.stop();
  }

  /** Tries the pods again that no node took; for when something outside pods and nodes changed. */
  retryWaiting(): void {
    for (const key of this.unschedulable) this.queue.addAfter(key, BACKOFF_MS);
  }

  private consider(pod: Pod) {
    const { schedulerName = COMPONENT, nodeName } = pod.spec;
    if (!nodeName && schedulerName === COMPONENT) this.queue.add(keyOf(pod));
  }

  private schedule(key: string): number | undefined {
    const pod = this.context.caches.pods.get(key);
    if (!pod || pod.spec.nodeName || pod.metadata.deletionTimestamp) {
      this.unschedulable.delete(key);
      return undefined;
    }
    const { best, perNode } = this.findNode(pod);
    if (best) {
      this.unschedulable.delete(key);
      this.bind(pod, best);
      return undefined;
    }
    this.unschedulable.add(key);
    this.refuse(pod, unschedulableMessage(perNode));
    return RETRY_MS;
  }

  private findNode(pod: Pod): { best?: Node; perNode: Refusal[][] } {
    const requests = podRequests(pod);
    const obstacle = this.obstacle(pod);
    const perNode: Refusal[][] = [];
    let best: { node: Node; score: number } | undefined;
    const nodes = this.context.caches.nodes.all().sort(byName);
    for (const node of nodes) {
      const allocatable = this.usage.allocatable(node);
      const used = this.usage.used(node.metadata.name);
      const refused = obstacle
        ? [obstacle]
        : refusals(pod, node, allocatable, used);
      perNode.push(refused);
      if (refused.length > 0) continue;
      const score = this.score(node, requests, allocatable, used);
      if (!best || score > best.score) best = { node, score };
    }
    return { best: best?.node, perNode };
  }

  private score(
    node: Node,
    requests: Amounts,
    allocatable: Amounts,
    used: Amounts,
  ): number {
    // GPU nodes are kept for those who ask for a GPU, as a taint or a packing score does in real clusters.
    const isWaste = Object.keys(allocatable).some(
      name => name.includes('/') && !requests[name] && allocatable[name] > 0,
    );
    return (
      leastAllocatedScore(requests, allocatable, used) -
      (isWaste ? 1 : 0) -
      (node.spec.taints?.length ? 0.1 : 0)
    );
  }

  private bind(pod: Pod, node: Node) {
    const { clock, cluster, events } = this.context;
    const key = toObjectKey(keyOf(pod));
    const bound = cluster.patch(
      resources.pods,
      key,
      { spec: { nodeName: node.metadata.name } },
      { fieldManager: 'kube-scheduler' },
    ) as Pod;
    cluster.updateStatus(
      resources.pods,
      {
        ...bound,
        status: {
          ...bound.status,
          conditions: withCondition(bound.status?.conditions, {
            type: 'PodScheduled',
            status: 'True',
            lastProbeTime: null,
            lastTransitionTime: toTime(clock.now()),
          }),
        },
      },
      { fieldManager: 'kube-scheduler' },
    );
    events.recordSeries(bound, {
      component: COMPONENT,
      action: 'Binding',
      type: 'Normal',
      reason: 'Scheduled',
      message: `Successfully assigned ${keyOf(pod)} to ${node.metadata.name}`,
    });
  }

  private refuse(pod: Pod, message: string) {
    const { clock, cluster, events } = this.context;
    const current = findCondition(pod.status?.conditions, 'PodScheduled');
    events.recordSeries(pod, {
      component: COMPONENT,
      action: 'Scheduling',
      type: 'Warning',
      reason: 'FailedScheduling',
      message,
    });
    if (current?.status === 'False' && current.message === message) return;
    cluster.updateStatus(
      resources.pods,
      {
        ...pod,
        status: {
          ...pod.status,
          phase: 'Pending',
          conditions: withCondition(pod.status?.conditions, {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message,
            lastProbeTime: null,
            lastTransitionTime: toTime(clock.now()),
          }),
        },
      },
      { fieldManager: 'kube-scheduler' },
    );
  }
}
