import { useState, type ReactNode } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { AiModelsProviders } from './AiModelsProviders';
import { createQueryClient } from './queryClient';
import { useNewSystemLinks } from './useNewSystemLinks';

/** Called once per app: page and cards share one cache although each is rendered on its own. */
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
    <AiModelsProviders links={links} queryClient={props.value}>
      {props.children}
    </AiModelsProviders>
  );
}
