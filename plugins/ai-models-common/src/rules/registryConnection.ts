import type { ModelRegistryStatus } from '../objects/types';

/**
 * Whether a registry can be read. `unknown`: nobody has tried, or nobody has said so.
 *
 * @public
 */
export type RegistryConnection =
  | 'connected'
  | 'unreachable'
  | 'unauthenticated'
  | 'outOfSync'
  | 'unknown';

/**
 * Sums up the conditions of a registry: the first thing that is wrong, in the order in which a connection is made.
 *
 * @public
 */
export function registryConnection(
  status: ModelRegistryStatus | undefined,
): RegistryConnection {
  const statusOf = (type: string) =>
    status?.conditions?.find(condition => condition.type === type)?.status;
  if (statusOf('Reachable') === 'False') {
    return 'unreachable';
  }
  if (statusOf('Authenticated') === 'False') {
    return 'unauthenticated';
  }
  if (statusOf('Synced') === 'False') {
    return 'outOfSync';
  }
  return statusOf('Ready') === 'True' ? 'connected' : 'unknown';
}
