import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { LocalCluster, startLocalCluster } from '@suoke/local-cluster';
import { waitFor } from '../__testUtils__/waitFor';
import { DefaultKubernetesCache } from './DefaultKubernetesCache';
import { createClusterClient } from '../client';
import { readClusters } from '../config';

const NAMESPACE = 'suoke-agents';

/** As the embedded default configures it, but on a free port. */
function clustersAt(url: string) {
  return readClusters(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'local',
                url,
                authProvider: 'serviceAccount',
                serviceAccountToken: 'local',
              },
            ],
          },
        ],
      },
    }),
    { logger: mockServices.logger.mock() },
  );
}

describe('with the local cluster', () => {
  let local: LocalCluster;
  const stops: (() => unknown)[] = [];

  beforeEach(async () => {
    local = await startLocalCluster({ speed: 20, warmHistoryMs: 0 });
  });

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
    await local.stop();
  });

  async function start() {
    const clusters = clustersAt(local.url);
    const client = createClusterClient(clusters[0]);
    const cache = DefaultKubernetesCache.create({
      clusters,
      logger: mockServices.logger.mock(),
      resources: [
        { group: '', version: 'v1', plural: 'pods' },
        { group: 'apps', version: 'v1', plural: 'deployments' },
        { group: 'apps', version: 'v1', plural: 'replicasets' },
      ],
      settings: { backoff: { baseMs: 20, maxMs: 100 } },
    });
    stops.push(
      () => cache.stop(),
      () => client.close(),
    );
    cache.start();
    await cache.waitUntilSettled({ timeoutMs: 5_000 });
    return { cache, client };
  }

  const agent = (replicas: number) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'xiaoai', namespace: NAMESPACE },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'xiaoai' } },
      template: {
        metadata: { labels: { app: 'xiaoai' } },
        spec: { containers: [{ name: 'agent', image: 'suoke/xiaoai:v1' }] },
      },
    },
  });

  const apply = (
    client: ReturnType<typeof createClusterClient>,
    ...objects: { apiVersion: string; kind: string; metadata: object }[]
  ) =>
    Promise.all(
      objects.map(object =>
        client.applyServerSide(object, { fieldManager: 'test', force: true }),
      ),
    );

  it('follows a Deployment down to its pods', async () => {
    const { cache, client } = await start();
    expect(cache.clusters()).toMatchObject([{ state: 'Connected' }]);
    await apply(client, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    await apply(client, agent(3));

    const pods = () => {
      const found = cache.get('local', 'deployments.apps', {
        namespace: NAMESPACE,
        name: 'xiaoai',
      });
      return cache
        .ownedBy('local', 'replicasets.apps', found?.metadata.uid ?? '')
        .flatMap(({ metadata }) =>
          cache.ownedBy('local', 'pods', metadata.uid),
        );
    };
    await waitFor(() => pods().length === 3, { describe: pods });
    await apply(client, agent(1));
    await waitFor(() => pods().length === 1, { describe: pods });

    expect(cache.clusters()[0].serverVersion).toBe('v1.36.0-local.suoke');
    expect(
      cache.list('local', 'pods').map(({ metadata }) => metadata),
    ).not.toContainEqual(
      expect.objectContaining({ managedFields: expect.anything() }),
    );
  });

  it('recovers when the cluster comes back empty at the same address', async () => {
    const { cache, client } = await start();
    await apply(client, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    await apply(client, agent(2));
    await waitFor(() => cache.list('local', 'pods').length === 2);
    const port = Number(new URL(local.url).port);
    await local.stop();
    await waitFor(() => cache.clusters()[0].state === 'Unreachable', {
      describe: () => cache.clusters(),
    });
    expect(cache.list('local', 'pods')).toHaveLength(2);

    local = await startLocalCluster({ port, warmHistoryMs: 0 });
    await waitFor(() => cache.clusters()[0].state === 'Connected', {
      describe: () => cache.clusters(),
    });
    expect(cache.list('local', 'pods')).toEqual([]);
  });
});
