import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { OperatorsPolicy } from './OperatorsPolicy';
import { readOperators } from './readOperators';

/** Installs {@link OperatorsPolicy} as the permission policy of the backend. */
export const permissionModuleOperators = createBackendModule({
  pluginId: 'permission',
  moduleId: 'operators',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, logger, policy, userInfo }) {
        const operators = readOperators(config);
        if (operators.size === 0) {
          logger.warn(
            'permission.operators.members is empty: nobody may create, change or delete anything',
          );
        }
        policy.setPolicy(new OperatorsPolicy(operators, userInfo));
      },
    });
  },
});
