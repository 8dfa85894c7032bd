import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TLSSocket } from 'node:tls';
import { createCertificate } from '../__testUtils__/createCertificate';
import { Cluster } from './Cluster';
import { ClusterTransport } from './ClusterTransport';
import { requestJson } from './requestJson';

const serverIdentity = createCertificate('server');
const clientIdentity = createCertificate('portal');

describe('ClusterTransport', () => {
  let directory: string;
  let server: https.Server;
  let url: string;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'cluster-transport-'));
    server = https.createServer(
      { ...serverIdentity, requestCert: true, rejectUnauthorized: false },
      (request, response) =>
        response.end(
          JSON.stringify({
            authorization: request.headers.authorization ?? null,
            client: (request.socket as TLSSocket).getPeerCertificate().subject
              ?.CN,
          }),
        ),
    );
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(directory, { recursive: true });
  });

  async function ask(overrides: Partial<Cluster>) {
    const transport = ClusterTransport.create({
      cluster: {
        name: 'prod',
        url,
        credential: { type: 'anonymous' },
        ...overrides,
      },
    });
    try {
      return await requestJson(transport, '/version', {
        timeoutMs: 2_000,
        maxBytes: 10_000,
      });
    } finally {
      transport.close();
    }
  }

  it('says which certificate authority is missing', async () => {
    await expect(ask({})).rejects.toMatchObject({
      name: 'ClusterUnreachableError',
      message: expect.stringContaining('set caData or caFile'),
    });
  });

  it('trusts a certificate authority given as text, as a file, or anyone when told to', async () => {
    const caFile = path.join(directory, 'ca.crt');
    await writeFile(caFile, serverIdentity.cert);

    await expect(ask({ ca: serverIdentity.cert })).resolves.toBeDefined();
    await expect(ask({ caFile })).resolves.toBeDefined();
    await expect(ask({ skipTLSVerify: true })).resolves.toBeDefined();
    await expect(ask({ ca: clientIdentity.cert })).rejects.toMatchObject({
      name: 'ClusterUnreachableError',
    });
  });

  it('names a certificate authority file that cannot be read', async () => {
    await expect(ask({ caFile: '/does/not/exist' })).rejects.toMatchObject({
      name: 'ClusterUnreachableError',
      code: 'NO_CERTIFICATE',
      message: expect.stringContaining('/does/not/exist'),
    });
  });

  it('shows a client certificate', async () => {
    await expect(
      ask({
        ca: serverIdentity.cert,
        credential: { type: 'clientCertificate', ...clientIdentity },
      }),
    ).resolves.toEqual({ authorization: null, client: 'portal' });
  });

  it('reads a token file again for every request', async () => {
    const tokenFile = path.join(directory, 'token');
    const transport = ClusterTransport.create({
      cluster: {
        name: 'prod',
        url,
        ca: serverIdentity.cert,
        credential: { type: 'tokenFile', path: tokenFile },
      },
    });
    const seen = [];
    for (const token of ['first\n', 'rotated\n']) {
      await writeFile(tokenFile, token);
      seen.push(
        await requestJson(transport, '/version', {
          timeoutMs: 2_000,
          maxBytes: 10_000,
        }),
      );
    }
    transport.close();

    expect(seen).toMatchObject([
      { authorization: 'Bearer first' },
      { authorization: 'Bearer rotated' },
    ]);
  });

  it('goes through the proxy of the environment when Node is told to use it', async () => {
    const asked: (string | undefined)[] = [];
    const proxy = http.createServer((request, response) => {
      asked.push(request.url);
      response.end('{}');
    });
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    const { env } = process;
    process.env = {
      ...env,
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: `http://127.0.0.1:${port}`,
      NO_PROXY: '',
    };
    try {
      await ask({ url: 'http://cluster.invalid:6443' });
    } finally {
      process.env = env;
      proxy.closeAllConnections();
      proxy.close();
    }

    expect(asked).toEqual(['http://cluster.invalid:6443/version']);
  });
});
