import {
  CacheChange,
  DefaultKubernetesCache,
  keepFields,
  WatchedResource,
} from '@suoke/kubernetes-cache';
import { remove } from './support/cleanUp';
import { eventually } from './support/eventually';
import { whenEstablished } from './support/modelCrds';
import { configMap } from './support/objects';
import { readTestRun, testRunLabels } from './support/testRun';
import { useCluster } from './support/useCluster';
import { itWhereClusterHas } from './support/itWhereClusterHas';

const CLUSTER = 'under-test';

describe('the watched cache', () => {
  const { client, cluster, namespace, startCache } = useCluster();
  const configMaps: WatchedResource = {
    group: '',
    version: 'v1',
    plural: 'configmaps',
    namespaces: [namespace],
    // A real cluster puts its certificate authority into every namespace.
    fieldSelector: 'metadata.name!=kube-root-ca.crt',
  };
  const collection = `/api/v1/namespaces/${namespace}/configmaps`;
  const apply = (
    name: string,
    options: { data?: Record<string, string>; app?: string } = {},
  ) =>
    client.applyServerSide(
      configMap({
        namespace,
        name,
        data: options.data,
        labels: options.app ? { app: options.app } : undefined,
      }),
      { fieldManager: 'suoke-cluster-suite' },
    );
  const names = (cache: DefaultKubernetesCache) =>
    cache
      .list(CLUSTER, 'configmaps')
      .map(({ metadata }) => metadata.name)
      .sort();
  const whenNames = (cache: DefaultKubernetesCache, expected: string[]) =>
    eventually(
      `the cache holds ${expected}`,
      () => names(cache).join() === expected.join(),
      { lastSeen: () => [names(cache), cache.clusters()] },
    );

  afterEach(async () => {
    await client.request(collection, {
      method: 'DELETE',
      query: configMaps.fieldSelector
        ? { fieldSelector: configMaps.fieldSelector }
        : {},
    });
    await eventually('the namespace is empty again', async () => {
      const { items } = await client.request<{ items: unknown[] }>(collection, {
        query: { fieldSelector: configMaps.fieldSelector },
      });
      return items.length === 0;
    });
  });

  it('lists what is there, and follows additions, changes and deletes', async () => {
    await apply('first', { data: { step: '1' } });
    const cache = await startCache({ resources: [configMaps] });
    const changes: CacheChange[] = [];
    cache.subscribe(change => changes.push(change));
    expect(names(cache)).toEqual(['first']);

    await apply('second');
    await apply('first', { data: { step: '2' } });
    await remove(client, `${collection}/second`);
    await eventually(
      'the delete arrives',
      () => changes.some(({ type }) => type === 'DELETED'),
      { lastSeen: () => changes },
    );

    expect(
      changes
        .filter(({ type }) => type !== 'HEALTH')
        .map(({ type, object }) => `${type} ${object?.metadata.name}`),
    ).toEqual(['ADDED second', 'MODIFIED first', 'DELETED second']);
    expect(
      cache.get(CLUSTER, 'configmaps', { namespace, name: 'first' }),
    ).toMatchObject({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { step: '2' },
    });
  });

  it('says how it stands with the cluster', async () => {
    const cache = await startCache({ resources: [configMaps] });
    const health = await eventually('the server version is known', () => {
      const [found] = cache.clusters();
      return found.serverVersion ? found : undefined;
    });

    expect(health).toMatchObject({
      cluster: CLUSTER,
      state: 'Connected',
      serverVersion: expect.stringMatching(/^v1\./),
      resources: { configmaps: { state: 'Synced', objectCount: 0 } },
    });
  });

  it('reads a list of many pages', async () => {
    const expected = Array.from({ length: 7 }, (_, i) => `page-${i}`);
    for (const name of expected) {
      await apply(name);
    }
    const cache = await startCache({
      resources: [configMaps],
      settings: { pageSize: 2 },
    });

    expect(names(cache)).toEqual(expected);
  });

  it('obeys a label selector: what begins to match appears, what stops matching goes', async () => {
    await apply('in', { app: 'a' });
    await apply('out', { app: 'b' });
    const cache = await startCache({
      resources: [{ ...configMaps, labelSelector: 'app=a' }],
    });
    expect(names(cache)).toEqual(['in']);

    await apply('out', { app: 'a' });
    await whenNames(cache, ['in', 'out']);
    await apply('in', { app: 'b' });
    await whenNames(cache, ['out']);
  });

  it('holds only what is kept, and no managed fields', async () => {
    await apply('lean', { data: { big: 'x'.repeat(1_000) }, app: 'a' });
    const cache = await startCache({
      resources: [{ ...configMaps, keep: keepFields('metadata.labels') }],
    });

    expect(
      cache.get(CLUSTER, 'configmaps', { namespace, name: 'lean' }),
    ).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'lean',
        namespace,
        labels: { app: 'a' },
        uid: expect.any(String),
        resourceVersion: expect.any(String),
      },
    });
  });

  it('goes on when the server ends its watches and when it is time to list again', async () => {
    const cache = await startCache({
      resources: [configMaps],
      settings: { watchTimeoutSeconds: 1, resyncMs: 3_000 },
    });
    const states = new Set<string>();
    cache.subscribe(({ type }) => {
      if (type === 'HEALTH') {
        states.add(cache.clusters()[0].resources.configmaps.state);
      }
    });
    const expected: string[] = [];
    for (let i = 0; i < 8; i++) {
      expected.push(`tick-${i}`);
      await apply(`tick-${i}`);
      await whenNames(cache, expected);
      await new Promise(resolve => setTimeout(resolve, 700));
    }

    // An ended watch is part of normal life: nobody is told.
    expect([...states]).toEqual([]);
  });

  it('notices that an object was replaced by another one of the same name', async () => {
    await apply('phoenix');
    const cache = await startCache({ resources: [configMaps] });
    const uid = () =>
      cache.get(CLUSTER, 'configmaps', { namespace, name: 'phoenix' })?.metadata
        .uid;
    const before = uid();
    await remove(client, `${collection}/phoenix`);
    await apply('phoenix');

    await eventually(
      'the new object is held',
      () => uid() !== undefined && uid() !== before,
    );
  });

  itWhereClusterHas(
    ['crds'],
    'notices that a definition is installed, and that it is removed',
    async () => {
      const { id } = readTestRun();
      const group = `run-${id}.ai.suoke.life`;
      const definition = `widgets.${group}`;
      const resource = { group, version: 'v1', plural: 'widgets' };
      const cache = await startCache({
        resources: [{ ...resource, optional: true }],
        // A server may keep the watch of a removed type open for minutes; listing again finds out.
        settings: { probeMs: 500, resyncMs: 5_000 },
      });
      const state = () => cache.clusters()[0].resources[definition].state;
      const whenState = (expected: string) =>
        eventually(`widgets are ${expected}`, () => state() === expected, {
          lastSeen: () => cache.clusters(),
        });
      expect(state()).toBe('Absent');
      expect(cache.clusters()[0].state).toBe('Connected');

      await client.applyServerSide(
        {
          apiVersion: 'apiextensions.k8s.io/v1',
          kind: 'CustomResourceDefinition',
          metadata: { name: definition, labels: testRunLabels() },
          spec: {
            group,
            scope: 'Namespaced',
            names: { kind: 'Widget', plural: 'widgets', singular: 'widget' },
            versions: [
              {
                name: 'v1',
                served: true,
                storage: true,
                schema: {
                  openAPIV3Schema: {
                    type: 'object',
                    properties: {
                      spec: {
                        type: 'object',
                        properties: { size: { type: 'integer' } },
                      },
                    },
                  },
                },
              },
            ],
          },
        },
        { fieldManager: 'suoke-cluster-suite' },
      );
      await whenEstablished(client, definition);
      await whenState('Synced');
      await client.request(
        `/apis/${group}/v1/namespaces/${namespace}/widgets`,
        {
          method: 'POST',
          body: {
            apiVersion: `${group}/v1`,
            kind: 'Widget',
            metadata: { name: 'one' },
            spec: { size: 1 },
          },
        },
      );
      await eventually(
        'the widget is held',
        () => cache.list(CLUSTER, definition).length === 1,
      );

      await remove(
        client,
        `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${definition}`,
      );
      await whenState('Absent');
      expect(cache.list(CLUSTER, definition)).toEqual([]);
    },
  );

  itWhereClusterHas(
    ['authentication'],
    'shows that a credential is not accepted',
    async () => {
      const cache = await startCache({
        resources: [configMaps],
        clusters: [
          {
            ...cluster,
            credential: { type: 'token', token: 'issued-by-nobody' },
          },
        ],
      });

      expect(cache.clusters()[0]).toMatchObject({
        state: 'Unauthorized',
        message: expect.stringContaining('renew the service account token'),
      });
    },
  );

  itWhereClusterHas(
    ['authentication'],
    'is forbidden at first, and recovers when the permission is granted',
    async () => {
      const base = `/api/v1/namespaces/${namespace}/serviceaccounts`;
      const rbac = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}`;
      const post = (path: string, body: unknown) =>
        client.request<{ status: { token: string } }>(path, {
          method: 'POST',
          body,
        });
      await post(base, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'reader' },
      });
      const { status } = await post(`${base}/reader/token`, {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { expirationSeconds: 600 },
      });
      await apply('guarded');
      const cache = await startCache({
        resources: [configMaps],
        clusters: [
          { ...cluster, credential: { type: 'token', token: status.token } },
        ],
        settings: { probeMs: 500 },
      });
      expect(cache.clusters()[0].resources.configmaps).toMatchObject({
        state: 'Forbidden',
        message: expect.stringContaining('grant get, list and watch'),
      });

      await post(`${rbac}/roles`, {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'reader' },
        rules: [
          {
            apiGroups: [''],
            resources: ['configmaps'],
            verbs: ['get', 'list', 'watch'],
          },
        ],
      });
      await post(`${rbac}/rolebindings`, {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'reader' },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Role',
          name: 'reader',
        },
        subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace }],
      });
      await whenNames(cache, ['guarded']);
      expect(cache.clusters()[0].state).toBe('Connected');
    },
  );
});
