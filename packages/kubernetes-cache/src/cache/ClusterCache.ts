import { LoggerService } from '@backstage/backend-plugin-api';
import { Cluster, resourceName } from '../client';
import { ClusterTransport } from '../client/ClusterTransport';
import { Clock } from '../clock/Clock';
import { CacheChange, ClusterHealth, WatchedResource } from '../types';
import { collectionsOf } from '../watch/collection';
import { CollectionWatcher } from '../watch/CollectionWatcher';
import { WatchSettings } from '../watch/watchSettings';
import { CachedCollection } from './CachedCollection';
import { toClusterState, toResourceHealth } from './clusterHealth';
import { CollectionHealth } from './CollectionHealth';
import { IndexChange } from './ObjectIndex';
import { ServerVersion } from './ServerVersion';

interface Entry {
  cached: CachedCollection;
  isOptional: boolean;
}

/** Everything held of one cluster. Clusters share nothing, so none can hurt or delay another. */
export class ClusterCache {
  readonly #transport: ClusterTransport;
  /** By `plural.group`; several when a resource is watched in named namespaces. */
  readonly #entries = new Map<string, Entry[]>();
  readonly #serverVersion: ServerVersion;
  #running: { abort: AbortController; tasks: Set<Promise<void>> } | undefined;

  constructor(
    private readonly options: {
      cluster: Cluster;
      resources: WatchedResource[];
      logger: LoggerService;
      clock: Clock;
      random: () => number;
      settings: WatchSettings;
      emit: (change: CacheChange) => void;
    },
  ) {
    const { cluster, clock, resources } = options;
    this.#transport = ClusterTransport.create({ cluster, clock });
    this.#serverVersion = new ServerVersion(this.#transport);
    for (const resource of resources) {
      const name = resourceName(resource);
      this.#entries.set(name, [
        ...(this.#entries.get(name) ?? []),
        ...this.#createEntries(resource),
      ]);
    }
  }

  start(): void {
    if (this.#running) {
      return;
    }
    const { settings, random } = this.options;
    const running = {
      abort: new AbortController(),
      tasks: new Set<Promise<void>>(),
    };
    this.#running = running;
    for (const { cached } of this.#all()) {
      const watcher = new CollectionWatcher({
        transport: this.#transport,
        collection: cached.collection,
        sink: cached,
        settings,
        random,
      });
      running.tasks.add(watcher.run(running.abort.signal));
    }
  }

  /** Resolves when no request, timer or socket is left. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.abort.abort();
    await Promise.all(running?.tasks ?? []);
    this.#transport.close();
  }

  collections(resource: string): CachedCollection[] {
    return (this.#entries.get(resource) ?? []).map(({ cached }) => cached);
  }

  health(): ClusterHealth {
    const { cluster } = this.options;
    const resources = [...this.#entries].map(
      ([name, entries]) =>
        [
          name,
          toResourceHealth(
            entries.map(({ cached }) => ({
              health: cached.health,
              objectCount: cached.index.size,
            })),
          ),
        ] as const,
    );
    return {
      cluster: cluster.name,
      title: cluster.title,
      ...toClusterState(
        this.#all().map(({ cached, isOptional }) => ({
          health: cached.health,
          isOptional,
        })),
      ),
      serverVersion: this.#serverVersion.gitVersion,
      resources: Object.fromEntries(resources),
    };
  }

  #all(): Entry[] {
    return [...this.#entries.values()].flat();
  }

  #createEntries(resource: WatchedResource): Entry[] {
    const { clock, logger, cluster } = this.options;
    const isOptional = resource.optional ?? false;
    return collectionsOf(resource).map(collection => ({
      isOptional,
      cached: new CachedCollection(collection, {
        clock,
        keep: resource.keep,
        onChange: change => this.#emitChange(collection.resource, change),
        onHealth: (health, previous) =>
          this.#onHealth(collection.resource, { health, previous, isOptional }),
        onKeepError: error =>
          logger.warn(
            `The keep reducer of ${collection.resource} failed on an object of cluster '${cluster.name}', which is held whole: ${error}`,
          ),
      }),
    }));
  }

  #emitChange(resource: string, change: IndexChange) {
    const { cluster, emit } = this.options;
    emit({ cluster: cluster.name, resource, ...change });
  }

  #onHealth(
    resource: string,
    change: {
      health: CollectionHealth;
      previous: CollectionHealth;
      isOptional: boolean;
    },
  ) {
    const { cluster, emit, logger } = this.options;
    const { health, previous, isOptional } = change;
    if (health.state !== previous.state) {
      const isWanted = health.state !== 'Absent' || !isOptional;
      if (health.message && isWanted) {
        logger.warn(health.message);
      } else {
        logger.info(
          `Cluster '${cluster.name}': ${resource} is ${health.state}`,
        );
      }
    }
    // A cluster that was away may have been upgraded.
    const wasAway = previous.failure === 'Unreachable';
    if (
      health.state === 'Synced' &&
      (wasAway || !this.#serverVersion.gitVersion)
    ) {
      this.#learnServerVersion();
    }
    emit({ cluster: cluster.name, resource, type: 'HEALTH' });
  }

  #learnServerVersion() {
    const running = this.#running;
    if (running) {
      const task = this.#serverVersion.ask(running.abort.signal);
      running.tasks.add(task);
      task.then(() => running.tasks.delete(task));
    }
  }
}
