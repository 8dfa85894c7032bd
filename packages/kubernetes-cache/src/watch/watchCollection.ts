import { CustomErrorBase } from '@backstage/errors';
import { ClusterTransport } from '../client/ClusterTransport';
import { readBody } from '../client/readBody';
import { toStatusError } from '../client/toStatusError';
import { Collection, collectionUrl } from './collection';
import { parseWatchEvent } from './parseWatchEvent';
import { readLines } from './readLines';
import { WatchEvent } from './WatchEvent';

const MAX_ERROR_BYTES = 1024 * 1024;

/** The connection is open, but nothing came through it for so long that it may be dead at the other end. */
export class SilentWatchError extends CustomErrorBase {
  name = 'SilentWatchError' as const;
}

export interface WatchOptions {
  resourceVersion: string;
  /** After this time the server closes the watch by itself, in seconds. */
  timeoutSeconds: number;
  /** How long the server may take until its answer begins, in milliseconds. */
  answerTimeoutMs: number;
  /** How long the open watch may send no byte, in milliseconds. API servers send a bookmark about every minute. */
  silenceMs: number;
  maxEventBytes: number;
  signal: AbortSignal;
  /** Called when the server has accepted the watch. */
  onOpen?: () => void;
}

/** Watches a collection from a resource version on. Ends when the server closes the watch, or after yielding an `ERROR`. */
export async function* watchCollection(
  transport: ClusterTransport,
  collection: Collection,
  options: WatchOptions,
): AsyncGenerator<WatchEvent, void, undefined> {
  const { clock, cluster } = transport;
  const connection = new AbortController();
  const stop = () => connection.abort(options.signal.reason);
  options.signal.addEventListener('abort', stop, { once: true });
  let cancelSilence = () => {};
  const heard = () => {
    cancelSilence();
    cancelSilence = clock.after(options.silenceMs, () =>
      connection.abort(
        new SilentWatchError(
          `Cluster '${cluster.name}' sent nothing in the watch of ${collection.path} for ${options.silenceMs} ms`,
        ),
      ),
    );
  };
  try {
    options.signal.throwIfAborted();
    const url = collectionUrl(collection, {
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: options.resourceVersion,
      timeoutSeconds: options.timeoutSeconds,
    });
    const response = await transport.open(url, {
      signal: connection.signal,
      timeoutMs: options.answerTimeoutMs,
    });
    heard();
    if (response.status !== 200) {
      throw toStatusError(
        await readBody(response.body, {
          cluster: cluster.name,
          maxBytes: MAX_ERROR_BYTES,
        }),
        {
          cluster: cluster.name,
          operation: `watch ${collection.path}`,
          statusCode: response.status,
          retryAfter: response.headers['retry-after'],
        },
      );
    }
    options.onOpen?.();
    const lines = readLines(notingBytes(response.body, heard), {
      cluster: cluster.name,
      maxLineBytes: options.maxEventBytes,
    });
    for await (const line of lines) {
      const event = parseWatchEvent(line, {
        cluster: cluster.name,
        path: collection.path,
      });
      yield event;
      if (event.type === 'ERROR') {
        return;
      }
    }
  } catch (error) {
    yield { type: 'ERROR', error };
  } finally {
    cancelSilence();
    options.signal.removeEventListener('abort', stop);
    connection.abort();
  }
}

async function* notingBytes(
  body: AsyncIterable<Buffer>,
  heard: () => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of body) {
    heard();
    yield chunk;
  }
}
