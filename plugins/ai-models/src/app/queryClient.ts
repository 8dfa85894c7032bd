import { QueryClient } from '@tanstack/react-query';
import { toRequestProblem } from '../lib/requestProblem';

/** One cache for all screens of the plugin: the cards of an entity page ask for the same versions and model. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The catalog itself is some seconds behind its sources; asking more often brings nothing new.
        staleTime: 15_000,
        // A refusal stays a refusal; only what may pass is tried again.
        retry: (failures, error) =>
          failures < 2 && toRequestProblem(error) === 'failed',
      },
    },
  });
}
