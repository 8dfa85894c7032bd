import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { ApiRequest, readRequest } from './ApiRequest';
import { ApiServer, ApiServerOptions } from './ApiServer';
import { guardHost } from './hostGuard';
import { send, statusReply } from './Reply';

const KEEP_ALIVE_MS = 90_000;

/**
 * Serves a cluster on the loopback. There is no authentication, so no other address can be bound.
 *
 * @param options - `port` 0 picks a free one
 * @throws Error when `host` is not a loopback address, or the port is taken
 */
export async function startApiServer(
  options: ApiServerOptions & {
    port: number;
    host?: '127.0.0.1' | '::1' | 'localhost';
  },
): Promise<{ url: string; close: () => Promise<void> }> {
  const { port, host = '127.0.0.1', ...rest } = options;
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
    throw new Error(
      `The local cluster has no authentication and cannot listen on ${host}; use 127.0.0.1`,
    );
  }
  const api = new ApiServer(rest);
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, noDelay: true },
    (request, response) => {
      void answer(api, request, response);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, port: bound, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is known of a request that could not be read. */
const emptyRequest = {
  method: '',
  path: '',
  query: new URLSearchParams(),
  accept: '',
  contentType: '',
  userAgent: '',
  body: Buffer.alloc(0),
  warnings: [],
};

async function answer(
  api: ApiServer,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let request: ApiRequest | undefined;
  try {
    guardHost(incoming);
    request = await readRequest(incoming, response);
    const reply = api.handle(request);
    if (reply) send(request, reply);
  } catch (error) {
    send(
      request ?? { ...emptyRequest, raw: { request: incoming, response } },
      statusReply(error),
    );
  }
}
