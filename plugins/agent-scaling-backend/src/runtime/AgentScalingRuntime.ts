import type {
  AuthService,
  DatabaseService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { AgentIndex } from '../agents/AgentIndex';
import { AgentReader } from '../agents/AgentReader';
import { CatalogEntities } from '../catalog/CatalogEntities';
import type { ClusterAccess } from '../clusters/clusterAccess';
import type { AgentScalingConfig } from '../config/readAgentScalingConfig';
import { DatabaseHistoryStore } from '../history/DatabaseHistoryStore';
import { scheduleHistoryTasks } from '../history/HistoryTasks';
import { EVENTS_PER_AGENT, LastScales } from '../history/LastScales';
import { ScaleEventRecorder } from '../history/ScaleEventRecorder';
import type { AgentScalingService } from '../service/AgentScalingService';
import { DefaultAgentScalingService } from '../service/DefaultAgentScalingService';
import { ChangeSignaller } from '../signals/ChangeSignaller';
import { PodUsageSampler } from '../usage/PodUsageSampler';

/** Titles and owners change rarely; a new agent's entity should appear while its creator still looks. */
const CATALOG_REFRESH = { seconds: 15 };

interface RuntimeDeps {
  auth: AuthService;
  catalog: CatalogService;
  clusters: ClusterAccess;
  config: AgentScalingConfig;
  database: DatabaseService;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  signals: SignalsService;
  now: () => Date;
}

/** Puts the parts together and starts and stops them: clusters -> index -> history, signals and answers. */
export class AgentScalingRuntime {
  static async create(deps: RuntimeDeps) {
    const { clusters, config, database, logger, now } = deps;
    const store = await DatabaseHistoryStore.create({ database });
    const lastScales = new LastScales();
    const latest = await store.listLatestRescales({
      perAgent: EVENTS_PER_AGENT,
    });
    latest.forEach(({ agent, event }) => lastScales.add(agent, event));

    const entities = CatalogEntities.create(deps);
    const usage =
      config.usage &&
      PodUsageSampler.create({
        clients: clusters.clients,
        timeoutMs: config.usage.timeoutMs,
        logger,
        now,
      });
    const { cache } = clusters;
    const reader = AgentReader.create({
      cache,
      selector: config.selector,
      knowledge: {
        entityOf: workload => entities.find(workload),
        lastScaleOf: agent => lastScales.find(agent),
        usageOf: place => usage?.usageOf(place) ?? new Map(),
      },
    });
    const index = AgentIndex.create({ cache, reader, now });
    const signaller = ChangeSignaller.create({
      ...deps,
      takeChanges: () => index.takeChanges(),
    });
    const recorder = ScaleEventRecorder.create({
      cache,
      store,
      lastScales,
      isAgent: agent => index.has(agent),
      onRecorded(agents) {
        agents.forEach(agent => index.mark(agent));
        signaller.schedule();
      },
      logger,
      now,
    });
    const agentScaling = DefaultAgentScalingService.create({
      ...deps,
      cache,
      index,
      reader,
      store,
      usage,
    });
    return new AgentScalingRuntime(deps, agentScaling, {
      entities,
      index,
      reader,
      recorder,
      signaller,
      store,
      usage,
    });
  }

  #unsubscribe: (() => void) | undefined;

  private constructor(
    private readonly deps: RuntimeDeps,
    readonly agentScaling: AgentScalingService,
    private readonly parts: {
      entities: CatalogEntities;
      index: AgentIndex;
      reader: AgentReader;
      recorder: ScaleEventRecorder;
      signaller: ChangeSignaller;
      store: DatabaseHistoryStore;
      usage?: PodUsageSampler;
    },
  ) {}

  /** Resolves without waiting for any cluster or for the catalog. */
  async start(): Promise<void> {
    const { clusters, scheduler } = this.deps;
    const { entities, index, recorder, signaller } = this.parts;
    recorder.start();
    this.#unsubscribe = clusters.cache.subscribe(change => {
      index.apply(change);
      recorder.apply(change);
      signaller.schedule();
    });
    clusters.start();
    await scheduler.scheduleTask({
      id: 'agent-scaling-catalog',
      scope: 'local',
      frequency: CATALOG_REFRESH,
      timeout: { minutes: 1 },
      async fn() {
        if (await entities.refresh()) {
          index.markAll();
          signaller.schedule();
        }
      },
    });
    await scheduleHistoryTasks({ ...this.deps, ...this.parts });
  }

  /** Writes what is left to write and closes every connection. */
  async stop(): Promise<void> {
    this.#unsubscribe?.();
    this.parts.signaller.stop();
    await this.deps.clusters.stop();
    await this.parts.recorder.stop();
  }
}
