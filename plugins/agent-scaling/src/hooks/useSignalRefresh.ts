import { useEffect } from 'react';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  AGENT_SCALING_SIGNAL_CHANNEL,
  type AgentScalingSignal,
} from '@suoke/plugin-agent-scaling-common';
import { pollMs, SIGNAL_SETTLE_MS } from '../lib/live';

/**
 * Reads queries again when the backend says that something changed.
 *
 * @param queryKey - the queries to read again; keep it and `concerns` stable between renders
 * @param concerns - whether a message is about these queries
 * @returns how often to poll, which depends on whether the app has signals at all
 */
export function useSignalRefresh(
  queryKey: QueryKey,
  concerns: (signal: AgentScalingSignal) => boolean,
): { signalsAvailable: boolean; refetchInterval: number } {
  const queryClient = useQueryClient();
  const { lastSignal, isSignalsAvailable } = useSignal<AgentScalingSignal>(
    AGENT_SCALING_SIGNAL_CHANNEL,
  );
  useEffect(() => {
    if (!lastSignal || !concerns(lastSignal)) {
      return undefined;
    }
    const timer = setTimeout(() => {
      // A hidden tab only learns that its data is old; the query reads it again when somebody looks.
      const refetchType =
        document.visibilityState === 'hidden' ? 'none' : 'active';
      queryClient.invalidateQueries({ queryKey, refetchType });
    }, SIGNAL_SETTLE_MS);
    return () => clearTimeout(timer);
  }, [lastSignal, concerns, queryClient, queryKey]);
  return {
    signalsAvailable: isSignalsAvailable,
    refetchInterval: pollMs(isSignalsAvailable),
  };
}
