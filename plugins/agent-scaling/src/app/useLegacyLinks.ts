import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  agentRouteRef,
  createAgentRouteRef,
  rootRouteRef,
} from '../legacyRoutes';
import { toEntityRouteParams } from '../lib/entityPath';
import type { AppLinks } from './AppLinks';

/** Addresses as older apps resolve them. */
export function useLegacyLinks(): AppLinks {
  const fleet = useRouteRef(rootRouteRef);
  const agent = useRouteRef(agentRouteRef);
  const createAgent = useRouteRef(createAgentRouteRef);
  const entity = useRouteRef(entityRouteRef);
  return useMemo(
    () => ({
      fleet: () => fleet(),
      agent: key => agent({ ...key }),
      createAgent: () => createAgent?.(),
      entity: ref => {
        const params = toEntityRouteParams(ref);
        return params && entity(params);
      },
    }),
    [fleet, agent, createAgent, entity],
  );
}
