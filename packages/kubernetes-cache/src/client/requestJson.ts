import { ClusterTransport } from './ClusterTransport';
import { ClusterUnreachableError, InvalidResponseError } from './errors';
import { readBody } from './readBody';
import { toStatusError } from './toStatusError';

/**
 * One whole exchange: sends, waits, reads, and turns everything that is not a JSON answer into a typed error.
 *
 * @throws {@link KubernetesStatusError}, {@link ClusterUnreachableError}, {@link InvalidResponseError}, or the signal's reason.
 */
export async function requestJson(
  transport: ClusterTransport,
  path: string,
  options: {
    method?: string;
    headers?: Record<string, string>;
    body?: string;
    signal?: AbortSignal;
    /** Time for the whole exchange, the body included. */
    timeoutMs: number;
    maxBytes: number;
  },
): Promise<unknown> {
  const cluster = transport.cluster.name;
  const operation = `${options.method ?? 'GET'} ${path.split('?')[0]}`;
  const deadline = new AbortController();
  const cancelDeadline = transport.clock.after(options.timeoutMs, () =>
    deadline.abort(
      new ClusterUnreachableError({
        cluster,
        code: 'ETIMEDOUT',
        message: `Cluster '${cluster}' did not finish ${operation} within ${options.timeoutMs} ms: check the load of the API server and the network between`,
      }),
    ),
  );
  try {
    const signal = options.signal
      ? AbortSignal.any([options.signal, deadline.signal])
      : deadline.signal;
    const response = await transport.open(path, { ...options, signal });
    const text = await readBody(response.body, {
      cluster,
      maxBytes: options.maxBytes,
    });
    if (response.status >= 300) {
      throw toStatusError(text, {
        cluster,
        operation,
        statusCode: response.status,
        retryAfter: response.headers['retry-after'],
      });
    }
    return parseJson(text, { cluster, operation });
  } finally {
    cancelDeadline();
  }
}

function parseJson(
  text: string,
  options: { cluster: string; operation: string },
): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold a secret.
    throw new InvalidResponseError({
      cluster: options.cluster,
      reason: 'NotJson',
      message: `Cluster '${options.cluster}' did not answer ${options.operation} with JSON: does the url lead to a Kubernetes API server?`,
    });
  }
}
