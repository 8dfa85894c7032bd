import type { KubernetesCache } from '@suoke/kubernetes-cache';
import type { Deployment, Hpa, Vpa } from '../kubernetes/objects';
import { DEPLOYMENTS, HPAS, VPAS } from '../kubernetes/watchedResources';
import type { ClusterContext } from './AgentObjects';
import { agentOfModelServer, targetedDeployment } from './AgentSelector';
import { toClusterContext } from './toClusterContext';

/** What points at the workloads of a namespace, by the name of the workload. */
interface NamespaceView {
  hpas: Map<string, Hpa[]>;
  vpas: Map<string, Vpa>;
  /** By the name of the agent that the Deployment serves. */
  modelServers: Map<string, Deployment>;
}

/**
 * One cluster at one moment, with what every agent of it needs looked up once: without it, reading n agents of a namespace would look
 * through its n autoscalers n times. Throw it away after use; it does not follow the cache.
 */
export class ClusterView {
  static create(options: { cache: KubernetesCache; cluster: string }) {
    return new ClusterView(options.cache, options.cluster);
  }

  readonly context: ClusterContext;
  readonly #namespaces = new Map<string, NamespaceView>();

  private constructor(
    private readonly cache: KubernetesCache,
    readonly cluster: string,
  ) {
    this.context = toClusterContext(
      cache.clusters().find(one => one.cluster === cluster),
    );
  }

  namespace(namespace: string): NamespaceView {
    const known = this.#namespaces.get(namespace);
    const view = known ?? this.#read(namespace);
    this.#namespaces.set(namespace, view);
    return view;
  }

  #read(namespace: string): NamespaceView {
    const list = <T>(resource: string) =>
      this.cache.list<T>(this.cluster, resource, { namespace });
    const hpas = new Map<string, Hpa[]>();
    for (const hpa of list<Hpa>(HPAS)) {
      const target = targetedDeployment(hpa);
      if (target !== undefined) {
        hpas.set(
          target,
          [...(hpas.get(target) ?? []), hpa].sort(byKedaThenName),
        );
      }
    }
    const vpas = new Map<string, Vpa>();
    for (const vpa of list<Vpa>(VPAS)) {
      const target = targetedDeployment(vpa);
      if (target !== undefined && !vpas.has(target)) {
        vpas.set(target, vpa);
      }
    }
    const modelServers = new Map<string, Deployment>();
    for (const deployment of list<Deployment>(DEPLOYMENTS)) {
      const agent = agentOfModelServer(deployment);
      if (agent !== undefined && !modelServers.has(agent)) {
        modelServers.set(agent, deployment);
      }
    }
    return { hpas, vpas, modelServers };
  }
}

function byKedaThenName(left: Hpa, right: Hpa): number {
  const isKeda = (hpa: Hpa) =>
    hpa.metadata.ownerReferences?.some(ref => ref.kind === 'ScaledObject')
      ? 0
      : 1;
  return (
    isKeda(left) - isKeda(right) ||
    left.metadata.name.localeCompare(right.metadata.name)
  );
}
