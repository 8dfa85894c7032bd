import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { agentScalingPermissions } from '@suoke/plugin-agent-scaling-common';
import { createGetAgentScalingAction } from './actions/createGetAgentScalingAction';
import { createListAgentsAction } from './actions/createListAgentsAction';
import { clusterAccessServiceRef } from './clusters/clusterAccess';
import { readAgentScalingConfig } from './config/readAgentScalingConfig';
import { AgentScalingRuntime } from './runtime/AgentScalingRuntime';
import { createRouter } from './router';

/**
 * Shows the live autoscaling state of agents.
 *
 * @public
 */
export const agentScalingPlugin = createBackendPlugin({
  pluginId: 'agent-scaling',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clusters: clusterAccessServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { auditor, httpAuth, httpRouter, lifecycle, logger } = deps;
        deps.permissionsRegistry.addPermissions(agentScalingPermissions);
        const runtime = await AgentScalingRuntime.create({
          ...deps,
          config: readAgentScalingConfig(deps.config),
          now: () => new Date(),
        });
        const { agentScaling } = runtime;
        httpRouter.use(
          createRouter({ auditor, httpAuth, logger, agentScaling }),
        );
        createListAgentsAction({ ...deps, agentScaling });
        createGetAgentScalingAction({ ...deps, agentScaling });
        lifecycle.addStartupHook(() => runtime.start());
        lifecycle.addShutdownHook(() => runtime.stop());
      },
    });
  },
});
