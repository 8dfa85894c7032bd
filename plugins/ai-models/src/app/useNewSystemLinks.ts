import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { toEntityRouteParams } from '../lib/entityRefs';
import { agentScalingRouteRef, rootRouteRef } from '../routes';
import type { AppLinks } from './AppLinks';

/** Addresses as the new frontend system resolves them; a page that is not installed has none. */
export function useNewSystemLinks(): AppLinks {
  const models = useRouteRef(rootRouteRef);
  const entity = useRouteRef(entityRouteRef);
  const agentScaling = useRouteRef(agentScalingRouteRef);
  return useMemo(
    () => ({
      models: () => models?.(),
      entity: ref => entity?.(toEntityRouteParams(ref)),
      // The scaling of an agent is a tab of its entity page, there when the plugin is.
      scaling: ref =>
        agentScaling && entity
          ? `${entity(toEntityRouteParams(ref))}/scaling`
          : undefined,
    }),
    [models, entity, agentScaling],
  );
}
