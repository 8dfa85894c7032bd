import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { toEntityRouteParams } from '../lib/entityPath';
import { agentRouteRef, createAgentRouteRef, rootRouteRef } from '../routes';
import type { AppLinks } from './AppLinks';

/** Addresses as the new frontend system resolves them; a page that is not installed has none. */
export function useNewSystemLinks(): AppLinks {
  const fleet = useRouteRef(rootRouteRef);
  const agent = useRouteRef(agentRouteRef);
  const createAgent = useRouteRef(createAgentRouteRef);
  const entity = useRouteRef(entityRouteRef);
  return useMemo(
    () => ({
      fleet: () => fleet?.(),
      agent: key => agent?.({ ...key }),
      createAgent: () => createAgent?.(),
      entity: ref => {
        const params = toEntityRouteParams(ref);
        return params && entity?.(params);
      },
    }),
    [fleet, agent, createAgent, entity],
  );
}
