import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { AgentEntity } from '../agents/AgentObjects';
import { KUBERNETES_ID } from '../agents/AgentSelector';
import { EntityDirectory } from './EntityDirectory';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
];

/** The catalog's word on agents: read on a schedule with the plugin's own credentials, never while somebody waits. */
export class CatalogEntities {
  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
  }) {
    return new CatalogEntities(options);
  }

  #directory = EntityDirectory.create([]);

  private constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      logger: LoggerService;
    },
  ) {}

  /** The entity of a workload, as of the last refresh. */
  find(workload: {
    cluster: string;
    namespace: string;
    kubernetesId: string;
  }): AgentEntity | undefined {
    return this.#directory.find(workload);
  }

  /**
   * Reads the catalog again; keeps what it has when the catalog does not answer.
   *
   * @returns whether anything changed.
   */
  async refresh(): Promise<boolean> {
    const { auth, catalog, logger } = this.options;
    try {
      const credentials = await auth.getOwnServiceCredentials();
      const entities: Entity[] = [];
      const pages = catalog.streamEntities(
        {
          filter: {
            [`metadata.annotations.${KUBERNETES_ID}`]: CATALOG_FILTER_EXISTS,
          },
          fields: FIELDS,
        },
        { credentials },
      );
      for await (const page of pages) {
        entities.push(...page);
      }
      const directory = EntityDirectory.create(entities);
      const changed = directory.fingerprint !== this.#directory.fingerprint;
      this.#directory = directory;
      return changed;
    } catch (error) {
      logger.warn(
        `The catalog could not be read, so titles and owners of agents may be out of date: ${error}`,
      );
      return false;
    }
  }
}
