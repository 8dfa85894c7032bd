import { sleep } from '../clock/sleep';
import { ClusterTransport } from '../client/ClusterTransport';
import { InvalidResponseError } from '../client';
import { CachedObject } from '../types';
import { backoffMs } from './backoffMs';
import { Collection } from './collection';
import { isOlderResourceVersion } from './isOlderResourceVersion';
import { listCollection } from './listCollection';
import { watchCollection } from './watchCollection';
import { toWatchFailure, WatchFailure } from './WatchFailure';
import { WatchSettings } from './watchSettings';

/** What a watcher tells its owner. All calls are synchronous and in the order of the stream. */
export interface CollectionSink {
  /** What to hold of an object. */
  reduce(object: CachedObject): CachedObject;
  /** These are all objects of the collection. */
  replaced(objects: CachedObject[]): void;
  changed(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: CachedObject): void;
  /** The server was heard: an open watch, an event or a bookmark. */
  contact(): void;
  failed(failure: WatchFailure): void;
}

/** Why a watch is over. */
type WatchEnd =
  /** The server closed it, as it was asked to; go on from the last resource version. */
  | 'Closed'
  /** Time to list again. */
  | 'Resync'
  | WatchFailure;

/**
 * Keeps one collection in step with a cluster: list, watch from there, and start again after whatever happens. A watch is only a hint,
 * the list is the truth.
 */
export class CollectionWatcher {
  #resourceVersion: string | undefined;
  #failures = 0;
  #nextListAt = 0;

  constructor(
    private readonly options: {
      transport: ClusterTransport;
      collection: Collection;
      sink: CollectionSink;
      settings: WatchSettings;
      /** Numbers of [0, 1). */
      random: () => number;
    },
  ) {}

  /** Runs until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const failure = await this.#listAndWatch(signal);
      if (signal.aborted || !failure) {
        continue;
      }
      this.#failures += 1;
      if (failure.kind !== 'Silent') {
        this.options.sink.failed(failure);
      }
      await sleep(this.#waitMs(failure), {
        clock: this.options.transport.clock,
        signal,
      });
    }
  }

  /** One list when it is due, and one watch. Answers what went wrong, nothing when nothing did. */
  async #listAndWatch(signal: AbortSignal): Promise<WatchFailure | undefined> {
    const { clock } = this.options.transport;
    const isListDue =
      this.#resourceVersion === undefined || clock.now() >= this.#nextListAt;
    if (isListDue) {
      const failure = await this.#list(signal);
      if (failure) {
        return failure;
      }
    }
    let openedAt: number | undefined;
    const end = await this.#watch(signal, () => {
      openedAt = clock.now();
    });
    const lifeMs = openedAt === undefined ? 0 : clock.now() - openedAt;
    if (lifeMs >= this.options.settings.stableMs) {
      this.#failures = 0;
    }
    if (end === 'Resync') {
      return undefined;
    }
    // A server that accepts watches only to close them would else be asked without a pause.
    if (end === 'Closed' && lifeMs >= this.options.settings.backoff.baseMs) {
      return undefined;
    }
    // Not resumed from the last resource version, which would be cheaper: a server that came back from a backup, or as another
    // one, would let us wait for its counter to arrive there and miss everything until then.
    this.#resourceVersion = undefined;
    return end === 'Closed'
      ? this.#failure(new Error('the server closes every watch at once'))
      : end;
  }

  async #list(signal: AbortSignal): Promise<WatchFailure | undefined> {
    const { transport, collection, sink, settings, random } = this.options;
    try {
      const list = await listCollection(transport, collection, {
        pageSize: settings.pageSize,
        timeoutMs: settings.listTimeoutMs,
        maxPageBytes: settings.maxPageBytes,
        reduce: object => sink.reduce(object),
        signal,
      });
      signal.throwIfAborted();
      this.#resourceVersion = list.resourceVersion;
      this.#nextListAt =
        transport.clock.now() + settings.resyncMs * (0.75 + random() / 2);
      sink.replaced(list.objects);
      return undefined;
    } catch (error) {
      this.#resourceVersion = undefined;
      return this.#failure(error, 'list');
    }
  }

  async #watch(signal: AbortSignal, onOpen: () => void): Promise<WatchEnd> {
    const { transport, collection, sink, settings, random } = this.options;
    const resync = new AbortController();
    const cancelResync = transport.clock.after(
      Math.max(0, this.#nextListAt - transport.clock.now()),
      () => resync.abort(),
    );
    try {
      const events = watchCollection(transport, collection, {
        resourceVersion: this.#resourceVersion ?? '',
        timeoutSeconds: Math.round(
          settings.watchTimeoutSeconds * (1 + random()),
        ),
        answerTimeoutMs: settings.answerTimeoutMs,
        silenceMs: settings.silenceMs,
        maxEventBytes: settings.maxEventBytes,
        signal: AbortSignal.any([signal, resync.signal]),
        onOpen: () => {
          onOpen();
          sink.contact();
        },
      });
      for await (const event of events) {
        if (resync.signal.aborted || signal.aborted) {
          return 'Resync';
        }
        if (event.type === 'ERROR') {
          return this.#failure(event.error);
        }
        const { resourceVersion } =
          event.type === 'BOOKMARK' ? event : event.object.metadata;
        if (isOlderResourceVersion(resourceVersion, this.#resourceVersion!)) {
          return this.#failure(this.#backwardsError());
        }
        this.#resourceVersion = resourceVersion;
        if (event.type !== 'BOOKMARK') {
          sink.changed(event.type, sink.reduce(event.object));
        }
        sink.contact();
      }
      return resync.signal.aborted ? 'Resync' : 'Closed';
    } catch (error) {
      // An object that the indexes cannot hold: the list decides what to make of it.
      return this.#failure(error);
    } finally {
      cancelResync();
    }
  }

  #failure(error: unknown, during: 'list' | 'watch' = 'watch'): WatchFailure {
    const { transport, collection } = this.options;
    return toWatchFailure(error, {
      cluster: transport.cluster.name,
      resource: collection.resource,
      path: collection.path,
      during,
    });
  }

  /** A server that was restored from a backup counts from an earlier number; what we hold may never have been. */
  #backwardsError() {
    const { transport, collection } = this.options;
    return new InvalidResponseError({
      cluster: transport.cluster.name,
      reason: 'NotKubernetes',
      message: `Cluster '${transport.cluster.name}' counts resource versions of ${collection.path} backwards; it was restored or replaced`,
    });
  }

  #waitMs(failure: WatchFailure): number {
    const { settings, random } = this.options;
    const { kind, retryAfterMs = 0 } = failure;
    if (kind === 'Forbidden' || kind === 'Absent' || kind === 'Unwatchable') {
      return Math.round(settings.probeMs * (0.75 + random() / 2));
    }
    // Silence and an expired resource version are part of normal life; only a server that knows nothing else is asked ever more slowly.
    if ((kind === 'Silent' || kind === 'Expired') && this.#failures === 1) {
      return 0;
    }
    return Math.max(
      retryAfterMs,
      backoffMs(this.#failures, random(), settings.backoff),
    );
  }
}
