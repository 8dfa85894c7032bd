import { randomBytes } from 'node:crypto';
import {
  ClusterClient,
  createClusterClient,
  DefaultKubernetesCache,
  KubernetesCacheOptions,
} from '@suoke/kubernetes-cache';
import { remove } from './cleanUp';
import { readTestRun, testRunLabels } from './testRun';

const quiet = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => quiet,
};

/** A client, a namespace of this test file alone, and caches that are stopped after each test. */
export function useCluster() {
  const { cluster, id } = readTestRun();
  const namespace = `suoke-test-${id}-${randomBytes(3).toString('hex')}`;
  const client: ClusterClient = createClusterClient(cluster);
  const caches: DefaultKubernetesCache[] = [];

  beforeAll(async () => {
    await client.request('/api/v1/namespaces', {
      method: 'POST',
      body: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace, labels: testRunLabels() },
      },
    });
  });

  afterEach(async () => {
    await Promise.all(caches.splice(0).map(cache => cache.stop()));
  });

  afterAll(async () => {
    // Not waited for here: the end of the run does that for all at once.
    await remove(client, `/api/v1/namespaces/${namespace}`);
    client.close();
  });

  return {
    cluster,
    client,
    namespace,
    /** Starts a cache and waits for its first lists. */
    async startCache(
      options: Pick<KubernetesCacheOptions, 'resources' | 'settings'> &
        Partial<Pick<KubernetesCacheOptions, 'clusters'>>,
    ): Promise<DefaultKubernetesCache> {
      const cache = DefaultKubernetesCache.create({
        clusters: [cluster],
        logger: quiet,
        ...options,
      });
      caches.push(cache);
      cache.start();
      await cache.waitUntilSettled({ timeoutMs: 30_000 });
      return cache;
    },
  };
}
