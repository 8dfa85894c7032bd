import { ClusterObject, ResourceKey } from '../../store/types';
import { isOtherMember } from '../replicaset/podRanking';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { keyOf, Pod, draftMeta } from '../runtime/objects';
import { resources } from '../runtime/resources';
import { matchesSelector } from '../runtime/selectors';
import { WorkQueue } from '../runtime/WorkQueue';
import {
  addressedPods,
  endpointSlice,
  endpointSubsets,
  Service,
} from './endpoints';

const MANAGER = { fieldManager: 'kube-controller-manager' };

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Keeps Endpoints and EndpointSlices of Services with a selector. */
export class EndpointsController implements Controller {
  private readonly queue: WorkQueue;

  static start(context: ControllerContext): EndpointsController {
    return new EndpointsController(context);
  }

  private constructor(private readonly context: ControllerContext) {
    const { caches, clock, onError } = context;
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.reconcile(key),
      onError: (key, error) => onError(`endpoints ${key}`, error),
    });
    for (const key of caches.services.keys()) this.queue.add(key);
    caches.services.onChange(service => this.queue.add(keyOf(service)));
    caches.pods.onChange((pod, previous) => {
      const isGone = !caches.pods.get(keyOf(pod));
      if (isGone || isOtherMember(pod, previous)) this.addServicesOf(pod);
    });
  }

  stop() {
    this.queue.stop();
  }

  private addServicesOf(pod: Pod) {
    const { namespace = '', labels } = pod.metadata;
    for (const service of this.context.caches.services.inNamespace(namespace)) {
      const { selector } = service.spec;
      if (selector && matchesSelector({ matchLabels: selector }, labels)) {
        this.queue.add(keyOf(service));
      }
    }
  }

  private reconcile(key: string): void {
    const { caches } = this.context;
    const service = caches.services.get(key) as Service | undefined;
    if (!service?.spec.selector || service.metadata.deletionTimestamp) return;
    const { name, namespace = '' } = service.metadata;
    const pods = addressedPods(
      caches.pods.selected(namespace, { matchLabels: service.spec.selector }),
    );
    const subsets = endpointSubsets(service, pods);
    this.write(resources.endpoints, {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: draftMeta({
        name,
        namespace,
        labels: service.metadata.labels,
      }),
      ...(subsets && { subsets }),
    });
    this.write(
      resources.endpointSlices,
      endpointSlice(
        service,
        pods,
        node =>
          caches.nodes.get(node)?.metadata.labels?.[
            'topology.kubernetes.io/zone'
          ],
      ),
    );
  }

  private write(resource: ResourceKey, wanted: Partial<ClusterObject>) {
    const { cluster } = this.context;
    const current = cluster.get(resource, wanted.metadata!);
    if (!current) {
      cluster.create(resource, wanted, MANAGER);
      return;
    }
    const changed = (['subsets', 'endpoints', 'ports'] as const).some(
      field => !isSame(current[field], wanted[field]),
    );
    if (!changed) return;
    const { subsets: _subsets, ...rest } = current;
    cluster.update(
      resource,
      { ...rest, ...wanted, metadata: current.metadata },
      MANAGER,
    );
  }
}
