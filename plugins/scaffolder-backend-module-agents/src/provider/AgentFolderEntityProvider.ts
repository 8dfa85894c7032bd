import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { FolderConfig } from '../config/readAgentsConfig';
import { AGENT_FOLDER_TOPIC } from './folderTopic';
import { folderLocation, readAgentFolders } from './readAgentFolders';

/**
 * Brings the agents of a folder into the catalog.
 *
 * @remarks
 * The location API of the catalog accepts URLs only, and rightly so: a caller could name any file of the server. This
 * provider reads one configured directory instead.
 */
export class AgentFolderEntityProvider implements EntityProvider {
  static create(options: {
    folder: FolderConfig;
    logger: LoggerService;
    events: EventsService;
    taskRunner: SchedulerServiceTaskRunner;
  }) {
    return new AgentFolderEntityProvider(options);
  }

  readonly #folder: FolderConfig;
  readonly #logger: LoggerService;
  readonly #events: EventsService;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  /** What each folder last gave, to bridge a fault in its file. */
  readonly #lastGood = new Map<string, Entity[]>();
  #connection: EntityProviderConnection | undefined;
  #refreshing: Promise<void> = Promise.resolve();

  private constructor(options: {
    folder: FolderConfig;
    logger: LoggerService;
    events: EventsService;
    taskRunner: SchedulerServiceTaskRunner;
  }) {
    this.#folder = options.folder;
    this.#logger = options.logger;
    this.#events = options.events;
    this.#taskRunner = options.taskRunner;
  }

  getProviderName(): string {
    return 'agent-folder';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#events.subscribe({
      id: 'agent-folder-provider',
      topics: [AGENT_FOLDER_TOPIC],
      onEvent: () => this.refresh(),
    });
    await this.#taskRunner.run({
      id: 'agent-folder-refresh',
      fn: () => this.refresh(),
    });
  }

  /** Reads every folder and replaces what the catalog has of them. Never rejects; one refresh at a time. */
  refresh(): Promise<void> {
    this.#refreshing = this.#refreshing.then(() =>
      this.#refresh().catch(error =>
        this.#logger.error(
          `The agent folders below ${this.#folder.root} could not be read`,
          error,
        ),
      ),
    );
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    const { root, allowedKinds } = this.#folder;
    const results = await readAgentFolders(root, { allowedKinds });
    const found = new Set(results.map(({ folder }) => folder));
    for (const folder of this.#lastGood.keys()) {
      if (!found.has(folder)) this.#lastGood.delete(folder);
    }
    for (const result of results) {
      if (result.ok) {
        this.#lastGood.set(result.folder, result.entities);
      } else {
        this.#logger.warn(
          `Agent folder ${result.folder} is not read: ${result.error.message}. The catalog keeps what it had of it.`,
        );
      }
    }
    await this.#connection?.applyMutation({
      type: 'full',
      entities: [...this.#lastGood].flatMap(([folder, entities]) =>
        entities.map(entity => ({
          entity,
          locationKey: folderLocation(root, folder),
        })),
      ),
    });
  }
}
