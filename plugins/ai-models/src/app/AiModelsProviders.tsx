import { useState, type ReactNode } from 'react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { AppLinksProvider, type AppLinks } from './AppLinks';
import { createQueryClient } from './queryClient';

/** What every screen of the plugin needs around it. */
export function AiModelsProviders(props: {
  links: AppLinks;
  queryClient?: QueryClient;
  children: ReactNode;
}) {
  const [client] = useState(() => props.queryClient ?? createQueryClient());
  return (
    <QueryClientProvider client={client}>
      <AppLinksProvider links={props.links}>{props.children}</AppLinksProvider>
    </QueryClientProvider>
  );
}
