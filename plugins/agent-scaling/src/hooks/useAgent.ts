import { useCallback, useMemo } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  AgentKey,
  AgentScalingSignal,
} from '@suoke/plugin-agent-scaling-common';
import { agentScalingApiRef } from '../api/agentScalingApiRef';
import { historyRangeMs, type HistoryRange } from '../lib/historyRange';
import { concernsAgent } from '../lib/live';
import { queryKeys } from './queryKeys';
import { useSignalRefresh } from './useSignalRefresh';

function useStableKey({ cluster, namespace, name }: AgentKey): AgentKey {
  return useMemo(
    () => ({ cluster, namespace, name }),
    [cluster, namespace, name],
  );
}

/** Everything about one agent, kept up to date. Its history is refreshed by the same signals because its key lies below. */
export function useAgent(agent: AgentKey) {
  const api = useApi(agentScalingApiRef);
  const key = useStableKey(agent);
  const queryKey = useMemo(() => queryKeys.agent(key), [key]);
  const concerns = useCallback(
    (signal: AgentScalingSignal) => concernsAgent(signal, key),
    [key],
  );
  const { signalsAvailable, refetchInterval } = useSignalRefresh(
    queryKey,
    concerns,
  );
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.getAgent(key, { signal }),
    refetchInterval,
  });
  return { ...query, signalsAvailable };
}

// As often as the backend takes samples; more often brings nothing new.
const HISTORY_POLL_MS = 60_000;

/** Enough for a wide screen at one sample per few pixels. */
const HISTORY_POINTS = 400;

/** Samples and events of the time before now. */
export function useAgentHistory(agent: AgentKey, range: HistoryRange) {
  const api = useApi(agentScalingApiRef);
  const key = useStableKey(agent);
  return useQuery({
    queryKey: queryKeys.history(key, range),
    queryFn: ({ signal }) => {
      const to = Date.now();
      return api.getAgentHistory(
        key,
        {
          from: new Date(to - historyRangeMs[range]).toISOString(),
          to: new Date(to).toISOString(),
          maxPoints: HISTORY_POINTS,
        },
        { signal },
      );
    },
    placeholderData: keepPreviousData,
    refetchInterval: HISTORY_POLL_MS,
  });
}
