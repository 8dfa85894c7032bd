import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { Clock, systemClock } from '../clock/Clock';
import { Cluster } from './Cluster';
import { ClusterUnreachableError } from './errors';
import { toUnreachableError } from './toUnreachableError';

/** How long a socket may be silent before the operating system probes whether its other end still exists. */
const TCP_KEEP_ALIVE_MS = 30_000;

export interface OpenOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Ends the request, and its body when that is still being read. */
  signal?: AbortSignal;
  /** How long the server may take until its answer begins (the body may take longer), in milliseconds. */
  timeoutMs: number;
}

export interface ClusterResponse {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** Must be read to its end, or the request aborted; else its socket stays open. */
  body: AsyncIterable<Buffer>;
}

/**
 * One way to an API server for lists, watches and writes: credential, certificate authority, time limits, abort.
 *
 * @remarks
 * Redirects are never followed, so a token goes only to the configured host. Errors name the cluster and never a credential.
 */
export class ClusterTransport {
  static create(options: { cluster: Cluster; clock?: Clock }) {
    return new ClusterTransport(options.cluster, options.clock ?? systemClock);
  }

  readonly #base: URL;
  #agent: http.Agent | https.Agent | undefined;

  private constructor(readonly cluster: Cluster, readonly clock: Clock) {
    this.#base = new URL(cluster.url);
  }

  /**
   * Sends a request and resolves when the head of the answer is there.
   *
   * @throws {@link ClusterUnreachableError} when there is no answer in time; the signal's reason when it aborts.
   */
  async open(path: string, options: OpenOptions): Promise<ClusterResponse> {
    const authorization = await this.#authorization();
    options.signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const prefix = this.#base.pathname.replace(/\/$/, '');
      const send = this.#base.protocol === 'https:' ? https : http;
      const request = send.request(new URL(`${prefix}${path}`, this.#base), {
        agent: this.#openAgent(),
        method: options.method ?? 'GET',
        signal: options.signal,
        headers: {
          Accept: 'application/json',
          'User-Agent': 'suoke-kubernetes-cache',
          ...authorization,
          ...options.headers,
          ...(options.body !== undefined && {
            'Content-Length': Buffer.byteLength(options.body),
          }),
        },
      });
      const cancelTimeout = this.clock.after(options.timeoutMs, () =>
        request.destroy(this.#timeoutError(options.timeoutMs)),
      );
      request.on('response', response => {
        cancelTimeout();
        // Errors reach whoever reads the body; this only keeps one that nobody reads any more from ending the process.
        response.on('error', () => {});
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: this.#body(response, options.signal),
        });
      });
      request.on('error', error => {
        cancelTimeout();
        reject(this.#toError(error, options.signal));
      });
      request.end(options.body);
    });
  }

  /** Closes every socket, idle and in use. The transport may be used again; it then opens new ones. */
  close(): void {
    this.#agent?.destroy();
    this.#agent = undefined;
  }

  async *#body(
    response: http.IncomingMessage,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Buffer> {
    try {
      yield* response;
    } catch (error) {
      throw this.#toError(error, signal);
    }
  }

  #toError(error: unknown, signal: AbortSignal | undefined): unknown {
    if (signal?.aborted) {
      return signal.reason;
    }
    return toUnreachableError(error, {
      cluster: this.cluster.name,
      url: this.#base.origin,
    });
  }

  #timeoutError(timeoutMs: number) {
    return new ClusterUnreachableError({
      cluster: this.cluster.name,
      code: 'ETIMEDOUT',
      message: `Cluster '${
        this.cluster.name
      }' did not answer within ${timeoutMs} ms at ${
        this.#base.origin
      }: check the load of the API server and the network between`,
    });
  }

  async #authorization(): Promise<Record<string, string>> {
    const { credential, name } = this.cluster;
    switch (credential.type) {
      case 'token':
        return { Authorization: `Bearer ${credential.token}` };
      case 'tokenFile': {
        const token = await readFile(credential.path, 'utf8').catch(error => {
          throw new ClusterUnreachableError({
            cluster: name,
            code: 'NO_TOKEN',
            message: `The token of cluster '${name}' cannot be read from ${credential.path}: mount a service account token there`,
            cause: error,
          });
        });
        return { Authorization: `Bearer ${token.trim()}` };
      }
      default:
        return {};
    }
  }

  #openAgent(): http.Agent | https.Agent {
    this.#agent ??= this.#createAgent();
    return this.#agent;
  }

  #createAgent(): http.Agent | https.Agent {
    const common = {
      keepAlive: true,
      keepAliveMsecs: TCP_KEEP_ALIVE_MS,
      // Only the global agent obeys NODE_USE_ENV_PROXY by itself, which is how Backstage asks for a proxy.
      ...(process.env.NODE_USE_ENV_PROXY === '1' && { proxyEnv: process.env }),
    };
    if (this.#base.protocol !== 'https:') {
      return new http.Agent(common);
    }
    const { ca, caFile, skipTLSVerify, credential, name } = this.cluster;
    try {
      return new https.Agent({
        ...common,
        ca: caFile ? readFileSync(caFile) : ca,
        rejectUnauthorized: !skipTLSVerify,
        ...(credential.type === 'clientCertificate' && {
          cert: credential.cert,
          key: credential.key,
        }),
      });
    } catch (error) {
      throw new ClusterUnreachableError({
        cluster: name,
        code: 'NO_CERTIFICATE',
        message: `The certificates of cluster '${name}' cannot be used: check caFile, caData and the client certificate`,
        cause: error,
      });
    }
  }
}
