import type { ModelRegistryStatus } from '../objects/types';
import { registryConnection } from './registryConnection';

function status(
  conditions: Record<string, 'True' | 'False' | 'Unknown'>,
): ModelRegistryStatus {
  return {
    conditions: Object.entries(conditions).map(([type, value]) => ({
      type,
      status: value,
    })),
  };
}

describe('registryConnection', () => {
  it.each([
    ['unknown', undefined],
    ['unknown', {}],
    ['unknown', status({ Ready: 'Unknown' })],
    [
      'connected',
      status({
        Reachable: 'True',
        Authenticated: 'True',
        Synced: 'True',
        Ready: 'True',
      }),
    ],
    [
      'unreachable',
      status({ Reachable: 'False', Authenticated: 'False', Ready: 'False' }),
    ],
    ['unauthenticated', status({ Reachable: 'True', Authenticated: 'False' })],
    [
      'outOfSync',
      status({ Reachable: 'True', Authenticated: 'True', Synced: 'False' }),
    ],
  ])('is %s for %j', (connection, registryStatus) => {
    expect(registryConnection(registryStatus)).toBe(connection);
  });
});
