import { QueryClient } from '@tanstack/react-query';
import { retryRequest } from '../lib/requestProblem';

/** One cache for all screens of the plugin, so that an entity tab opens with what the fleet page has just read. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Refetching is decided by the live hooks; a remounted card may show what is a moment old.
        staleTime: 2_000,
        retry: (failures, error) => retryRequest(failures, error),
      },
    },
  });
}
