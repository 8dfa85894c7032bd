import { Node, Pod } from '../../controllers/runtime/objects';
import { ObjectCache } from '../../controllers/runtime/ObjectCache';

/** Hands out pod addresses from the nodes' ranges. An address is free again when its pod is gone. */
export class PodAddresses {
  private readonly byUid = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(
    pods: ObjectCache<Pod>,
    private readonly nodes: ObjectCache<Node>,
  ) {
    for (const pod of pods.all()) {
      if (pod.status?.podIP) this.take(pod.metadata.uid, pod.status.podIP);
    }
    pods.onChange(pod => {
      if (!pods.get(`${pod.metadata.namespace}/${pod.metadata.name}`)) {
        const address = this.byUid.get(pod.metadata.uid);
        this.byUid.delete(pod.metadata.uid);
        if (address) this.taken.delete(address);
      }
    });
  }

  addressOf(pod: Pod): string {
    const known = this.byUid.get(pod.metadata.uid);
    if (known) return known;
    const range =
      this.nodes.get(pod.spec.nodeName ?? '')?.spec.podCIDR ?? '10.243.0.0/24';
    const prefix = range.replace(/\.\d+\/\d+$/, '');
    for (let host = 2; host < 255; host++) {
      const address = `${prefix}.${host}`;
      if (!this.taken.has(address)) return this.take(pod.metadata.uid, address);
    }
    throw new Error(`No free pod address in ${range}`);
  }

  private take(uid: string, address: string): string {
    this.byUid.set(uid, address);
    this.taken.add(address);
    return address;
  }
}
