import { useState, type ReactNode } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { AgentScalingProviders } from './AgentScalingProviders';
import { createQueryClient } from './queryClient';
import { useNewSystemLinks } from './useNewSystemLinks';

/** Called once per app: pages, tabs and cards share one cache although each is rendered on its own. */
export function useWrapperValue(): QueryClient {
  const [queryClient] = useState(createQueryClient);
  return queryClient;
}

export function PluginWrapper(props: {
  children: ReactNode;
  value: QueryClient;
}) {
  const links = useNewSystemLinks();
  return (
    <AgentScalingProviders links={links} queryClient={props.value}>
      {props.children}
    </AgentScalingProviders>
  );
}
