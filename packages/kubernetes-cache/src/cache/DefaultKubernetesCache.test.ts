import { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Cluster } from '../client';
import { FaultyApiServer } from '../__testUtils__/FaultyApiServer';
import { waitFor } from '../__testUtils__/waitFor';
import { CacheChange, WatchedResource } from '../types';
import { WatchSettings } from '../watch/watchSettings';
import { DefaultKubernetesCache } from './DefaultKubernetesCache';

const PODS = '/api/v1/pods';
const pods: WatchedResource = { group: '', version: 'v1', plural: 'pods' };
const models: WatchedResource = {
  group: 'ai.suoke.life',
  version: 'v1alpha1',
  plural: 'aimodels',
  optional: true,
};

/** Impatient, so that what takes minutes in production takes milliseconds here. */
const impatient: Partial<WatchSettings> = {
  listTimeoutMs: 300,
  answerTimeoutMs: 300,
  probeMs: 40,
  backoff: { baseMs: 10, maxMs: 40 },
  stableMs: 200,
};

function pod(name: string, fields: Record<string, unknown> = {}) {
  return {
    kind: 'Pod',
    metadata: { name, namespace: 'suoke-agents' },
    ...fields,
  };
}

describe('DefaultKubernetesCache', () => {
  let server: FaultyApiServer;
  const caches: DefaultKubernetesCache[] = [];
  const servers: FaultyApiServer[] = [];

  beforeEach(async () => {
    server = await startServer();
  });

  afterEach(async () => {
    await Promise.all(caches.splice(0).map(cache => cache.stop()));
    await Promise.all(
      servers.splice(0).map(each => each.stop().catch(() => {})),
    );
  });

  async function startServer() {
    const started = await FaultyApiServer.start();
    servers.push(started);
    return started;
  }

  function createCache(
    options: {
      clusters?: Cluster[];
      resources?: WatchedResource[];
      settings?: Partial<WatchSettings>;
      logger?: LoggerService;
    } = {},
  ) {
    const cache = DefaultKubernetesCache.create({
      clusters: options.clusters ?? [server.cluster()],
      resources: options.resources ?? [pods],
      settings: { ...impatient, ...options.settings },
      logger: options.logger ?? mockServices.logger.mock(),
      random: () => 0.5,
    });
    caches.push(cache);
    const changes: CacheChange[] = [];
    cache.subscribe(change => changes.push(change));
    return { cache, changes };
  }

  async function startCache(options: Parameters<typeof createCache>[0] = {}) {
    const created = createCache(options);
    created.cache.start();
    await created.cache.waitUntilSettled({ timeoutMs: 5_000 });
    return created;
  }

  const names = (cache: DefaultKubernetesCache, cluster = 'prod') =>
    cache
      .list(cluster, 'pods')
      .map(({ metadata }) => metadata.name)
      .sort();
  const health = (
    cache: DefaultKubernetesCache,
    resource = 'pods',
    cluster = 'prod',
  ) =>
    cache.clusters().find(each => each.cluster === cluster)!.resources[
      resource
    ];
  const whenNames = (
    cache: DefaultKubernetesCache,
    expected: string[],
    cluster?: string,
  ) =>
    waitFor(
      () => JSON.stringify(names(cache, cluster)) === JSON.stringify(expected),
      { describe: () => [names(cache, cluster), cache.clusters()] },
    );
  const whenState = (
    cache: DefaultKubernetesCache,
    state: string,
    resource?: string,
  ) =>
    waitFor(() => health(cache, resource).state === state, {
      describe: () => cache.clusters(),
    });
  const watchOpen = () =>
    waitFor(() => server.openWatches > 0, { describe: () => server.requests });

  it('lists, then follows every change in order', async () => {
    server.put(PODS, pod('a'));
    const { cache, changes } = createCache();
    expect(cache.clusters()[0]).toMatchObject({
      state: 'Connecting',
      resources: { pods: { state: 'Syncing', objectCount: 0 } },
    });
    expect(cache.list('prod', 'pods')).toEqual([]);

    cache.start();
    await watchOpen();
    server.put(PODS, pod('b'));
    server.put(PODS, pod('a', { status: { phase: 'Running' } }));
    server.remove(PODS, { namespace: 'suoke-agents', name: 'b' });
    await waitFor(() => changes.at(-1)?.type === 'DELETED');

    expect(
      changes.map(({ type, object }) => `${type} ${object?.metadata.name}`),
    ).toEqual([
      'HEALTH undefined',
      'ADDED a',
      'ADDED b',
      'MODIFIED a',
      'DELETED b',
    ]);
    expect(
      cache.get('prod', 'pods', { namespace: 'suoke-agents', name: 'a' }),
    ).toMatchObject({ apiVersion: 'v1', status: { phase: 'Running' } });
    await waitFor(() => cache.clusters()[0].serverVersion !== undefined);
    expect(cache.clusters()[0]).toMatchObject({
      state: 'Connected',
      serverVersion: 'v1.36.0-faulty',
      lastContactAt: expect.stringMatching(/^\d{4}-.*Z$/),
      resources: { pods: { state: 'Synced', objectCount: 1 } },
    });
  });

  it('knows the objects of an owner', async () => {
    const owned = (name: string, uid: string) => ({
      kind: 'Pod',
      metadata: {
        name,
        namespace: 'suoke-agents',
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name: 'rs',
            uid,
            controller: true,
          },
        ],
      },
    });
    server.put(PODS, owned('a', 'rs-1'));
    server.put(PODS, owned('b', 'rs-2'));
    const { cache } = await startCache();
    const ownedBy = (uid: string) =>
      cache.ownedBy('prod', 'pods', uid).map(({ metadata }) => metadata.name);

    expect(ownedBy('rs-1')).toEqual(['a']);
    await watchOpen();
    server.put(PODS, owned('b', 'rs-1'));
    await waitFor(() => ownedBy('rs-1').length === 2);
    expect(ownedBy('rs-2')).toEqual([]);
  });

  it('asks for bookmarks and a server-side time limit', async () => {
    await startCache();
    await watchOpen();

    const { query } = server.requests.find(({ isWatch }) => isWatch)!;
    expect(query.get('allowWatchBookmarks')).toBe('true');
    // 300 s, longer by the random half.
    expect(query.get('timeoutSeconds')).toBe('450');
  });

  it('watches named namespaces one by one', async () => {
    const path = (namespace: string) => `/api/v1/namespaces/${namespace}/pods`;
    server.put(path('a'), { metadata: { name: 'x', namespace: 'a' } });
    server.put(path('b'), { metadata: { name: 'y', namespace: 'b' } });
    server.fault = request =>
      request.path === path('b')
        ? { type: 'Status', code: 403, reason: 'Forbidden' }
        : undefined;
    const { cache } = await startCache({
      resources: [{ ...pods, namespaces: ['a', 'b'] }],
    });

    // The health is that of the worst, and what may be read can be read.
    expect(health(cache)).toMatchObject({ state: 'Forbidden', objectCount: 1 });
    expect(names(cache)).toEqual(['x']);
  });

  it('passes selectors to the server', async () => {
    await startCache({
      resources: [
        {
          ...pods,
          labelSelector: 'app in (a,b)',
          fieldSelector: 'spec.nodeName=n',
        },
      ],
    });
    await watchOpen();

    for (const { query } of server.requests.filter(
      ({ path }) => path === PODS,
    )) {
      expect(query.get('labelSelector')).toBe('app in (a,b)');
      expect(query.get('fieldSelector')).toBe('spec.nodeName=n');
    }
  });

  it('reads all pages', async () => {
    'abcde'.split('').forEach(name => server.put(PODS, pod(name)));
    const { cache } = await startCache({ settings: { pageSize: 2 } });

    expect(names(cache)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(server.countOf('list')).toBe(3);
  });

  it('starts a list again when its continue token expires, and then asks for it in one piece', async () => {
    'abcde'.split('').forEach(name => server.put(PODS, pod(name)));
    server.fault = ({ query }) => {
      if (query.has('continue')) {
        server.expireSnapshots();
      }
      return undefined;
    };
    const { cache } = await startCache({ settings: { pageSize: 2 } });

    expect(names(cache)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(
      server.requests
        .filter(({ path, isWatch }) => path === PODS && !isWatch)
        .map(({ query }) => [query.get('limit'), query.has('continue')]),
    ).toEqual([
      ['2', false],
      ['2', true],
      ['2', false],
      ['2', true],
      [null, false],
    ]);
  });

  it('asks for smaller pages when a page is too large to hold', async () => {
    for (let i = 0; i < 8; i++) {
      server.put(PODS, pod(`pod-${i}`, { data: 'x'.repeat(1_000) }));
    }
    const { cache } = await startCache({
      settings: { pageSize: 8, maxPageBytes: 4_000 },
    });

    expect(names(cache)).toHaveLength(8);
    expect(server.requests[1].query.get('limit')).toBe('2');
  });

  it('lists again after 410 as an answer', async () => {
    const { cache } = await startCache();
    await watchOpen();
    server.fault = ({ isWatch }) =>
      isWatch && server.countOf('watch') === 2
        ? { type: 'Status', code: 410, reason: 'Gone' }
        : undefined;
    server.freezeWatches();
    server.put(PODS, pod('a'));
    server.endWatches();

    await whenNames(cache, ['a']);
    expect(server.countOf('list')).toBe(2);
    expect(health(cache).state).toBe('Synced');
  });

  it('lists again after 410 in the stream', async () => {
    const { cache, changes } = await startCache({
      settings: { backoff: { baseMs: 0, maxMs: 0 } },
    });
    await watchOpen();
    server.freezeWatches();
    server.put(PODS, pod('a'));
    server.compact();
    server.endWatches();

    await whenNames(cache, ['a']);
    expect(server.countOf('list')).toBe(2);
    // The watch was told once; nobody else was bothered with it.
    expect(changes.filter(({ type }) => type === 'HEALTH')).toHaveLength(1);
  });

  it('goes on from the last bookmark when the server ends the watch', async () => {
    const { cache } = await startCache({
      settings: { backoff: { baseMs: 0, maxMs: 0 } },
    });
    await watchOpen();
    server.put('/api/v1/services', { metadata: { name: 'other' } });
    server.put('/api/v1/services', { metadata: { name: 'other' } });
    server.bookmark(PODS);
    await new Promise(resolve => setTimeout(resolve, 20));
    // Without the bookmark the watch would be too old now, and listing again would be needed.
    server.compact();
    server.endWatches();
    await waitFor(() => server.countOf('watch') === 2);
    server.put(PODS, pod('a'));

    await whenNames(cache, ['a']);
    expect(server.countOf('list')).toBe(1);
    const versions = server.requests
      .filter(({ isWatch }) => isWatch)
      .map(({ query }) => query.get('resourceVersion'));
    expect(versions).toEqual(['100', '102']);
  });

  it('survives a connection that drops in the middle of an event', async () => {
    server.put(PODS, pod('a'));
    const { cache, changes } = await startCache();
    await watchOpen();
    server.sendRaw('{"type":"ADDED","object":{"kind":"Pod","meta');
    server.freezeWatches();
    server.put(PODS, pod('b'));
    server.dropWatches();

    await whenNames(cache, ['a', 'b']);
    await whenState(cache, 'Synced');
    expect(changes.filter(({ type }) => type !== 'HEALTH')).toHaveLength(2);
  });

  it('finds out that a connection is half-open', async () => {
    const { cache } = await startCache({ settings: { silenceMs: 100 } });
    await watchOpen();
    server.freezeWatches();
    server.put(PODS, pod('a'));

    await whenNames(cache, ['a']);
    expect(health(cache).state).toBe('Synced');
  });

  it('says since when it is out of contact with a server that went dead', async () => {
    const { cache } = await startCache({ settings: { silenceMs: 100 } });
    await watchOpen();
    server.freezeWatches();
    server.fault = () => ({ type: 'Hang' });

    await whenState(cache, 'Stale');
    const { staleSince, lastContactAt, message } = health(cache);
    expect(Date.parse(staleSince!)).toBeGreaterThanOrEqual(
      Date.parse(lastContactAt!),
    );
    expect(message).toContain(
      "Cluster 'prod' did not finish GET /api/v1/pods within 300 ms",
    );
    expect(cache.clusters()[0].state).toBe('Unreachable');
  });

  it('keeps a quiet connection open as long as bookmarks come', async () => {
    await startCache({ settings: { silenceMs: 100 } });
    await watchOpen();
    for (let i = 0; i < 10; i++) {
      await new Promise(resolve => setTimeout(resolve, 30));
      server.bookmark(PODS);
    }

    expect(server.countOf('watch')).toBe(1);
  });

  it('is patient with a slow server, and gives up on one that is too slow', async () => {
    server.put(PODS, pod('a'));
    server.fault = () => ({ type: 'Delay', ms: 100 });
    const { cache } = await startCache();
    expect(names(cache)).toEqual(['a']);

    server.fault = () => ({ type: 'Delay', ms: 1_000 });
    server.dropWatches();
    await whenState(cache, 'Stale');
    // What is held stays readable while it is stale.
    await waitFor(() => cache.clusters()[0].state === 'Unreachable');
    expect(names(cache)).toEqual(['a']);
  });

  it.each([
    ['no JSON', 'ceci n’est pas un événement\n'],
    ['no event', '{"hello":"world"}\n'],
    ['an event without an object', '{"type":"MODIFIED"}\n'],
    ['an object without a name', '{"type":"ADDED","object":{"metadata":{}}}\n'],
    [
      'the error page of a proxy',
      '<html><body>504 Gateway Time-out</body></html>\n',
    ],
    ['an endless line', 'x'.repeat(10_000)],
  ])('lists again after garbage in the stream: %s', async (_, garbage) => {
    const { cache, changes } = await startCache({
      settings: { maxEventBytes: 5_000 },
    });
    await watchOpen();
    server.sendRaw(garbage);

    await waitFor(() => server.countOf('list') === 2);
    await whenState(cache, 'Synced');
    expect(changes.filter(({ type }) => type === 'HEALTH')).toHaveLength(3);
    await watchOpen();
    server.put(PODS, pod('a'));
    await whenNames(cache, ['a']);
  });

  it.each([
    ['no JSON', '<html>login</html>'],
    ['no list', '{"kind":"Status"}'],
    [
      'an item without a name',
      '{"metadata":{"resourceVersion":"1"},"items":[{}]}',
    ],
  ])('shows that an answer is no list: %s', async (_, text) => {
    server.fault = () => ({ type: 'Body', text });
    const { cache } = await startCache();

    expect(health(cache)).toMatchObject({ state: 'Stale', objectCount: 0 });
    expect(health(cache).message).toContain("Cluster 'prod'");
  });

  it('waits ever longer between failures', async () => {
    server.fault = () => ({ type: 'Status', code: 500 });
    await startCache({ settings: { backoff: { baseMs: 40, maxMs: 10_000 } } });
    await new Promise(resolve => setTimeout(resolve, 450));

    // Waits of 30, 60, 120, 240 ms with the random number of one half.
    expect(server.requests.length).toBeGreaterThanOrEqual(3);
    expect(server.requests.length).toBeLessThanOrEqual(5);
  });

  it('waits as long as the server asks for', async () => {
    server.fault = () => ({
      type: 'Status',
      code: 429,
      headers: { 'Retry-After': '60' },
    });
    const { cache } = await startCache();
    await new Promise(resolve => setTimeout(resolve, 150));

    expect(server.requests).toHaveLength(1);
    expect(health(cache).message).toContain('429 TooManyRequests');
  });

  it('does not hammer a server that closes every watch at once', async () => {
    await startCache({ settings: { backoff: { baseMs: 40, maxMs: 10_000 } } });
    const timer = setInterval(() => server.endWatches(), 1);
    await new Promise(resolve => setTimeout(resolve, 400));
    clearInterval(timer);

    expect(server.countOf('watch')).toBeLessThanOrEqual(6);
  });

  it('shows what is forbidden, and recovers when it is allowed', async () => {
    server.put(PODS, pod('a'));
    let isAllowed = false;
    server.fault = () =>
      isAllowed
        ? undefined
        : { type: 'Status', code: 403, reason: 'Forbidden' };
    const { cache, changes } = await startCache();

    expect(health(cache)).toMatchObject({
      state: 'Forbidden',
      message: expect.stringContaining('grant get, list and watch on pods'),
    });
    expect(cache.clusters()[0].state).toBe('Degraded');
    isAllowed = true;
    await whenNames(cache, ['a']);
    expect(cache.clusters()[0]).toMatchObject({ state: 'Connected' });
    expect(cache.clusters()[0].message).toBeUndefined();

    // Taken away again: nothing is shown, and nothing is reported as deleted that may still exist.
    isAllowed = false;
    server.put(PODS, pod('b'));
    server.dropWatches();
    await whenState(cache, 'Forbidden');
    expect(names(cache)).toEqual([]);
    expect(
      cache.get('prod', 'pods', { namespace: 'suoke-agents', name: 'a' }),
    ).toBeUndefined();
    server.remove(PODS, { namespace: 'suoke-agents', name: 'a' });
    isAllowed = true;
    await whenNames(cache, ['b']);
    expect(changes.filter(({ type }) => type === 'DELETED')).toHaveLength(1);
  });

  it.each([403, 405])(
    'lists from time to time what it may not watch (%s)',
    async code => {
      server.put(PODS, pod('a'));
      server.fault = ({ isWatch }) =>
        isWatch ? { type: 'Status', code } : undefined;
      const { cache, changes } = await startCache();
      await whenState(cache, 'Stale');
      expect(names(cache)).toEqual(['a']);
      expect(health(cache).message).toContain('grant watch on pods');

      server.put(PODS, pod('b'));
      await whenNames(cache, ['a', 'b']);
      // It is as stale as before: nobody is told again with every list.
      expect(changes.filter(({ type }) => type === 'HEALTH')).toHaveLength(2);
      server.fault = () => undefined;
      await whenState(cache, 'Synced');
    },
  );

  it('survives an object with owners that make no sense', async () => {
    server.put(PODS, {
      metadata: { name: 'a', ownerReferences: 'nobody' as never },
    });
    const { cache } = await startCache();
    await watchOpen();
    server.put(PODS, {
      metadata: { name: 'b', ownerReferences: [null] as never },
    });

    await whenNames(cache, ['a', 'b']);
    expect(health(cache).state).toBe('Synced');
  });

  it('shows that a credential is not accepted, and recovers', async () => {
    server.put(PODS, pod('a'));
    server.fault = () => ({
      type: 'Status',
      code: 401,
      reason: 'Unauthorized',
    });
    const { cache } = await startCache();

    expect(cache.clusters()[0]).toMatchObject({
      state: 'Unauthorized',
      message: expect.stringContaining('renew the service account token'),
    });
    server.fault = () => undefined;
    await whenNames(cache, ['a']);
    expect(cache.clusters()[0].state).toBe('Connected');
  });

  it('notices when an absent CRD is installed, and when it is removed', async () => {
    const MODELS = '/apis/ai.suoke.life/v1alpha1/aimodels';
    let isInstalled = false;
    server.fault = ({ path }) =>
      path === MODELS && !isInstalled
        ? { type: 'Status', code: 404, reason: 'NotFound' }
        : undefined;
    const { cache, changes } = await startCache({ resources: [pods, models] });
    const resource = 'aimodels.ai.suoke.life';

    expect(health(cache, resource)).toMatchObject({
      state: 'Absent',
      objectCount: 0,
    });
    // An optional type that is absent is no trouble.
    expect(cache.clusters()[0].state).toBe('Connected');

    isInstalled = true;
    server.put(MODELS, { metadata: { name: 'm', namespace: 'suoke-agents' } });
    await waitFor(() => cache.list('prod', resource).length === 1);
    expect(health(cache, resource).state).toBe('Synced');

    isInstalled = false;
    server.dropWatches();
    await whenState(cache, 'Absent', resource);
    expect(cache.list('prod', resource)).toEqual([]);
    expect(changes.filter(({ type }) => type === 'DELETED')).toHaveLength(1);
  });

  it('counts a type that has to be there and is absent as trouble', async () => {
    server.fault = () => ({ type: 'Status', code: 404 });
    const { cache } = await startCache();

    expect(cache.clusters()[0]).toMatchObject({
      state: 'Degraded',
      message: expect.stringContaining('install its CRD or API'),
    });
  });

  it('serves a healthy cluster while another one is dead or hangs', async () => {
    const dead = await startServer();
    await dead.stop();
    const hanging = await startServer();
    hanging.fault = () => ({ type: 'Hang' });
    server.put(PODS, pod('a'));
    const startedAt = Date.now();
    const { cache } = createCache({
      clusters: [
        dead.cluster('dead'),
        hanging.cluster('hanging'),
        server.cluster(),
      ],
    });
    cache.start();
    await whenNames(cache, ['a']);

    expect(Date.now() - startedAt).toBeLessThan(250);
    await cache.waitUntilSettled({ timeoutMs: 2_000 });
    expect(
      cache.clusters().map(({ cluster, state }) => `${cluster} ${state}`),
    ).toEqual(['dead Unreachable', 'hanging Unreachable', 'prod Connected']);
    expect(cache.clusters()[0].message).toContain('ECONNREFUSED');
    expect(cache.list('nobody', 'pods')).toEqual([]);
  });

  it.each([
    ['with what it had', false],
    ['as another server, counting from the start', true],
  ])('recovers from a restart of the server, %s', async (_, reset) => {
    server.put(PODS, pod('a'));
    server.put(PODS, pod('b'));
    const { cache, changes } = await startCache();
    await watchOpen();
    await server.stop();
    await waitFor(() => cache.clusters()[0].state === 'Unreachable');
    expect(health(cache)).toMatchObject({
      state: 'Stale',
      objectCount: 2,
      staleSince: expect.any(String),
    });

    await server.startAgain({ reset });
    if (reset) {
      server.put(PODS, pod('b'));
      server.put(PODS, pod('c'));
    } else {
      server.remove(PODS, { namespace: 'suoke-agents', name: 'a' });
    }
    await whenNames(cache, reset ? ['b', 'c'] : ['b']);
    await whenState(cache, 'Synced');
    expect(health(cache).staleSince).toBeUndefined();
    expect(
      changes
        .filter(({ type }) => type === 'DELETED')
        .map(change => change.object?.metadata.name),
    ).toEqual(reset ? ['a', 'b'] : ['a']);
    expect(cache.clusters()[0].state).toBe('Connected');
  });

  it('lists again when a server counts backwards on an open watch', async () => {
    const { cache } = await startCache();
    await watchOpen();
    server.sendRaw(
      '{"type":"ADDED","object":{"metadata":{"name":"z","uid":"z","resourceVersion":"7"}}}\n',
    );

    await waitFor(() => server.countOf('list') === 2);
    expect(names(cache)).toEqual([]);
  });

  it('finds deletes that the watch missed by listing again from time to time', async () => {
    server.put(PODS, pod('a'));
    server.put(PODS, pod('b'));
    const { cache, changes } = await startCache({
      settings: { resyncMs: 150 },
    });
    await watchOpen();
    server.removeInSilence(PODS, { namespace: 'suoke-agents', name: 'a' });

    await whenNames(cache, ['b']);
    expect(changes.at(-1)).toMatchObject({
      type: 'DELETED',
      object: { metadata: { name: 'a' } },
    });
    expect(health(cache).state).toBe('Synced');
  });

  it('holds only what is kept, and never managed fields', async () => {
    const bulky = {
      kind: 'Pod',
      metadata: {
        name: 'a',
        namespace: 'suoke-agents',
        managedFields: [{ manager: 'kubectl' }],
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
          team: 'x',
        },
      },
      spec: { nodeName: 'n', containers: [] },
    };
    server.put(PODS, bulky);
    const { cache } = await startCache();
    const { cache: lean } = await startCache({
      resources: [
        {
          ...pods,
          keep: ({ spec }) => ({ spec: { nodeName: spec.nodeName } }),
        },
      ],
    });
    const key = { namespace: 'suoke-agents', name: 'a' };

    expect(cache.get('prod', 'pods', key)).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'a',
        namespace: 'suoke-agents',
        uid: 'uid-1',
        resourceVersion: '101',
        annotations: { team: 'x' },
      },
      spec: { nodeName: 'n', containers: [] },
    });
    expect(lean.get('prod', 'pods', key)).toEqual({
      metadata: {
        name: 'a',
        namespace: 'suoke-agents',
        uid: 'uid-1',
        resourceVersion: '101',
      },
      spec: { nodeName: 'n' },
    });
    await waitFor(() => server.openWatches === 2);
    server.put(PODS, { ...bulky, spec: { nodeName: 'm', containers: [] } });
    await waitFor(
      () =>
        lean.get<{ spec: { nodeName: string } }>('prod', 'pods', key)?.spec
          .nodeName === 'm',
    );
    expect(
      JSON.stringify([
        ...cache.list('prod', 'pods'),
        ...lean.list('prod', 'pods'),
      ]),
    ).not.toMatch(/managedFields|last-applied/);
  });

  it('holds an object whole when its reducer fails, and says so once', async () => {
    server.put(PODS, pod('a'));
    server.put(PODS, pod('b'));
    const logger = mockServices.logger.mock();
    const { cache } = await startCache({
      logger,
      resources: [{ ...pods, keep: object => object.spec.replicas }],
    });

    expect(names(cache)).toEqual(['a', 'b']);
    const warnings = logger.warn.mock.calls.map(([message]) => message);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('The keep reducer of pods failed');
  });

  it('goes on when a subscriber fails, and stops calling one that has left', async () => {
    const { cache, changes } = createCache();
    cache.subscribe(() => {
      throw new Error('broken subscriber');
    });
    const late: CacheChange[] = [];
    const leave = cache.subscribe(change => late.push(change));
    leave();
    cache.start();
    await watchOpen();
    server.put(PODS, pod('a'));

    await waitFor(() => changes.some(({ type }) => type === 'ADDED'));
    expect(late).toEqual([]);
  });

  it('shows a subscriber the state that its change led to', async () => {
    server.put(PODS, pod('a'));
    const { cache } = createCache();
    const seen: unknown[] = [];
    cache.subscribe(({ type, object }) =>
      seen.push(
        type === 'HEALTH'
          ? health(cache).state
          : cache.get('prod', 'pods', object!.metadata)?.metadata.name,
      ),
    );
    cache.start();
    await cache.waitUntilSettled({ timeoutMs: 1_000 });

    expect(seen).toEqual(['Synced', 'a']);
  });

  it('never logs the token', async () => {
    const logger = mockServices.logger.mock();
    server.fault = ({ isWatch }) =>
      isWatch
        ? { type: 'Body', text: 'garbage' }
        : { type: 'Status', code: 401 };
    await startCache({ logger });
    server.fault = () => undefined;
    await server.stop();
    await new Promise(resolve => setTimeout(resolve, 100));

    const said = JSON.stringify(
      [logger.warn, logger.info, logger.error, logger.debug].map(
        log => log.mock.calls,
      ),
    );
    expect(said).toContain('prod');
    expect(said).not.toContain('top-secret');
  });

  it('leaves no socket and no timer when it stops, whatever it was doing', async () => {
    const hanging = await startServer();
    hanging.fault = () => ({ type: 'Hang' });
    const timers = new Set<number>();
    let nextTimer = 0;
    const cache = DefaultKubernetesCache.create({
      clusters: [server.cluster(), hanging.cluster('hanging')],
      resources: [pods, models],
      logger: mockServices.logger.mock(),
      clock: {
        now: () => Date.now(),
        after(ms, task) {
          const id = nextTimer++;
          timers.add(id);
          const timer = setTimeout(() => {
            timers.delete(id);
            task();
          }, ms);
          return () => {
            timers.delete(id);
            clearTimeout(timer);
          };
        },
      },
    });
    cache.start();
    await watchOpen();
    expect(timers.size).toBeGreaterThan(0);
    await cache.stop();

    expect(timers.size).toBe(0);
    await waitFor(() => server.openSockets + hanging.openSockets === 0);
    const { length } = server.requests;
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(server.requests).toHaveLength(length);
  });

  it('stops with the signal it was started with', async () => {
    const { cache } = createCache();
    const controller = new AbortController();
    cache.start({ signal: controller.signal });
    await watchOpen();
    controller.abort();

    await waitFor(() => server.openSockets === 0);
    // And can be started again.
    cache.start();
    await watchOpen();
    expect(health(cache).state).toBe('Synced');
  });

  it('takes the default for a setting that is not given', async () => {
    await startCache({ settings: { resyncMs: undefined } });
    await watchOpen();
    await new Promise(resolve => setTimeout(resolve, 100));

    expect(server.countOf('list')).toBe(1);
  });

  it('refuses two clusters of one name', () => {
    expect(() =>
      createCache({ clusters: [server.cluster(), server.cluster()] }),
    ).toThrow("Two clusters are named 'prod'");
  });

  it('says when it could not settle in time', async () => {
    server.fault = () => ({ type: 'Hang' });
    const { cache } = createCache();
    cache.start();

    await expect(cache.waitUntilSettled({ timeoutMs: 30 })).resolves.toBe(
      false,
    );
  });
});
