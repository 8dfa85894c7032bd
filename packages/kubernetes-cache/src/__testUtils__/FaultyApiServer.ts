import http from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { Cluster } from '../client';
import { CachedObject } from '../types';
import { HistoryEvent, ObjectHistory } from './ObjectHistory';

export interface ServedRequest {
  path: string;
  isWatch: boolean;
  query: URLSearchParams;
}

/** What goes wrong with a request: an answer of one's own, or silence. */
export type Fault =
  | {
      type: 'Status';
      code: number;
      reason?: string;
      headers?: Record<string, string>;
    }
  /** Accepts the request and never answers. */
  | { type: 'Hang' }
  /** Answers after this time. */
  | { type: 'Delay'; ms: number }
  | { type: 'Body'; text: string };

interface Watch {
  path: string;
  response: http.ServerResponse;
  isFrozen: boolean;
}

/**
 * Simulates the list and watch protocol of a Kubernetes API server, and its faults down to single bytes. It knows no
 * validation, no namespaces and no selectors: `path` names a collection.
 */
export class FaultyApiServer {
  static async start(): Promise<FaultyApiServer> {
    const server = new FaultyApiServer();
    await server.#listen(0);
    return server;
  }

  readonly requests: ServedRequest[] = [];
  /** Asked before every request. */
  fault: (request: ServedRequest) => Fault | undefined = () => undefined;

  readonly #history = new ObjectHistory();
  readonly #snapshots = new Map<string, CachedObject[]>();
  readonly #sockets = new Set<Socket>();
  readonly #watches = new Set<Watch>();
  #http = this.#createServer();
  #port = 0;

  private constructor() {}

  cluster(name = 'prod'): Cluster {
    return {
      name,
      url: `http://127.0.0.1:${this.#port}`,
      credential: { type: 'token', token: 'top-secret' },
    };
  }

  get openSockets(): number {
    return this.#sockets.size;
  }

  get openWatches(): number {
    return this.#watches.size;
  }

  objects(path: string): CachedObject[] {
    return this.#history.list(path);
  }

  countOf(kind: 'list' | 'watch'): number {
    return this.requests.filter(({ isWatch, path }) => {
      return path !== '/version' && isWatch === (kind === 'watch');
    }).length;
  }

  put(path: string, object: Parameters<ObjectHistory['put']>[1]): CachedObject {
    const event = this.#history.put(path, object);
    this.#publish(event);
    return event.object;
  }

  remove(path: string, key: { namespace?: string; name: string }): void {
    this.#publish(this.#history.remove(path, key));
  }

  /** Changes the store without telling the watches that are open, as a server that loses an event. */
  removeInSilence(
    path: string,
    key: { namespace?: string; name: string },
  ): void {
    this.#history.remove(path, key);
  }

  bookmark(path: string): void {
    this.#send(path, {
      type: 'BOOKMARK',
      object: {
        kind: 'Pod',
        metadata: { resourceVersion: String(this.#history.resourceVersion) },
      },
    });
  }

  /** Sends bytes as they are to all watches. */
  sendRaw(text: string): void {
    this.#watches.forEach(({ response }) => response.write(text));
  }

  /** Ends the watches as a server does when their time is over. */
  endWatches(): void {
    this.#watches.forEach(({ response }) => response.end());
    this.#watches.clear();
  }

  /** Cuts the connections of the watches without a word. */
  dropWatches(): void {
    this.#watches.forEach(({ response }) => response.socket?.destroy());
    this.#watches.clear();
  }

  /** The open watches stay open and never send again: the other end has died, and nobody told us. */
  freezeWatches(): void {
    this.#watches.forEach(watch => {
      watch.isFrozen = true;
    });
  }

  compact(): void {
    this.#history.compact();
  }

  /** Makes every `continue` token expire. */
  expireSnapshots(): void {
    this.#snapshots.clear();
  }

  /** Stops to listen and cuts all connections. */
  async stop(): Promise<void> {
    const closed = new Promise(resolve => this.#http.close(resolve));
    this.#sockets.forEach(socket => socket.destroy());
    this.#watches.clear();
    await closed;
  }

  /** Comes back at the same address after `stop`; with `reset` as another server. */
  async startAgain(options: { reset?: boolean } = {}): Promise<void> {
    if (options.reset) {
      this.#history.reset();
    }
    this.#http = this.#createServer();
    await this.#listen(this.#port);
  }

  #createServer(): http.Server {
    const server = http.createServer((request, response) =>
      this.#serve(request, response),
    );
    server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    return server;
  }

  async #listen(port: number): Promise<void> {
    await new Promise<void>(resolve =>
      this.#http.listen(port, '127.0.0.1', resolve),
    );
    this.#port = (this.#http.address() as AddressInfo).port;
  }

  #serve(request: http.IncomingMessage, response: http.ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://server');
    const served: ServedRequest = {
      path: url.pathname,
      isWatch: url.searchParams.get('watch') === 'true',
      query: url.searchParams,
    };
    this.requests.push(served);
    const fault = this.fault(served);
    switch (fault?.type) {
      case 'Hang':
        return;
      case 'Status':
        sendStatus(response, fault);
        return;
      case 'Body':
        response.end(fault.text);
        return;
      case 'Delay':
        setTimeout(() => this.#answer(served, response), fault.ms);
        return;
      default:
        this.#answer(served, response);
    }
  }

  #answer(request: ServedRequest, response: http.ServerResponse) {
    if (request.path === '/version') {
      sendJson(response, { gitVersion: 'v1.36.0-faulty' });
    } else if (request.isWatch) {
      this.#watch(request, response);
    } else {
      this.#list(request, response);
    }
  }

  #list({ path, query }: ServedRequest, response: http.ServerResponse) {
    const limit = Number(query.get('limit') ?? 0);
    const token = query.get('continue');
    const objects = token ? this.#snapshots.get(token) : this.objects(path);
    if (!objects) {
      sendStatus(response, { code: 410, reason: 'Expired' });
      return;
    }
    const rest = limit > 0 ? objects.slice(limit) : [];
    const next = rest.length > 0 ? `snapshot-${this.#snapshots.size}` : '';
    if (next) {
      this.#snapshots.set(next, rest);
    }
    sendJson(response, {
      kind: 'PodList',
      apiVersion: 'v1',
      metadata: {
        resourceVersion: String(this.#history.resourceVersion),
        ...(next && { continue: next }),
      },
      items: limit > 0 ? objects.slice(0, limit) : objects,
    });
  }

  #watch({ path, query }: ServedRequest, response: http.ServerResponse) {
    const missed = this.#history.since(
      path,
      Number(query.get('resourceVersion')),
    );
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.flushHeaders();
    if (!missed) {
      response.end(
        `${JSON.stringify({
          type: 'ERROR',
          object: {
            kind: 'Status',
            code: 410,
            reason: 'Expired',
            message: 'too old',
          },
        })}\n`,
      );
      return;
    }
    const watch = { path, response, isFrozen: false };
    this.#watches.add(watch);
    response.on('close', () => this.#watches.delete(watch));
    missed.forEach(event => response.write(lineOf(event)));
  }

  #publish(event: HistoryEvent) {
    this.#send(event.path, event);
  }

  #send(path: string, event: { type: string; object: object }) {
    for (const watch of this.#watches) {
      if (watch.path === path && !watch.isFrozen) {
        watch.response.write(lineOf(event));
      }
    }
  }
}

/** Unlike the items of a list, objects of a watch carry their type. */
function lineOf({ type, object }: { type: string; object: object }): string {
  return `${JSON.stringify({
    type,
    object: { apiVersion: 'v1', ...object },
  })}\n`;
}

function sendJson(response: http.ServerResponse, body: unknown) {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

function sendStatus(
  response: http.ServerResponse,
  status: { code: number; reason?: string; headers?: Record<string, string> },
) {
  response.writeHead(status.code, status.headers);
  response.end(
    JSON.stringify({
      kind: 'Status',
      code: status.code,
      reason: status.reason,
      message: 'simulated',
    }),
  );
}
