import { ConfigReader } from '@backstage/config';
import { resolve } from 'node:path';
import { readApplyConfig, readFolderConfig } from './readAgentsConfig';

describe('readFolderConfig', () => {
  it('is off without a root', () => {
    expect(readFolderConfig(new ConfigReader({}))).toBeUndefined();
    expect(
      readFolderConfig(new ConfigReader({ agents: { folder: {} } })),
    ).toBeUndefined();
  });

  it('fills in the schedule and the kinds, and makes the root absolute', () => {
    expect(
      readFolderConfig(
        new ConfigReader({ agents: { folder: { root: 'agents' } } }),
      ),
    ).toEqual({
      root: resolve('agents'),
      schedule: {
        frequency: { minutes: 1 },
        timeout: { minutes: 1 },
        scope: 'local',
      },
      allowedKinds: ['Component', 'API', 'Resource', 'AIModel', 'ModelVersion'],
    });
  });
});

describe('readApplyConfig', () => {
  it('allows nothing by default', () => {
    expect(readApplyConfig(new ConfigReader({}))).toEqual({
      enabled: false,
      namespaces: [],
      clusterScoped: false,
      timeoutMs: 30_000,
    });
  });

  it.each(['5s', { seconds: 5 }])('reads a timeout of %j', timeout => {
    expect(
      readApplyConfig(
        new ConfigReader({
          agents: {
            apply: { enabled: true, namespaces: ['suoke-agents'], timeout },
          },
        }),
      ),
    ).toEqual({
      enabled: true,
      namespaces: ['suoke-agents'],
      clusterScoped: false,
      timeoutMs: 5000,
    });
  });
});
