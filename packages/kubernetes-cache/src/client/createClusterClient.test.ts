import http from 'node:http';
import { AddressInfo } from 'node:net';
import { createClusterClient } from './createClusterClient';
import { Cluster } from './Cluster';

interface Received {
  method?: string;
  url?: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

type Answer = (request: Received, response: http.ServerResponse) => void;

async function startServer(answer: Answer) {
  const received: Received[] = [];
  const server = http.createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', chunk => chunks.push(chunk));
    req.on('end', () => {
      const request = {
        method: req.method,
        url: req.url,
        headers: req.headers,
        body: Buffer.concat(chunks).toString(),
      };
      received.push(request);
      answer(request, res);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, received, url: `http://127.0.0.1:${port}` };
}

function json(response: http.ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

const apps = {
  kind: 'APIResourceList',
  resources: [
    { name: 'deployments/scale', kind: 'Scale', namespaced: true },
    { name: 'deployments', kind: 'Deployment', namespaced: true },
  ],
};

describe('createClusterClient', () => {
  const running: http.Server[] = [];
  const closing: { close(): void }[] = [];

  async function clientFor(answer: Answer, overrides: Partial<Cluster> = {}) {
    const { server, received, url } = await startServer(answer);
    running.push(server);
    const client = createClusterClient({
      name: 'prod',
      url,
      credential: { type: 'token', token: 'top-secret' },
      ...overrides,
    });
    closing.push(client);
    return { client, received, url };
  }

  afterEach(() => {
    closing.splice(0).forEach(client => client.close());
    running.splice(0).forEach(server => {
      server.closeAllConnections();
      server.close();
    });
  });

  it('sends the token, the query and the body, and reads the answer', async () => {
    const { client, received } = await clientFor((_, res) =>
      json(res, 201, { kind: 'ConfigMap' }),
    );

    const answer = await client.request('/api/v1/namespaces/a/configmaps', {
      method: 'POST',
      query: { dryRun: 'All', fieldManager: undefined },
      body: { kind: 'ConfigMap' },
    });

    expect(answer).toEqual({ kind: 'ConfigMap' });
    expect(received[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/namespaces/a/configmaps?dryRun=All',
      body: '{"kind":"ConfigMap"}',
      headers: {
        authorization: 'Bearer top-secret',
        'content-type': 'application/json',
      },
    });
  });

  it('keeps the path of an API that is served below one', async () => {
    const { server, received, url } = await startServer((_, res) =>
      json(res, 200, {}),
    );
    running.push(server);
    const client = createClusterClient({
      name: 'rancher',
      url: `${url}/k8s/clusters/c-1/`,
      credential: { type: 'anonymous' },
    });
    closing.push(client);

    await client.request('/version');

    expect(received[0].url).toBe('/k8s/clusters/c-1/version');
    expect(received[0].headers.authorization).toBeUndefined();
  });

  it('turns a Status into a typed error without the token', async () => {
    const { client } = await clientFor((_, res) =>
      json(res, 422, {
        kind: 'Status',
        code: 422,
        reason: 'Invalid',
        message: 'spec.maxReplicas: Invalid value: 1',
        details: {
          causes: [{ field: 'spec.maxReplicas', reason: 'FieldValueInvalid' }],
        },
      }),
    );

    const error = await client.request<never>('/apis/x').catch((e: Error) => e);

    expect(error).toMatchObject({
      name: 'KubernetesStatusError',
      cluster: 'prod',
      statusCode: 422,
      reason: 'Invalid',
      serverMessage: 'spec.maxReplicas: Invalid value: 1',
      causes: [{ field: 'spec.maxReplicas', reason: 'FieldValueInvalid' }],
      message:
        "Cluster 'prod' answered GET /apis/x with 422 Invalid: spec.maxReplicas: Invalid value: 1",
    });
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(
      'top-secret',
    );
  });

  it.each([
    [
      502,
      'text/html',
      '<h1>Bad Gateway</h1>',
      'Unknown',
      '<h1>Bad Gateway</h1>',
    ],
    [403, 'text/plain', '', 'Forbidden', 'no message'],
    [302, 'text/plain', '', 'Unknown', 'no message'],
  ])(
    'turns the %s of a proxy into a typed error',
    async (status, type, body, reason, serverMessage) => {
      const { client } = await clientFor((_, res) => {
        res.writeHead(status, {
          'Content-Type': type,
          Location: 'http://elsewhere.invalid/',
        });
        res.end(body);
      });

      await expect(client.request('/version')).rejects.toMatchObject({
        name: 'KubernetesStatusError',
        statusCode: status,
        reason,
        serverMessage,
      });
    },
  );

  it('says how long the server asks to wait', async () => {
    const { client } = await clientFor((_, res) => {
      res.writeHead(429, { 'Retry-After': '7' });
      res.end('slow down');
    });

    await expect(client.request('/version')).rejects.toMatchObject({
      statusCode: 429,
      retryAfterSeconds: 7,
    });
  });

  it('refuses an answer that is not JSON, without quoting it', async () => {
    const { client } = await clientFor((_, res) => res.end('token=abc'));

    const error = await client
      .request<never>('/version')
      .catch((e: Error) => e);

    expect(error).toMatchObject({
      name: 'InvalidResponseError',
      reason: 'NotJson',
    });
    expect(error.message).not.toContain('abc');
  });

  it('gives up on an answer that is too large', async () => {
    const { server, url } = await startServer((_, res) =>
      res.end(JSON.stringify('x'.repeat(5_000))),
    );
    running.push(server);
    const client = createClusterClient(
      { name: 'prod', url, credential: { type: 'anonymous' } },
      { maxResponseBytes: 1_000 },
    );
    closing.push(client);

    await expect(client.request('/version')).rejects.toMatchObject({
      name: 'InvalidResponseError',
      reason: 'TooLarge',
    });
  });

  it.each([
    ['never answers', () => {}],
    [
      'never finishes its answer',
      (_: Received, res: http.ServerResponse) => {
        res.writeHead(200);
        res.write('{');
      },
    ],
  ])('gives up on a server that %s', async (_, answer: Answer) => {
    const { client } = await clientFor(answer);

    await expect(
      client.request('/version', { timeoutMs: 50 }),
    ).rejects.toMatchObject({
      name: 'ClusterUnreachableError',
      code: 'ETIMEDOUT',
    });
  });

  it('ends with the reason of the signal', async () => {
    const { client } = await clientFor(() => {});
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('changed my mind')), 20);

    await expect(
      client.request('/version', { signal: controller.signal }),
    ).rejects.toThrow('changed my mind');
  });

  it('says what to check when nobody listens', async () => {
    const { server, url } = await startServer(() => {});
    await new Promise(resolve => server.close(resolve));
    const client = createClusterClient({
      name: 'gone',
      url,
      credential: { type: 'anonymous' },
    });

    await expect(client.request('/version')).rejects.toMatchObject({
      name: 'ClusterUnreachableError',
      code: 'ECONNREFUSED',
      message: expect.stringContaining('is the API server running'),
    });
  });

  it('names the file when the token cannot be read', async () => {
    const { client } = await clientFor(() => {}, {
      credential: { type: 'tokenFile', path: '/does/not/exist' },
    });

    await expect(client.request('/version')).rejects.toMatchObject({
      name: 'ClusterUnreachableError',
      code: 'NO_TOKEN',
      message: expect.stringContaining('/does/not/exist'),
    });
  });

  describe('applyServerSide', () => {
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'xiaoai', namespace: 'suoke-agents' },
    };

    it('finds the URL by discovery, once, and patches with strict validation', async () => {
      const { client, received } = await clientFor((request, res) =>
        json(res, 200, request.method === 'GET' ? apps : deployment),
      );

      await client.applyServerSide(deployment, {
        fieldManager: 'suoke',
        dryRun: true,
      });
      await client.applyServerSide(deployment, {
        fieldManager: 'suoke',
        force: true,
      });

      const path = '/apis/apps/v1/namespaces/suoke-agents/deployments/xiaoai';
      expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
        'GET /apis/apps/v1',
        `PATCH ${path}?fieldManager=suoke&dryRun=All&fieldValidation=Strict`,
        `PATCH ${path}?fieldManager=suoke&force=true&fieldValidation=Strict`,
      ]);
      expect(received[1].headers['content-type']).toBe(
        'application/apply-patch+yaml',
      );
      expect(JSON.parse(received[1].body)).toEqual(deployment);
    });

    it('says which CRD is missing, and asks again the next time', async () => {
      let installed = false;
      const { client } = await clientFor((_, res) =>
        installed
          ? json(res, 200, apps)
          : json(res, 404, { kind: 'Status', code: 404, reason: 'NotFound' }),
      );

      await expect(client.objectPath(deployment)).rejects.toMatchObject({
        name: 'NotFoundError',
        message: expect.stringContaining(
          "Cluster 'prod' does not serve Deployment of apps/v1",
        ),
      });
      installed = true;
      await expect(client.objectPath(deployment)).resolves.toBe(
        '/apis/apps/v1/namespaces/suoke-agents/deployments/xiaoai',
      );
    });

    it('refuses an object without a name', async () => {
      const { client } = await clientFor(() => {});

      await expect(
        client.applyServerSide(
          { ...deployment, metadata: {} },
          { fieldManager: 'suoke' },
        ),
      ).rejects.toMatchObject({ name: 'InputError' });
    });
  });
});
