import {
  stringifyAgentKey,
  type AgentKey,
  type ScaleChange,
} from '@suoke/plugin-agent-scaling-common';
import { labelSelectorRequirements, matchesLabels } from '@suoke/autoscaling';
import type { KubernetesCache } from '@suoke/kubernetes-cache';
import type {
  Deployment,
  Hpa,
  KubernetesEvent,
  Pod,
  PodDisruptionBudget,
  ReplicaSet,
  ScaledObject,
  Vpa,
} from '../kubernetes/objects';
import {
  DEPLOYMENTS,
  DISRUPTION_BUDGETS,
  EVENTS,
  HPAS,
  PODS,
  REPLICA_SETS,
  SCALED_OBJECTS,
  VPAS,
} from '../kubernetes/watchedResources';
import type {
  AgentDetailObjects,
  AgentEntity,
  AgentObjects,
  ClusterContext,
  PodUsage,
} from './AgentObjects';
import {
  agentOfModelServer,
  AgentSelector,
  isAgent,
  isModelServerOf,
  kubernetesId,
  targetsDeployment,
} from './AgentSelector';
import { deploymentOfPod, deploymentOfReplicaSet } from './ownerNames';
import { toClusterContext } from './toClusterContext';

/** What other sources than the cluster know about agents. */
export interface AgentKnowledge {
  entityOf(workload: {
    cluster: string;
    namespace: string;
    kubernetesId: string;
  }): AgentEntity | undefined;
  lastScaleOf(agent: AgentKey): ScaleChange | undefined;
  usageOf(pods: {
    cluster: string;
    namespace: string;
  }): ReadonlyMap<string, PodUsage>;
}

/** Puts the objects of one agent together from the cache. Reads memory only. */
export class AgentReader {
  static create(options: {
    cache: KubernetesCache;
    selector: AgentSelector;
    knowledge: AgentKnowledge;
  }) {
    return new AgentReader(options.cache, options.selector, options.knowledge);
  }

  private constructor(
    private readonly cache: KubernetesCache,
    private readonly selector: AgentSelector,
    private readonly knowledge: AgentKnowledge,
  ) {}

  /** Every workload and every autoscaler's target that may be an agent; {@link AgentReader.read} decides. */
  candidates(cluster: string): AgentKey[] {
    const found = new Map<string, AgentKey>();
    const add = (namespace: string | undefined, name: string) => {
      const key = { cluster, namespace: namespace ?? '', name };
      found.set(stringifyAgentKey(key), key);
    };
    for (const { metadata } of this.cache.list(cluster, DEPLOYMENTS)) {
      add(metadata.namespace, metadata.name);
    }
    for (const hpa of this.cache.list<Hpa>(cluster, HPAS)) {
      add(hpa.metadata.namespace, hpa.spec.scaleTargetRef.name);
    }
    return [...found.values()];
  }

  /** Every cluster that is watched. */
  clusters(): string[] {
    return this.cache.clusters().map(one => one.cluster);
  }

  clusterContext(cluster: string): ClusterContext {
    return toClusterContext(
      this.cache.clusters().find(one => one.cluster === cluster),
    );
  }

  /**
   * The objects of an agent; `undefined` when the name is no agent.
   *
   * @param context - Pass it when reading many agents of one cluster: it is the same for all of them.
   */
  read(
    key: AgentKey,
    context: ClusterContext = this.clusterContext(key.cluster),
  ): AgentObjects | undefined {
    const { cluster, namespace, name } = key;
    const deployment = this.cache.get<Deployment>(cluster, DEPLOYMENTS, {
      namespace,
      name,
    });
    const hpas = this.#list<Hpa>(key, HPAS)
      .filter(hpa => targetsDeployment(hpa, name))
      .sort(byKedaThenName);
    if (!this.#isAgent(deployment, hpas)) {
      return undefined;
    }
    const replicaSets = deployment
      ? this.#owned<ReplicaSet>(key, REPLICA_SETS, deployment)
      : [];
    const modelServer = this.#list<Deployment>(key, DEPLOYMENTS).find(one =>
      isModelServerOf(one, name),
    );
    const id = kubernetesId(deployment ?? hpas[0]) ?? name;
    return {
      key,
      deployment,
      replicaSets,
      pods: replicaSets.flatMap(set => this.#owned<Pod>(key, PODS, set)),
      hpas,
      scaledObject: this.#scaledObject(key, hpas[0]),
      vpa: this.#list<Vpa>(key, VPAS).find(vpa => targetsDeployment(vpa, name)),
      disruptionBudgets: this.#disruptionBudgets(key, deployment),
      ...(modelServer && {
        modelServer: {
          deployment: modelServer,
          pods: this.#owned<ReplicaSet>(key, REPLICA_SETS, modelServer).flatMap(
            set => this.#owned<Pod>(key, PODS, set),
          ),
        },
      }),
      entity: this.knowledge.entityOf({ cluster, namespace, kubernetesId: id }),
      lastScale: this.knowledge.lastScaleOf(key),
      cluster: context,
    };
  }

  /** As {@link AgentReader.read}, with what only the agent's own page shows. */
  readDetail(key: AgentKey): AgentDetailObjects | undefined {
    const objects = this.read(key);
    return (
      objects && {
        ...objects,
        events: this.#events(objects),
        usage: this.knowledge.usageOf(key),
      }
    );
  }

  #isAgent(deployment: Deployment | undefined, hpas: readonly Hpa[]): boolean {
    if (deployment) {
      return isAgent(deployment, {
        selector: this.selector,
        isAutoscaled: hpas.length > 0,
      });
    }
    // The workload is gone and its autoscaler is not: worth a row, when the autoscaler itself is labelled as an agent's.
    return hpas.some(hpa =>
      matchesLabels(this.selector.labels, hpa.metadata.labels ?? {}),
    );
  }

  #scaledObject(key: AgentKey, hpa: Hpa | undefined) {
    const owner = hpa?.metadata.ownerReferences?.find(
      ref => ref.kind === 'ScaledObject',
    );
    return (
      owner &&
      this.cache.get<ScaledObject>(key.cluster, SCALED_OBJECTS, {
        namespace: key.namespace,
        name: owner.name,
      })
    );
  }

  #disruptionBudgets(key: AgentKey, deployment: Deployment | undefined) {
    const labels = deployment?.spec?.template?.metadata?.labels;
    return labels
      ? this.#list<PodDisruptionBudget>(key, DISRUPTION_BUDGETS).filter(
          ({ spec }) =>
            spec?.selector &&
            matchesLabels(labelSelectorRequirements(spec.selector), labels),
        )
      : [];
  }

  #events(objects: AgentObjects): KubernetesEvent[] {
    const { key, hpas, vpa, scaledObject, modelServer } = objects;
    const workloads = [key.name, modelServer?.deployment.metadata.name];
    const autoscalers = new Set([
      ...hpas.map(hpa => `HorizontalPodAutoscaler/${hpa.metadata.name}`),
      `VerticalPodAutoscaler/${vpa?.metadata.name}`,
      `ScaledObject/${scaledObject?.metadata.name}`,
    ]);
    return this.#list<KubernetesEvent>(key, EVENTS).filter(event => {
      const { kind, name = '' } = event.involvedObject ?? {};
      return (
        autoscalers.has(`${kind}/${name}`) ||
        workloads.includes(toDeploymentName(kind, name))
      );
    });
  }

  #list<T>(key: AgentKey, resource: string): T[] {
    return this.cache.list<T>(key.cluster, resource, {
      namespace: key.namespace,
    });
  }

  #owned<T>(
    key: AgentKey,
    resource: string,
    owner: { metadata: { uid: string } },
  ): T[] {
    return this.cache.ownedBy<T>(key.cluster, resource, owner.metadata.uid);
  }

  /** Names of the agents that an object belongs to, in its namespace. */
  agentsOf(options: {
    cluster: string;
    namespace: string;
    kind: string;
    name: string;
  }): string[] {
    const { cluster, namespace, kind, name } = options;
    const workload = toDeploymentName(kind, name);
    if (workload !== undefined) {
      const deployment = this.cache.get<Deployment>(cluster, DEPLOYMENTS, {
        namespace,
        name: workload,
      });
      const served = deployment && agentOfModelServer(deployment);
      return served ? [workload, served] : [workload];
    }
    return [];
  }
}

/** The Deployment behind an object of this kind and name; `undefined` for kinds that are no part of one. */
export function toDeploymentName(
  kind: string | undefined,
  name: string,
): string | undefined {
  switch (kind) {
    case 'Deployment':
      return name;
    case 'ReplicaSet':
      return deploymentOfReplicaSet(name);
    case 'Pod':
      return deploymentOfPod(name);
    default:
      return undefined;
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
