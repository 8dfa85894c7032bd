import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { readClusters } from '@suoke/kubernetes-cache';
import { createApplyAction } from './apply/createApplyAction';
import { readApplyConfig, readFolderConfig } from './config/readAgentsConfig';
import { agentPermissions } from './permissions/permissions';
import { createPublishFolderAction } from './publish/createPublishFolderAction';
import { createRegisterAction } from './register/createRegisterAction';
import { createRenderAction } from './render/createRenderAction';

/** Adds the actions that create an agent service to the scaffolder. */
export const scaffolderModuleAgents = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'agents',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { config, permissions, auditor, events, catalog } = deps;
        deps.permissionsRegistry.addPermissions(agentPermissions);
        const folder = readFolderConfig(config);
        const apply = readApplyConfig(config);
        deps.actions.addActions(
          createRenderAction(),
          createPublishFolderAction({ folder, permissions, auditor }),
          createRegisterAction({ folder, permissions, events, catalog }),
          createApplyAction({
            config: apply,
            // Nobody needs the clusters while applying is off, and a faulty entry should not stop the scaffolder then.
            clusters: apply.enabled
              ? readClusters(config, { logger: deps.logger })
              : [],
            permissions,
            auditor,
          }),
        );
      },
    });
  },
});
