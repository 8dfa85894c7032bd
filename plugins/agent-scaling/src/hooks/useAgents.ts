import { useMemo } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ListAgentsRequest } from '@suoke/plugin-agent-scaling-common';
import { agentScalingApiRef } from '../api/agentScalingApiRef';
import { queryKeys } from './queryKeys';
import { useSignalRefresh } from './useSignalRefresh';

// Any change can move an agent into a filtered list, so every signal concerns it.
const concernsEveryList = () => true;

/** Agents that match a request, kept up to date. While a new request is under way the old answer stays on the screen. */
export function useAgents(request: ListAgentsRequest) {
  const api = useApi(agentScalingApiRef);
  const { signalsAvailable, refetchInterval } = useSignalRefresh(
    queryKeys.lists,
    concernsEveryList,
  );
  const query = useQuery({
    queryKey: queryKeys.list(request),
    queryFn: ({ signal }) => api.listAgents(request, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval,
  });
  return { ...query, signalsAvailable };
}

/** The agents of one catalog entity: one per cluster that it runs in. */
export function useAgentsOfEntity(entityRef: string) {
  const request = useMemo(() => ({ entityRef: [entityRef] }), [entityRef]);
  return useAgents(request);
}
