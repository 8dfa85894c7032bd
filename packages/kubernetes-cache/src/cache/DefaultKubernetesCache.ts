import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Cluster } from '../client';
import { Clock, systemClock } from '../clock/Clock';
import { sleep } from '../clock/sleep';
import {
  CacheChange,
  CachedObject,
  ClusterHealth,
  KubernetesCache,
  WatchedResource,
} from '../types';
import { defaultWatchSettings, WatchSettings } from '../watch/watchSettings';
import { CachedCollection } from './CachedCollection';
import { ClusterCache } from './ClusterCache';

export interface KubernetesCacheOptions {
  clusters: Cluster[];
  /** What to watch, in every cluster. */
  resources: WatchedResource[];
  logger: LoggerService;
  /** Deviations from the defaults. */
  settings?: Partial<WatchSettings>;
  /** Default: the clock of this process. */
  clock?: Clock;
  /** Numbers of [0, 1) that spread retries. Default: `Math.random`. */
  random?: () => number;
}

/** Watched copies of Kubernetes objects: one list and watch per resource type, namespace (when named) and cluster. */
export class DefaultKubernetesCache implements KubernetesCache {
  /** @throws `InputError` when two clusters have one name. */
  static create(options: KubernetesCacheOptions): DefaultKubernetesCache {
    return new DefaultKubernetesCache(options);
  }

  readonly #clusters = new Map<string, ClusterCache>();
  readonly #listeners = new Set<(change: CacheChange) => void>();
  readonly #logger: LoggerService;
  readonly #clock: Clock;

  private constructor(options: KubernetesCacheOptions) {
    this.#logger = options.logger;
    this.#clock = options.clock ?? systemClock;
    for (const cluster of options.clusters) {
      if (this.#clusters.has(cluster.name)) {
        throw new InputError(
          `Two clusters are named '${cluster.name}': give each its own name`,
        );
      }
      this.#clusters.set(
        cluster.name,
        new ClusterCache({
          cluster,
          resources: options.resources,
          logger: options.logger,
          clock: this.#clock,
          random: options.random ?? Math.random,
          settings: withDefaults(options.settings),
          emit: change => this.#emit(change),
        }),
      );
    }
  }

  /** Starts to list and watch, and returns at once; nothing happens when it runs already. */
  start(options: { signal?: AbortSignal } = {}): void {
    if (options.signal?.aborted) {
      return;
    }
    options.signal?.addEventListener('abort', () => this.stop(), {
      once: true,
    });
    this.#clusters.forEach(cluster => cluster.start());
  }

  /** Ends all requests. What was read stays readable, with its health as it was. */
  async stop(): Promise<void> {
    await Promise.all([...this.#clusters.values()].map(each => each.stop()));
  }

  /**
   * Waits until every type of every cluster has been listed, or is known to be absent, forbidden or unreachable.
   *
   * @returns false when `timeoutMs` or the signal came first.
   */
  async waitUntilSettled(options: {
    timeoutMs: number;
    signal?: AbortSignal;
  }): Promise<boolean> {
    const settled = new AbortController();
    const check = () => {
      if (this.#isSettled()) {
        settled.abort();
      }
    };
    const unsubscribe = this.subscribe(check);
    check();
    await sleep(options.timeoutMs, {
      clock: this.#clock,
      signal: options.signal
        ? AbortSignal.any([options.signal, settled.signal])
        : settled.signal,
    });
    unsubscribe();
    return this.#isSettled();
  }

  clusters(): ClusterHealth[] {
    return [...this.#clusters.values()].map(cluster => cluster.health());
  }

  list<T = CachedObject>(
    cluster: string,
    resource: string,
    options: { namespace?: string } = {},
  ): T[] {
    return this.#collections(cluster, resource).flatMap(({ index }) =>
      index.list(options.namespace),
    ) as T[];
  }

  get<T = CachedObject>(
    cluster: string,
    resource: string,
    key: { namespace?: string; name: string },
  ): T | undefined {
    for (const { index } of this.#collections(cluster, resource)) {
      const object = index.get(key);
      if (object) {
        return object as T;
      }
    }
    return undefined;
  }

  ownedBy<T = CachedObject>(
    cluster: string,
    resource: string,
    uid: string,
  ): T[] {
    return this.#collections(cluster, resource).flatMap(({ index }) =>
      index.ownedBy(uid),
    ) as T[];
  }

  subscribe(listener: (change: CacheChange) => void): () => void {
    // A function of its own, so that one listener can be subscribed twice.
    const own = (change: CacheChange) => listener(change);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  #collections(cluster: string, resource: string): CachedCollection[] {
    return this.#clusters.get(cluster)?.collections(resource) ?? [];
  }

  #isSettled(): boolean {
    return this.clusters().every(({ resources }) =>
      Object.values(resources).every(({ state }) => state !== 'Syncing'),
    );
  }

  #emit(change: CacheChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        // One broken subscriber must not stop the stream of the others.
        this.#logger.error(
          `A subscriber of the Kubernetes cache failed on ${change.type} of ${change.resource} in cluster '${change.cluster}'`,
          error instanceof Error ? error : undefined,
        );
      }
    }
  }
}

/** A setting that is given as `undefined`, because it is not configured, is the default. */
function withDefaults(settings: Partial<WatchSettings> = {}): WatchSettings {
  const given = Object.entries(settings).filter(
    ([, value]) => value !== undefined,
  );
  return { ...defaultWatchSettings, ...Object.fromEntries(given) };
}
