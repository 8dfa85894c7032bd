import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  agentScalingReadPermission,
  type AgentDetail,
  type AgentHistory,
  type AgentHistoryRequest,
  type AgentKey,
  type AgentList,
  type ClusterList,
  type ListAgentsRequest,
} from '@suoke/plugin-agent-scaling-common';
import type { KubernetesCache } from '@suoke/kubernetes-cache';
import type { AgentIndex } from '../agents/AgentIndex';
import type { AgentReader } from '../agents/AgentReader';
import { toAgentDetail } from '../agents/toAgentDetail';
import { toCluster, toClusterFreshness } from '../clusters/toCluster';
import type { AgentScalingConfig } from '../config/readAgentScalingConfig';
import type { DatabaseHistoryStore } from '../history/DatabaseHistoryStore';
import { downsample } from '../history/downsample';
import { mergeScaleEvents } from '../history/mergeScaleEvents';
import { requirePermission } from '../permissions/requirePermission';
import { queryAgents, toFacets } from '../query/queryAgents';
import type { PodUsageSampler } from '../usage/PodUsageSampler';
import type { AgentScalingService } from './AgentScalingService';

const DAY_MS = 24 * 60 * 60 * 1_000;
const DEFAULT_POINTS = 500;
const MAX_EVENTS = 1_000;

interface ServiceDeps {
  cache: KubernetesCache;
  config: AgentScalingConfig;
  index: AgentIndex;
  permissions: PermissionsService;
  reader: AgentReader;
  store: DatabaseHistoryStore;
  usage?: PodUsageSampler;
  now: () => Date;
}

/** Answers from memory and from the portal's database; no request ever reaches a cluster. */
export class DefaultAgentScalingService implements AgentScalingService {
  static create(deps: ServiceDeps) {
    return new DefaultAgentScalingService(deps);
  }

  private constructor(private readonly deps: ServiceDeps) {}

  async listAgents(
    request: ListAgentsRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<AgentList> {
    await this.#requireRead(options.credentials);
    const { cache, index, now } = this.deps;
    const rows = index.list();
    return {
      ...queryAgents(rows, request),
      facets: toFacets(rows),
      clusters: cache.clusters().map(toClusterFreshness),
      asOf: now().toISOString(),
    };
  }

  async getAgent(
    agent: AgentKey,
    options: { credentials: BackstageCredentials },
  ): Promise<AgentDetail> {
    await this.#requireRead(options.credentials);
    const { reader, now } = this.deps;
    const objects = reader.readDetail(agent);
    if (!objects) {
      throw this.#notFound(agent);
    }
    return toAgentDetail(objects, now());
  }

  async getAgentHistory(
    agent: AgentKey,
    request: AgentHistoryRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<AgentHistory> {
    await this.#requireRead(options.credentials);
    const { config, reader, store, now } = this.deps;
    const range = toRange(request, now());
    if (!reader.read(agent) && !(await store.knows(agent))) {
      throw this.#notFound(agent);
    }
    const [samples, recorded] = await Promise.all([
      store.listSamples(agent, range),
      store.listScaleEvents(agent, { ...range, limit: MAX_EVENTS }),
    ]);
    return {
      from: range.from.toISOString(),
      to: range.to.toISOString(),
      samples: downsample(samples, {
        ...range,
        maxPoints: request.maxPoints ?? DEFAULT_POINTS,
      }),
      events: mergeScaleEvents(recorded.events),
      ...(recorded.truncated && { eventsTruncated: true }),
      retention: {
        samplesSeconds: config.retention.samplesMs / 1_000,
        eventsSeconds: config.retention.scaleEventsMs / 1_000,
      },
    };
  }

  async listClusters(options: {
    credentials: BackstageCredentials;
  }): Promise<ClusterList> {
    await this.#requireRead(options.credentials);
    const { cache, usage, now } = this.deps;
    return {
      items: cache
        .clusters()
        .map(health =>
          toCluster(
            health,
            usage?.health(health.cluster) ?? { state: 'Disabled' },
          ),
        ),
      asOf: now().toISOString(),
    };
  }

  async #requireRead(credentials: BackstageCredentials): Promise<void> {
    await requirePermission(
      this.deps.permissions,
      agentScalingReadPermission,
      credentials,
    );
  }

  #notFound({ cluster, namespace, name }: AgentKey): NotFoundError {
    const clusters = this.deps.cache.clusters().map(one => one.cluster);
    const known = clusters.includes(cluster)
      ? 'see GET /agents for those that exist'
      : `the configured clusters are: ${clusters.join(', ') || 'none'}`;
    return new NotFoundError(
      `No agent '${name}' in namespace '${namespace}' of cluster '${cluster}'; ${known}`,
    );
  }
}

/** @throws InputError when the range ends before it begins. */
function toRange(
  request: AgentHistoryRequest,
  now: Date,
): { from: Date; to: Date } {
  const to = request.to ? new Date(request.to) : now;
  const from = request.from
    ? new Date(request.from)
    : new Date(to.getTime() - DAY_MS);
  if (!(from < to)) {
    throw new InputError(
      `from (${request.from}) must be earlier than to (${to.toISOString()})`,
    );
  }
  return { from, to };
}
