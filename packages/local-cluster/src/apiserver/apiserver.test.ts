import { request as httpRequest } from 'node:http';
import { parse } from 'yaml';
import { ClusterObject } from '../store/types';
import { deploymentYaml, widgetCrdYaml } from './__testUtils__/manifests';
import { startTestServer, TestServer } from './__testUtils__/testServer';

const pods = { group: '', resource: 'pods' };

type Answer = { code: number; body: any; headers: Headers };

describe('the API over HTTP', () => {
  let server: TestServer;
  const start = async (options: Parameters<typeof startTestServer>[0] = {}) => {
    server = await startTestServer(options);
  };
  beforeEach(() => start());
  afterEach(() => server.close());

  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(server.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      code: response.status,
      body: isJson ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }
  const get = (path: string, headers?: Record<string, string>) =>
    call('GET', path, undefined, headers);

  const pod = (name: string, labels: Record<string, string> = {}) =>
    server.cluster.create(pods, {
      metadata: {
        name,
        namespace: 'default',
        labels,
      } as ClusterObject['metadata'],
      spec: { containers: [{ name: 'a', image: 'b:1' }] },
    });
  const names = ({ body }: Answer) =>
    body.items.map((one: ClusterObject) => one.metadata.name);

  /** Frames of a watch until there are `count`, or until it ends. */
  async function watch(
    path: string,
    count: number,
    during: () => void = () => {},
  ) {
    const abort = new AbortController();
    const response = await fetch(server.url + path, { signal: abort.signal });
    const frames: any[] = [];
    let rest = '';
    setImmediate(during);
    for await (const chunk of response.body!) {
      const lines = (rest + Buffer.from(chunk).toString()).split('\n');
      rest = lines.pop() ?? '';
      frames.push(...lines.filter(Boolean).map(line => JSON.parse(line)));
      if (frames.length >= count) break;
    }
    abort.abort();
    return frames;
  }

  it('refuses foreign hosts, foreign pages and paths that are not there', async () => {
    const host = await new Promise<number | undefined>(resolve => {
      const { port } = new URL(server.url);
      httpRequest(
        {
          host: '127.0.0.1',
          port,
          path: '/api',
          headers: { host: 'evil.example' },
        },
        response => resolve(response.statusCode),
      ).end();
    });
    expect(host).toBe(403);
    expect((await get('/api', { origin: 'https://evil.example' })).code).toBe(
      403,
    );
    expect(await get('/nothing/here')).toMatchObject({
      code: 404,
      body: { kind: 'Status', reason: 'NotFound' },
    });
    expect((await get('/apis/apps/v1/namespaces/default/nothings')).code).toBe(
      404,
    );
  });

  it('answers broken requests with a Status', async () => {
    const path = '/api/v1/namespaces/default/configmaps';
    expect(await call('POST', path, '{"broken"')).toMatchObject({
      code: 400,
      body: { reason: 'BadRequest' },
    });
    expect(
      await call('POST', path, '<a/>', { 'content-type': 'text/xml' }),
    ).toMatchObject({ code: 415, body: { reason: 'UnsupportedMediaType' } });
    expect(
      await call('POST', path, { kind: 'Pod', apiVersion: 'v1' }),
    ).toMatchObject({ code: 400 });
    expect(await call('PUT', path, {})).toMatchObject({
      code: 405,
      body: { reason: 'MethodNotAllowed' },
    });
    expect(
      await call(
        'POST',
        path,
        JSON.stringify({ data: { a: 'x'.repeat(4 * 1024 * 1024) } }),
      ),
    ).toMatchObject({ code: 413 });
    expect(
      await call('POST', '/api/v1/namespaces/absent/configmaps', {
        metadata: { name: 'a' },
      }),
    ).toMatchObject({
      code: 404,
      body: { message: 'namespaces "absent" not found' },
    });
    expect(await get('/api/v1/pods?labelSelector=a%3D%3D%3Db')).toMatchObject({
      code: 400,
    });
    expect(
      await get('/api/v1/pods?fieldSelector=spec.unknown%3D1'),
    ).toMatchObject({ code: 400 });
    expect(
      await get('/api/v1/pods', {
        accept: 'application/vnd.kubernetes.protobuf',
      }),
    ).toMatchObject({ code: 406 });
  });

  it('describes invalid objects with causes', async () => {
    const deployment = parse(deploymentYaml);
    delete deployment.spec.template.spec.containers[0].image;
    expect(
      await call(
        'POST',
        '/apis/apps/v1/namespaces/default/deployments',
        deployment,
      ),
    ).toMatchObject({
      code: 422,
      body: {
        reason: 'Invalid',
        message:
          'Deployment.apps "xiaoai" is invalid: spec.template.spec.containers[0].image: Required value',
        details: {
          name: 'xiaoai',
          group: 'apps',
          kind: 'Deployment',
          causes: [
            {
              reason: 'FieldValueRequired',
              message: 'Required value',
              field: 'spec.template.spec.containers[0].image',
            },
          ],
        },
      },
    });
  });

  it('speaks both forms of discovery', async () => {
    expect((await get('/api')).body).toMatchObject({
      kind: 'APIVersions',
      versions: ['v1'],
    });
    expect(
      (await get('/apis')).body.groups.map((group: any) => group.name),
    ).toContain('autoscaling');
    expect((await get('/apis/apps/v1')).body.resources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'deployments/scale',
          group: 'autoscaling',
          kind: 'Scale',
        }),
      ]),
    );
    const aggregated = await get('/apis', {
      accept:
        'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json',
    });
    expect(aggregated.headers.get('content-type')).toBe(
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    );
    const apps = aggregated.body.items.find(
      (item: any) => item.metadata.name === 'apps',
    );
    expect(apps.versions[0].resources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          resource: 'deployments',
          scope: 'Namespaced',
          subresources: expect.arrayContaining([
            expect.objectContaining({ subresource: 'scale' }),
          ]),
        }),
      ]),
    );
  });

  it('pages through a list as it was when the first page was read', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) pod(name);
    const first = await get('/api/v1/namespaces/default/pods?limit=2');
    expect(names(first)).toEqual(['a', 'b']);
    expect(first.body.metadata.remainingItemCount).toBe(3);
    server.cluster.delete(pods, { namespace: 'default', name: 'c' });
    pod('bb');
    const second = await get(
      `/api/v1/namespaces/default/pods?limit=2&continue=${first.body.metadata.continue}`,
    );
    expect(names(second)).toEqual(['c', 'd']);
    expect(second.body.metadata.resourceVersion).toBe(
      first.body.metadata.resourceVersion,
    );
    const third = await get(
      `/api/v1/namespaces/default/pods?continue=${second.body.metadata.continue}`,
    );
    expect(names(third)).toEqual(['e']);
    expect(third.body.metadata.continue).toBeUndefined();
  });

  it('lists at a version, and says when it is too old or not there yet', async () => {
    await server.close();
    await start({ historySize: 5 });
    pod('a');
    const { resourceVersion } = (await get('/api/v1/pods')).body.metadata;
    pod('b');
    expect(
      names(
        await get(
          `/api/v1/pods?resourceVersion=${resourceVersion}&resourceVersionMatch=Exact`,
        ),
      ),
    ).toEqual(['a']);
    expect(
      names(
        await get(
          `/api/v1/pods?resourceVersion=${resourceVersion}&resourceVersionMatch=NotOlderThan`,
        ),
      ),
    ).toEqual(['a', 'b']);
    const page = await get('/api/v1/pods?limit=1');
    for (let i = 0; i < 20; i += 1) pod(`p${i}`);
    expect(
      await get(
        `/api/v1/pods?resourceVersion=${resourceVersion}&resourceVersionMatch=Exact`,
      ),
    ).toMatchObject({ code: 410, body: { reason: 'Expired' } });
    expect(
      await get(`/api/v1/pods?limit=1&continue=${page.body.metadata.continue}`),
    ).toMatchObject({ code: 410, body: { reason: 'Expired' } });
    expect(await get('/api/v1/pods?resourceVersion=999999')).toMatchObject({
      code: 504,
      body: { reason: 'Timeout' },
    });
    expect(await get('/api/v1/pods?resourceVersionMatch=Exact')).toMatchObject({
      code: 422,
    });
    const [frame] = await watch(
      `/api/v1/pods?watch=1&resourceVersion=${resourceVersion}`,
      1,
    );
    expect(frame).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', code: 410, reason: 'Expired' },
    });
  });

  it('watches from a version, by selectors that objects enter and leave', async () => {
    pod('a', { app: 'x' });
    const { resourceVersion } = (await get('/api/v1/pods')).body.metadata;
    const frames = await watch(
      `/api/v1/namespaces/default/pods?watch=1&labelSelector=app%3Dx&resourceVersion=${resourceVersion}`,
      4,
      () => {
        pod('b', { app: 'x' });
        pod('other', { app: 'y' });
        server.cluster.patch(
          pods,
          { namespace: 'default', name: 'b' },
          { metadata: { labels: { app: 'y' } } },
        );
        server.cluster.patch(
          pods,
          { namespace: 'default', name: 'other' },
          { metadata: { labels: { app: 'x' } } },
        );
        server.cluster.delete(pods, { namespace: 'default', name: 'a' });
      },
    );
    expect(
      frames.map(({ type, object }) => `${type} ${object.metadata.name}`),
    ).toEqual(['ADDED b', 'DELETED b', 'ADDED other', 'DELETED a']);
    expect(frames[0].object).toMatchObject({ kind: 'Pod', apiVersion: 'v1' });
  });

  it('streams lists, and ends a watch with a bookmark', async () => {
    pod('a');
    pod('b');
    const streamed = await watch(
      '/api/v1/pods?watch=1&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan',
      3,
    );
    expect(streamed.map(({ type }) => type)).toEqual([
      'ADDED',
      'ADDED',
      'BOOKMARK',
    ]);
    expect(streamed[2].object.metadata).toMatchObject({
      resourceVersion: String(server.cluster.machinery.store.resourceVersion),
      annotations: { 'k8s.io/initial-events-end': 'true' },
    });
    const ended = await watch(
      '/api/v1/pods?watch=1&allowWatchBookmarks=true&timeoutSeconds=1',
      99,
    );
    expect(ended.map(({ type }) => type)).toEqual([
      'ADDED',
      'ADDED',
      'BOOKMARK',
    ]);
    expect(
      await get('/api/v1/pods?watch=1&sendInitialEvents=true'),
    ).toMatchObject({ code: 422 });
  });

  it('ends the watches of a custom kind when its definition goes, and only those', async () => {
    const definitions = {
      group: 'apiextensions.k8s.io',
      resource: 'customresourcedefinitions',
    };
    const widgets = { group: 'suoke.life', resource: 'widgets' };
    const remove = () =>
      server.cluster.delete(definitions, { name: 'widgets.suoke.life' });
    const path = '/apis/suoke.life/v1/widgets?watch=1';
    const widget = (name: string) =>
      server.cluster.create(widgets, {
        metadata: { name, namespace: 'default' } as ClusterObject['metadata'],
        spec: { model: 'chat' },
      });
    server.cluster.create(definitions, parse(widgetCrdYaml));
    widget('a');
    widget('b');
    const podFrames = watch('/api/v1/pods?watch=1', 1);
    const [all, none] = await Promise.all([
      watch(path, 99, remove),
      watch(`${path}&labelSelector=app%3Dx`, 99),
    ]);
    expect(
      all.map(({ type, object }) => `${type} ${object.metadata.name}`),
    ).toEqual(['ADDED a', 'ADDED b', 'DELETED a', 'DELETED b']);
    expect(none).toEqual([]);
    expect(await get(path)).toMatchObject({
      code: 404,
      body: { kind: 'Status', reason: 'NotFound' },
    });
    pod('after');
    expect((await podFrames)[0].object.metadata.name).toBe('after');

    // The kind comes back under the same name: old watches stay closed, new ones work.
    server.cluster.create(definitions, parse(widgetCrdYaml));
    const again = await watch(path, 1, () => widget('c'));
    expect(again[0]).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'c' } },
    });
  }, 10_000);

  it('keeps the watches of a custom kind when its definition changes', async () => {
    const definitions = {
      group: 'apiextensions.k8s.io',
      resource: 'customresourcedefinitions',
    };
    server.cluster.create(definitions, parse(widgetCrdYaml));
    const frames = await watch('/apis/suoke.life/v1/widgets?watch=1', 1, () => {
      server.cluster.patch(
        definitions,
        { name: 'widgets.suoke.life' },
        { metadata: { labels: { changed: 'yes' } } },
      );
      server.cluster.create(
        { group: 'suoke.life', resource: 'widgets' },
        {
          metadata: {
            name: 'late',
            namespace: 'default',
          } as ClusterObject['metadata'],
          spec: { model: 'chat' },
        },
      );
    });
    expect(frames[0].object.metadata.name).toBe('late');
  });

  it('serves tables and metadata to those who ask', async () => {
    pod('a');
    const table = await get('/api/v1/namespaces/default/pods', {
      accept: 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
    });
    expect(table.body).toMatchObject({
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      rows: [
        {
          cells: [
            'a',
            '0/1',
            'Pending',
            '0',
            '0s',
            '<none>',
            '<none>',
            '<none>',
            '<none>',
          ],
          object: { kind: 'PartialObjectMetadata' },
        },
      ],
    });
    const partial = await get('/api/v1/pods', {
      accept:
        'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
    });
    expect(partial.body).toMatchObject({
      kind: 'PartialObjectMetadataList',
      items: [{ metadata: { name: 'a' } }],
    });
    expect(partial.body.items[0]).not.toHaveProperty('spec');
  });

  it('deletes with preconditions, dry, and many at once', async () => {
    const { metadata } = pod('a', { app: 'x' });
    pod('b', { app: 'x' });
    pod('c');
    const path = '/api/v1/namespaces/default/pods';
    expect(
      await call('DELETE', `${path}/a`, { preconditions: { uid: 'other' } }),
    ).toMatchObject({ code: 409, body: { reason: 'Conflict' } });
    expect(
      (
        await call('DELETE', `${path}/a?dryRun=All`, {
          preconditions: { uid: metadata.uid },
        })
      ).code,
    ).toBe(200);
    expect(names(await get(path))).toEqual(['a', 'b', 'c']);
    await call('DELETE', `${path}?labelSelector=app%3Dx`);
    expect(names(await get(path))).toEqual(['c']);
    expect(await call('DELETE', `${path}/a`)).toMatchObject({
      code: 404,
      body: {
        message: 'pods "a" not found',
        details: { name: 'a', kind: 'pods' },
      },
    });
  });

  it('evicts as far as the disruption budget allows', async () => {
    const budgets = { group: 'policy', resource: 'poddisruptionbudgets' };
    const ready = (name: string) => {
      const created = pod(name, { app: 'x' });
      server.cluster.updateStatus(pods, {
        ...created,
        status: {
          phase: 'Running',
          conditions: [{ type: 'Ready', status: 'True' }],
        },
      });
    };
    ready('a');
    ready('b');
    const budget = server.cluster.create(budgets, {
      metadata: {
        name: 'pdb',
        namespace: 'default',
      } as ClusterObject['metadata'],
      spec: { minAvailable: 1, selector: { matchLabels: { app: 'x' } } },
    });
    server.cluster.updateStatus(budgets, {
      ...budget,
      status: {
        observedGeneration: 1,
        disruptionsAllowed: 1,
        currentHealthy: 2,
        desiredHealthy: 1,
        expectedPods: 2,
      },
    });
    const evict = (name: string) =>
      call('POST', `/api/v1/namespaces/default/pods/${name}/eviction`, {
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { name },
      });
    expect((await evict('a')).code).toBe(201);
    expect(await evict('b')).toMatchObject({
      code: 429,
      body: {
        reason: 'TooManyRequests',
        details: {
          causes: [
            {
              reason: 'DisruptionBudget',
              message:
                'The disruption budget pdb needs 1 healthy pods and has 2 currently',
            },
          ],
        },
      },
    });
    expect(server.cluster.list(pods).map(one => one.metadata.name)).toEqual([
      'b',
    ]);
  });

  it('reads and writes the older HPA version', async () => {
    const path =
      '/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers';
    const spec = {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' },
      maxReplicas: 3,
      targetCPUUtilizationPercentage: 60,
    };
    expect(
      (
        await call('POST', path, {
          apiVersion: 'autoscaling/v1',
          kind: 'HorizontalPodAutoscaler',
          metadata: { name: 'x' },
          spec,
        })
      ).code,
    ).toBe(201);
    expect((await get(`${path}/x`)).body.spec).toEqual({
      ...spec,
      minReplicas: 1,
    });
    expect(
      (
        await get(
          '/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers/x',
        )
      ).body.spec.metrics,
    ).toEqual([
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 60 },
        },
      },
    ]);
  });

  it('shows the same events in both groups', async () => {
    const event = {
      metadata: { name: 'e1' },
      involvedObject: { kind: 'Pod', name: 'a', namespace: 'default' },
      reason: 'Killing',
      message: 'Stopping',
      type: 'Normal',
    };
    await call('POST', '/api/v1/namespaces/default/events', event);
    expect(
      (await get('/apis/events.k8s.io/v1/namespaces/default/events/e1')).body,
    ).toMatchObject({
      apiVersion: 'events.k8s.io/v1',
      note: 'Stopping',
      regarding: { kind: 'Pod', name: 'a' },
    });
    expect(
      names(
        await get(
          '/api/v1/namespaces/default/events?fieldSelector=involvedObject.name%3Da,involvedObject.kind%3DPod',
        ),
      ),
    ).toEqual(['e1']);
    expect(
      names(
        await get(
          '/api/v1/namespaces/default/events?fieldSelector=involvedObject.name%3Db',
        ),
      ),
    ).toEqual([]);
  });

  it('serves metrics, and says so when their backend is away', async () => {
    pod('a', { app: 'x' });
    pod('b');
    expect(
      names(
        await get(
          '/apis/metrics.k8s.io/v1beta1/namespaces/default/pods?labelSelector=app%3Dx',
        ),
      ),
    ).toEqual(['a']);
    expect(
      (await get('/apis/metrics.k8s.io/v1beta1/namespaces/default/pods/a'))
        .body,
    ).toMatchObject({
      kind: 'PodMetrics',
      window: '30s',
      containers: [{ name: 'a', usage: { cpu: '250m', memory: '512Mi' } }],
    });
    const custom = await get(
      '/apis/custom.metrics.k8s.io/v1beta2/namespaces/default/pods/*/ai_inference_requests_per_second?labelSelector=app%3Dx',
    );
    expect(custom.body.items).toEqual([
      expect.objectContaining({
        describedObject: {
          kind: 'Pod',
          namespace: 'default',
          name: 'a',
          apiVersion: 'v1',
        },
        metric: { name: 'ai_inference_requests_per_second', selector: null },
        value: '30',
      }),
    ]);
    expect(
      (
        await get(
          '/apis/custom.metrics.k8s.io/v1beta2/namespaces/default/pods/*/none',
        )
      ).code,
    ).toBe(404);
    expect(
      (
        await get(
          '/apis/external.metrics.k8s.io/v1beta1/namespaces/default/queue_depth',
        )
      ).body.items,
    ).toHaveLength(1);
    const services = {
      group: 'apiregistration.k8s.io',
      resource: 'apiservices',
    };
    const service = server.cluster.create(services, {
      metadata: { name: 'v1beta1.metrics.k8s.io' } as ClusterObject['metadata'],
      spec: {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
      },
    });
    server.cluster.updateStatus(services, {
      ...service,
      status: {
        conditions: [
          { type: 'Available', status: 'False', reason: 'MissingEndpoints' },
        ],
      },
    });
    expect(await get('/apis/metrics.k8s.io/v1beta1/pods')).toMatchObject({
      code: 503,
      body: { reason: 'ServiceUnavailable' },
    });
  });

  it('validates custom objects by schema and prunes what the schema does not know', async () => {
    await call(
      'POST',
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
      parse(widgetCrdYaml),
    );
    const path = '/apis/suoke.life/v1/namespaces/default/widgets';
    const widget = (spec: object) => ({
      apiVersion: 'suoke.life/v1',
      kind: 'Widget',
      metadata: { name: 'w' },
      spec,
    });
    const refused = await call(
      'POST',
      path,
      widget({ model: 'C', replicas: 'x', mode: 'Z' }),
    );
    expect(
      refused.body.details.causes.map(
        (cause: any) => `${cause.field}: ${cause.message}`,
      ),
    ).toEqual([
      'spec.model: Invalid value: "C": spec.model in body should be at least 2 chars long',
      `spec.model: Invalid value: "C": spec.model in body should match '^[a-z]+$'`,
      'spec.replicas: Invalid value: "string": spec.replicas in body must be of type integer: "string"',
      'spec.mode: Unsupported value: "Z": supported values: "A", "B"',
    ]);
    const created = await call(
      'POST',
      path,
      widget({ model: 'chat', unknown: 1 }),
    );
    expect(created.headers.get('warning')).toBe(
      '299 - "unknown field \\"spec.unknown\\""',
    );
    expect(created.body.spec).toEqual({ model: 'chat', replicas: 1, max: 10 });
    expect(
      (
        await call(
          'POST',
          `${path}?fieldValidation=Strict`,
          widget({ model: 'chat', unknown: 1 }),
        )
      ).body.message,
    ).toContain('strict decoding error: unknown field "spec.unknown"');
    expect(
      (await get('/openapi/v3/apis/suoke.life/v1')).body.components.schemas,
    ).toHaveProperty(['life.suoke.v1.Widget']);
  });
});
