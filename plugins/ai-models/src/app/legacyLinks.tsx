import { useMemo, type ReactNode } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { toEntityRouteParams } from '../lib/entityRefs';
import { AiModelsProviders } from './AiModelsProviders';
import type { AppLinks } from './AppLinks';
import { legacyAgentScalingRouteRef } from './legacyRoutes';
import { createQueryClient } from './queryClient';

/** Older apps have no wrapper per plugin, so the cache that all screens share lives beside them. */
const queryClient = createQueryClient();

function useLegacyLinks(): AppLinks {
  const entity = useRouteRef(entityRouteRef);
  const agentScaling = useRouteRef(legacyAgentScalingRouteRef);
  return useMemo(
    () => ({
      // An older app may mount the entity content alone; asking for the address of a page that is not mounted throws.
      models: () => undefined,
      entity: ref => entity(toEntityRouteParams(ref)),
      scaling: ref =>
        agentScaling && `${entity(toEntityRouteParams(ref))}/scaling`,
    }),
    [entity, agentScaling],
  );
}

/** What a screen needs around it in an older app. */
export function LegacyProviders(props: { children: ReactNode }) {
  return (
    <AiModelsProviders links={useLegacyLinks()} queryClient={queryClient}>
      {props.children}
    </AiModelsProviders>
  );
}
