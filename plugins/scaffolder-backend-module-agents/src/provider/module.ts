import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { readFolderConfig } from '../config/readAgentsConfig';
import { AgentFolderEntityProvider } from './AgentFolderEntityProvider';

/** Adds the agents of `agents.folder.root` to the catalog. Does nothing while no root is configured. */
export const catalogModuleAgentFolder = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'agent-folder',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, events, logger, scheduler }) {
        const folder = readFolderConfig(config);
        if (!folder) {
          logger.info(
            'agents.folder.root is not set: no agent folders are read',
          );
          return;
        }
        catalog.addEntityProvider(
          AgentFolderEntityProvider.create({
            folder,
            logger,
            events,
            taskRunner: scheduler.createScheduledTaskRunner(folder.schedule),
          }),
        );
      },
    });
  },
});
