import { labelSelectorRequirements, matchesLabels } from '@suoke/autoscaling';
import type { KubernetesCache } from '@suoke/kubernetes-cache';
import {
  stringifyAgentKey,
  type AgentKey,
} from '@suoke/plugin-agent-scaling-common';
import type {
  Deployment,
  Hpa,
  KubernetesEvent,
  Pod,
  PodDisruptionBudget,
  ReplicaSet,
  ScaledObject,
} from '../kubernetes/objects';
import {
  DEPLOYMENTS,
  DISRUPTION_BUDGETS,
  EVENTS,
  HPAS,
  PODS,
  REPLICA_SETS,
  SCALED_OBJECTS,
} from '../kubernetes/watchedResources';
import type { AgentKnowledge } from './AgentKnowledge';
import type { AgentDetailObjects, AgentObjects } from './AgentObjects';
import {
  agentOfModelServer,
  AgentSelector,
  isAgent,
  kubernetesId,
} from './AgentSelector';
import { ClusterView } from './ClusterView';
import { isEventOf } from './isEventOf';
import { toDeploymentName } from './ownerNames';

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

  /** Every cluster that is watched. */
  clusters(): string[] {
    return this.cache.clusters().map(one => one.cluster);
  }

  /** The cluster as it is now, for {@link AgentReader.read}. */
  view(cluster: string): ClusterView {
    return ClusterView.create({ cache: this.cache, cluster });
  }

  /** Every workload and every autoscaler's target; {@link AgentReader.read} decides which of them are agents. */
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

  /** Names of the workloads that may be agents and that an object belongs to, in its namespace. */
  agentsOf(object: {
    cluster: string;
    namespace: string;
    kind: string;
    name: string;
  }): string[] {
    const { cluster, namespace, kind, name } = object;
    const workload = toDeploymentName(kind, name);
    if (workload === undefined) {
      return [];
    }
    const deployment = this.cache.get<Deployment>(cluster, DEPLOYMENTS, {
      namespace,
      name: workload,
    });
    const served = deployment && agentOfModelServer(deployment);
    return served ? [workload, served] : [workload];
  }

  /**
   * The objects of an agent; `undefined` when the name is no agent.
   *
   * @param view - Pass it when reading many agents of one cluster.
   */
  read(
    key: AgentKey,
    view: ClusterView = this.view(key.cluster),
  ): AgentObjects | undefined {
    const { cluster, namespace, name } = key;
    const around = view.namespace(namespace);
    const deployment = this.cache.get<Deployment>(cluster, DEPLOYMENTS, {
      namespace,
      name,
    });
    const hpas = around.hpas.get(name) ?? [];
    if (!this.#isAgent(deployment, hpas)) {
      return undefined;
    }
    const replicaSets = deployment ? this.#replicaSets(key, deployment) : [];
    const modelServer = around.modelServers.get(name);
    const id = kubernetesId(deployment ?? hpas[0]) ?? name;
    return {
      key,
      deployment,
      replicaSets,
      pods: this.#pods(key, replicaSets),
      hpas,
      scaledObject: this.#scaledObject(key, hpas[0]),
      vpa: around.vpas.get(name),
      ...(modelServer && {
        modelServer: {
          deployment: modelServer,
          pods: this.#pods(key, this.#replicaSets(key, modelServer)),
        },
      }),
      entity: this.knowledge.entityOf({ cluster, namespace, kubernetesId: id }),
      lastScale: this.knowledge.lastScaleOf(key),
      cluster: view.context,
    };
  }

  /** As {@link AgentReader.read}, with what only the agent's own page shows. */
  readDetail(key: AgentKey): AgentDetailObjects | undefined {
    const objects = this.read(key);
    return (
      objects && {
        ...objects,
        disruptionBudgets: this.#disruptionBudgets(objects),
        events: this.#list<KubernetesEvent>(key, EVENTS).filter(
          isEventOf(objects),
        ),
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

  #scaledObject(key: AgentKey, hpa: Hpa | undefined): ScaledObject | undefined {
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

  #disruptionBudgets({ key, deployment }: AgentObjects): PodDisruptionBudget[] {
    const labels = deployment?.spec?.template?.metadata?.labels;
    return labels
      ? this.#list<PodDisruptionBudget>(key, DISRUPTION_BUDGETS).filter(
          ({ spec }) =>
            spec?.selector &&
            matchesLabels(labelSelectorRequirements(spec.selector), labels),
        )
      : [];
  }

  #list<T>(key: AgentKey, resource: string): T[] {
    return this.cache.list<T>(key.cluster, resource, {
      namespace: key.namespace,
    });
  }

  #replicaSets(key: AgentKey, owner: Deployment): ReplicaSet[] {
    return this.cache.ownedBy(key.cluster, REPLICA_SETS, owner.metadata.uid);
  }

  #pods(key: AgentKey, owners: readonly ReplicaSet[]): Pod[] {
    return owners.flatMap(owner =>
      this.cache.ownedBy<Pod>(key.cluster, PODS, owner.metadata.uid),
    );
  }
}
