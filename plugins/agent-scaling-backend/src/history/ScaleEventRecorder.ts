import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CacheChange, KubernetesCache } from '@suoke/kubernetes-cache';
import type { AgentKey } from '@suoke/plugin-agent-scaling-common';
import type { Hpa, KubernetesEvent } from '../kubernetes/objects';
import {
  DEPLOYMENTS,
  EVENTS,
  HPAS,
  SCALED_OBJECTS,
} from '../kubernetes/watchedResources';
import { toDeploymentName } from '../agents/ownerNames';
import type { DatabaseHistoryStore } from './DatabaseHistoryStore';
import type { LastScales } from './LastScales';
import { ReplicaObserver } from './ReplicaObserver';
import { isScaleEvent, toScaleEvent } from './toScaleEvent';
import type { RecordedScaleEvent } from './types';

/** Lets a burst end, and an autoscaler's event arrive beside the change it made. */
const SETTLE_MS = 500;
/** Changes that could not be written yet; older ones are given up first, because the database is away and memory is not. */
const MAX_PENDING = 10_000;

/**
 * Copies scale events from the clusters into history. Events are found by looking through all that the cluster still has, so an event
 * that arrives before its autoscaler is known, or while the database is away, is written by a later pass.
 */
export class ScaleEventRecorder {
  static create(options: {
    cache: KubernetesCache;
    store: DatabaseHistoryStore;
    lastScales: LastScales;
    isAgent: (agent: AgentKey) => boolean;
    onRecorded: (agents: AgentKey[]) => void;
    logger: LoggerService;
    now: () => Date;
  }) {
    return new ScaleEventRecorder(options);
  }

  readonly #observer = new ReplicaObserver();
  #observed: RecordedScaleEvent[] = [];
  #written = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  private constructor(
    private readonly options: Parameters<typeof ScaleEventRecorder.create>[0],
  ) {}

  /** Takes the sizes that the cache already knows as given, so that the next change of each is noticed. */
  start(): void {
    const { cache, now } = this.options;
    for (const { cluster } of cache.clusters()) {
      for (const object of cache.list(cluster, DEPLOYMENTS)) {
        this.#observer.observe(
          { cluster, resource: DEPLOYMENTS, type: 'ADDED', object },
          now(),
        );
      }
    }
  }

  /** Cheap: runs for every event of every cluster. */
  apply(change: CacheChange): void {
    const { now } = this.options;
    const observed = this.#observer.observe(change, now());
    if (observed) {
      const { cluster, namespace, name, uid, version, event } = observed;
      this.#observed.push({
        agent: { cluster, namespace, name },
        uid,
        version,
        event,
      });
      this.#observed = this.#observed.slice(-MAX_PENDING);
    }
    const isTold =
      change.resource === EVENTS &&
      change.object !== undefined &&
      isScaleEvent(change.object as KubernetesEvent);
    if (observed || isTold) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        void this.record();
      }, SETTLE_MS).unref();
    }
  }

  /** Writes what is not written yet. Never throws: what failed is tried again by the next pass. */
  async record(): Promise<void> {
    this.#running ??= this.#record().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Writes what is left, and ends. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    await this.record();
  }

  async #record(): Promise<void> {
    const { store, lastScales, isAgent, onRecorded, logger } = this.options;
    const observed = this.#observed;
    const told = this.#toldByEvents();
    const isNew = (one: RecordedScaleEvent) => !this.#written.has(idOf(one));
    const recorded = [...observed, ...told].filter(
      one => isNew(one) && isAgent(one.agent),
    );
    try {
      await store.addScaleEvents(recorded);
    } catch (error) {
      logger.warn(`Scale events could not be written, trying again: ${error}`);
      return;
    }
    this.#observed = this.#observed.filter(one => !observed.includes(one));
    // Only what the clusters still have: the set must not outgrow them.
    this.#written = new Set(told.filter(one => isAgent(one.agent)).map(idOf));
    for (const one of recorded) {
      lastScales.add(one.agent, {
        id: `${one.uid}:${one.version}`,
        ...one.event,
      });
    }
    if (recorded.length > 0) {
      onRecorded(recorded.map(one => one.agent));
    }
  }

  #toldByEvents(): RecordedScaleEvent[] {
    const { cache } = this.options;
    return cache.clusters().flatMap(({ cluster }) =>
      cache.list<KubernetesEvent>(cluster, EVENTS).flatMap(event => {
        const scaleEvent = toScaleEvent(event);
        const agent = scaleEvent && this.#agentOf(cluster, event);
        return agent
          ? [
              {
                agent,
                uid: event.metadata.uid,
                version: event.metadata.resourceVersion,
                event: scaleEvent,
              },
            ]
          : [];
      }),
    );
  }

  #agentOf(cluster: string, event: KubernetesEvent): AgentKey | undefined {
    const { kind, name = '', namespace = '' } = event.involvedObject ?? {};
    const resource = {
      HorizontalPodAutoscaler: HPAS,
      ScaledObject: SCALED_OBJECTS,
    }[kind ?? ''];
    const workload = resource
      ? this.options.cache.get<Hpa>(cluster, resource, { namespace, name })
          ?.spec?.scaleTargetRef?.name
      : toDeploymentName(kind, name);
    return workload ? { cluster, namespace, name: workload } : undefined;
  }
}

function idOf(one: RecordedScaleEvent): string {
  return `${one.agent.cluster}/${one.uid}/${one.version}`;
}
