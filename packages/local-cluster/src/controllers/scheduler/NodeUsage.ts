import { keyOf, Node, Pod } from '../runtime/objects';
import { ObjectCache } from '../runtime/ObjectCache';
import { allocatableOf, Amounts, podRequests } from './nodeFit';

/** What the pods of each node ask for, kept up to date pod by pod. */
export class NodeUsage {
  private readonly byNode = new Map<string, Amounts>();
  private readonly counted = new Map<
    string,
    { node: string; requests: Amounts }
  >();

  constructor(pods: ObjectCache<Pod>) {
    for (const pod of pods.all()) this.count(pod);
    pods.onChange(pod => {
      this.uncount(keyOf(pod));
      if (pods.get(keyOf(pod))) this.count(pod);
    });
  }

  used(node: string): Amounts {
    return this.byNode.get(node) ?? {};
  }

  allocatable(node: Node): Amounts {
    return allocatableOf(node);
  }

  private count(pod: Pod) {
    const node = pod.spec.nodeName;
    const isOver = ['Succeeded', 'Failed'].includes(pod.status?.phase ?? '');
    if (!node || isOver) return;
    const requests = podRequests(pod);
    this.counted.set(keyOf(pod), { node, requests });
    this.add(node, requests, 1);
  }

  private uncount(key: string) {
    const entry = this.counted.get(key);
    if (!entry) return;
    this.counted.delete(key);
    this.add(entry.node, entry.requests, -1);
  }

  private add(node: string, requests: Amounts, sign: 1 | -1) {
    const used = this.byNode.get(node) ?? {};
    for (const [name, amount] of Object.entries(requests)) {
      // Rounded to whole milli-units: sums of floats such as 0.1 would leave dust that blocks the last pod.
      used[name] =
        Math.round(((used[name] ?? 0) + sign * amount) * 1000) / 1000;
    }
    this.byNode.set(node, used);
  }
}
