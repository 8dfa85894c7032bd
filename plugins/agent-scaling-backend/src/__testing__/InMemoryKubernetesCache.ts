import type {
  CacheChange,
  CachedObject,
  ClusterHealth,
  KubernetesCache,
  ResourceHealth,
} from '@suoke/kubernetes-cache';
import { watchedResources } from '../kubernetes/watchedResources';

const RESOURCES = watchedResources().map(({ plural, group }) =>
  group ? `${plural}.${group}` : plural,
);
const PLURAL_BY_KIND: Record<string, string> = {
  Deployment: 'deployments.apps',
  ReplicaSet: 'replicasets.apps',
  Pod: 'pods',
  HorizontalPodAutoscaler: 'horizontalpodautoscalers.autoscaling',
  VerticalPodAutoscaler: 'verticalpodautoscalers.autoscaling.k8s.io',
  ScaledObject: 'scaledobjects.keda.sh',
  PodDisruptionBudget: 'poddisruptionbudgets.policy',
  Event: 'events',
};

/** A cache that holds what a test puts into it and announces it as the real one does. */
export class InMemoryKubernetesCache implements KubernetesCache {
  readonly #objects = new Map<string, CachedObject>();
  readonly #health = new Map<string, ClusterHealth>();
  readonly #listeners = new Set<(change: CacheChange) => void>();

  /** Adds a cluster whose types are all synced; objects in it come later. */
  addCluster(
    cluster: string,
    overrides: Partial<Omit<ClusterHealth, 'resources'>> & {
      resources?: Record<string, Partial<ResourceHealth>>;
    } = {},
  ): this {
    const { resources = {}, ...health } = overrides;
    this.#health.set(cluster, {
      cluster,
      state: 'Connected',
      serverVersion: 'v1.36.0',
      lastContactAt: '2026-11-23T07:59:59Z',
      ...health,
      resources: Object.fromEntries(
        RESOURCES.map(resource => [
          resource,
          { state: 'Synced', objectCount: 0, ...resources[resource] },
        ]),
      ),
    });
    this.#emit({ cluster, resource: 'pods', type: 'HEALTH' });
    return this;
  }

  /** Adds or replaces objects. */
  put(cluster: string, ...objects: CachedObject[]): this {
    for (const object of objects) {
      const resource = PLURAL_BY_KIND[object.kind!];
      const key = this.#key(cluster, resource, object.metadata);
      const type = this.#objects.has(key) ? 'MODIFIED' : 'ADDED';
      this.#objects.set(key, object);
      this.#emit({ cluster, resource, type, object });
    }
    return this;
  }

  remove(cluster: string, object: CachedObject): this {
    const resource = PLURAL_BY_KIND[object.kind!];
    this.#objects.delete(this.#key(cluster, resource, object.metadata));
    this.#emit({ cluster, resource, type: 'DELETED', object });
    return this;
  }

  clusters(): ClusterHealth[] {
    return [...this.#health.values()];
  }

  list<T = CachedObject>(
    cluster: string,
    resource: string,
    options: { namespace?: string } = {},
  ): T[] {
    const prefix = `${cluster} ${resource} `;
    return [...this.#objects]
      .filter(
        ([key, object]) =>
          key.startsWith(prefix) &&
          (options.namespace === undefined ||
            object.metadata.namespace === options.namespace),
      )
      .map(([, object]) => object as T);
  }

  get<T = CachedObject>(
    cluster: string,
    resource: string,
    key: { namespace?: string; name: string },
  ): T | undefined {
    return this.#objects.get(this.#key(cluster, resource, key)) as
      | T
      | undefined;
  }

  ownedBy<T = CachedObject>(
    cluster: string,
    resource: string,
    uid: string,
  ): T[] {
    return this.list(cluster, resource).filter(object =>
      object.metadata.ownerReferences?.some(
        owner => owner.controller && owner.uid === uid,
      ),
    ) as T[];
  }

  subscribe(listener: (change: CacheChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #key(
    cluster: string,
    resource: string,
    metadata: { namespace?: string; name: string; uid?: string },
  ): string {
    // Events are many per name in tests; nobody looks them up by it.
    const id = resource === 'events' ? metadata.uid : metadata.name;
    return `${cluster} ${resource} ${metadata.namespace}/${id}`;
  }

  #emit(change: CacheChange): void {
    this.#listeners.forEach(listener => listener(change));
  }
}
