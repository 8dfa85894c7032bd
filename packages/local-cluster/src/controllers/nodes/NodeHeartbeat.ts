import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { Node, toMicroTime, draftMeta } from '../runtime/objects';
import { resources } from '../runtime/resources';
import { nodeConditions } from './nodePools';

const LEASE_RENEW_MS = 10_000;
/** A kubelet without news reports its status every five minutes. */
const STATUS_MS = 300_000;
const LEASE_NAMESPACE = 'kube-node-lease';

/** Renews node leases and heartbeat times, so that nodes look alive to those who check. */
export class NodeHeartbeat implements Controller {
  private readonly stops: (() => void)[];

  static start(context: ControllerContext): NodeHeartbeat {
    return new NodeHeartbeat(context);
  }

  private constructor(private readonly context: ControllerContext) {
    const { clock, caches } = context;
    const onAll = (beat: (node: Node) => void) => () =>
      caches.nodes.all().forEach(node => beat(node));
    onAll(node => this.renewLease(node))();
    this.stops = [
      clock.every(
        LEASE_RENEW_MS,
        onAll(node => this.renewLease(node)),
      ),
      clock.every(
        STATUS_MS,
        onAll(node => this.reportStatus(node)),
      ),
    ];
  }

  stop() {
    for (const stop of this.stops) stop();
  }

  private renewLease(node: Node) {
    const { cluster, clock } = this.context;
    const { name } = node.metadata;
    const renewTime = toMicroTime(clock.now());
    const key = { namespace: LEASE_NAMESPACE, name };
    const lease = cluster.get(resources.leases, key);
    if (lease) {
      cluster.patch(resources.leases, key, { spec: { renewTime } });
      return;
    }
    cluster.create(resources.leases, {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: draftMeta({
        ...key,
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Node',
            name,
            uid: node.metadata.uid,
          },
        ],
      }),
      spec: { holderIdentity: name, leaseDurationSeconds: 40, renewTime },
    });
  }

  private reportStatus(node: Node) {
    const { cluster, clock } = this.context;
    const ready = node.status?.conditions?.find(one => one.type === 'Ready');
    // A node that was marked otherwise by hand, for a drill, stays so.
    if (ready && ready.status !== 'True') return;
    const since = ready?.lastTransitionTime ?? node.metadata.creationTimestamp;
    cluster.updateStatus(resources.nodes, {
      ...node,
      status: {
        ...node.status,
        conditions: nodeConditions(clock.now(), since),
      },
    });
  }
}
