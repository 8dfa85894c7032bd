import { ClusterObject } from '../../store/types';
import { byName, controllerRef, Pod, draftMeta } from '../runtime/objects';
import { isReady } from '../replicaset/podRanking';

interface ServicePort {
  name?: string;
  port: number;
  protocol?: string;
  targetPort?: number | string;
}

/** A Service that selects pods. */
export interface Service extends ClusterObject {
  spec: {
    selector?: Record<string, string>;
    ports?: ServicePort[];
    publishNotReadyAddresses?: boolean;
  };
}

function targetPort(port: ServicePort, pods: readonly Pod[]): number {
  const { targetPort: target = port.port } = port;
  if (typeof target === 'number') return target;
  for (const pod of pods) {
    for (const container of pod.spec.containers) {
      const named = container.ports?.find(one => one.name === target);
      if (named) return named.containerPort;
    }
  }
  return port.port;
}

function portsOf(service: Service, pods: readonly Pod[]) {
  return (service.spec.ports ?? []).map(port => ({
    ...(port.name && { name: port.name }),
    port: targetPort(port, pods),
    protocol: port.protocol ?? 'TCP',
  }));
}

function targetRef(pod: Pod) {
  const { name, namespace, uid } = pod.metadata;
  return { kind: 'Pod', name, namespace, uid };
}

/** Pods of a Service that have an address, in a stable order. */
export function addressedPods(pods: readonly Pod[]): Pod[] {
  return pods
    .filter(
      pod =>
        pod.status?.podIP &&
        !['Succeeded', 'Failed'].includes(pod.status.phase ?? ''),
    )
    .sort(byName);
}

/** `subsets` of the classic Endpoints object: ready and not ready addresses; terminating pods are left out. */
export function endpointSubsets(service: Service, pods: readonly Pod[]) {
  const live = pods.filter(pod => !pod.metadata.deletionTimestamp);
  if (live.length === 0) return undefined;
  const address = (pod: Pod) => ({
    ip: pod.status!.podIP,
    nodeName: pod.spec.nodeName,
    targetRef: targetRef(pod),
  });
  const publishAll = service.spec.publishNotReadyAddresses ?? false;
  const ready = live.filter(pod => publishAll || isReady(pod));
  const notReady = live.filter(pod => !publishAll && !isReady(pod));
  return [
    {
      ...(ready.length && { addresses: ready.map(address) }),
      ...(notReady.length && { notReadyAddresses: notReady.map(address) }),
      ports: portsOf(service, live),
    },
  ];
}

/** The EndpointSlice of a Service; `zoneOf` names the zone of a node. */
export function endpointSlice(
  service: Service,
  pods: readonly Pod[],
  zoneOf: (node: string) => string | undefined,
): Partial<ClusterObject> {
  const { name, namespace, labels } = service.metadata;
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: draftMeta({
      name: `${name}-local`,
      namespace,
      labels: {
        ...labels,
        'kubernetes.io/service-name': name,
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
      },
      ownerReferences: [controllerRef(service)],
    }),
    addressType: 'IPv4',
    endpoints: pods.map(pod => {
      const serving = isReady(pod);
      const terminating = Boolean(pod.metadata.deletionTimestamp);
      const zone = zoneOf(pod.spec.nodeName ?? '');
      return {
        addresses: [pod.status!.podIP],
        conditions: {
          ready:
            (serving && !terminating) ||
            Boolean(service.spec.publishNotReadyAddresses),
          serving,
          terminating,
        },
        nodeName: pod.spec.nodeName,
        ...(zone && { zone }),
        targetRef: targetRef(pod),
      };
    }),
    ports: portsOf(service, pods),
  };
}
