import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterClient } from '@suoke/kubernetes-cache';
import type { ResourceMetricsHealth } from '@suoke/plugin-agent-scaling-common';
import type { PodUsage } from '../agents/AgentObjects';
import { toPodUsage, type PodMetricsList } from './toPodUsage';

/** A sample that was not renewed for so long is not current usage any more. */
const MAX_AGE_MS = 180_000;

type Namespaces = Map<string, { at: number; usage: Map<string, PodUsage> }>;

/**
 * Reads metrics.k8s.io of the namespaces that have agents, one request per namespace and interval however many pages are open. A cluster
 * without metrics-server, or one that does not answer, only has no usage.
 */
export class PodUsageSampler {
  static create(options: {
    clients: readonly Pick<ClusterClient, 'cluster' | 'request'>[];
    timeoutMs: number;
    logger: LoggerService;
    now: () => Date;
  }) {
    return new PodUsageSampler(options);
  }

  readonly #usage = new Map<string, Namespaces>();
  readonly #health = new Map<string, ResourceMetricsHealth>();
  #running: Promise<void> | undefined;

  private constructor(
    private readonly options: {
      clients: readonly Pick<ClusterClient, 'cluster' | 'request'>[];
      timeoutMs: number;
      logger: LoggerService;
      now: () => Date;
    },
  ) {}

  /** Usage by pod name, as of the last sample; empty when there is none or it is too old. */
  usageOf(place: {
    cluster: string;
    namespace: string;
  }): ReadonlyMap<string, PodUsage> {
    const found = this.#usage.get(place.cluster)?.get(place.namespace);
    const isFresh =
      found && this.options.now().getTime() - found.at <= MAX_AGE_MS;
    return isFresh ? found.usage : new Map();
  }

  health(cluster: string): ResourceMetricsHealth {
    return this.#health.get(cluster) ?? { state: 'Pending' };
  }

  /** Samples once. While a sample is under way, waits for that one instead. */
  async sample(
    places: readonly { cluster: string; namespace: string }[],
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    this.#running ??= this.#sample(places, options.signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #sample(
    places: readonly { cluster: string; namespace: string }[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    await Promise.all(
      this.options.clients.map(client => {
        const namespaces = places
          .filter(place => place.cluster === client.cluster)
          .map(place => place.namespace);
        return this.#sampleCluster(client, new Set(namespaces), signal);
      }),
    );
  }

  async #sampleCluster(
    client: Pick<ClusterClient, 'cluster' | 'request'>,
    namespaces: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { cluster } = client;
    const { timeoutMs, logger, now } = this.options;
    const known: Namespaces = this.#usage.get(cluster) ?? new Map();
    this.#usage.set(cluster, known);
    for (const namespace of known.keys()) {
      if (!namespaces.has(namespace)) {
        known.delete(namespace);
      }
    }
    try {
      // One after the other: a cluster is asked one thing at a time, and the first failure spares it the rest.
      for (const namespace of namespaces) {
        const list = await client.request<PodMetricsList>(
          `/apis/metrics.k8s.io/v1beta1/namespaces/${encodeURIComponent(
            namespace,
          )}/pods`,
          { timeoutMs, signal },
        );
        known.set(namespace, {
          at: now().getTime(),
          usage: toPodUsage(list, now()),
        });
        this.#health.set(cluster, {
          state: 'Available',
          lastSampleAt: now().toISOString(),
        });
      }
    } catch (error) {
      if (signal?.aborted) {
        return;
      }
      const before = this.health(cluster);
      const message = `Usage of pods in cluster '${cluster}' cannot be read from metrics.k8s.io: ${error}`;
      if (before.state !== 'Unavailable') {
        logger.warn(message);
      }
      this.#health.set(cluster, { ...before, state: 'Unavailable', message });
    }
  }
}
