import { InvalidResponseError } from '../client';
import { toStatusError } from '../client/toStatusError';
import { isKubernetesObject } from './isKubernetesObject';
import { WatchEvent } from './WatchEvent';

/** Reads one line of a watch. What is not an event becomes an `ERROR`, because after it nothing can be trusted. */
export function parseWatchEvent(
  line: string,
  options: { cluster: string; path: string },
): WatchEvent {
  const event = parse(line);
  switch (event?.type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return isKubernetesObject(event.object)
        ? { type: event.type, object: event.object }
        : invalid(options, `${event.type} without an object`);
    case 'BOOKMARK': {
      const { resourceVersion } = event.object?.metadata ?? {};
      return typeof resourceVersion === 'string'
        ? { type: 'BOOKMARK', resourceVersion }
        : invalid(options, 'BOOKMARK without a resourceVersion');
    }
    case 'ERROR':
      return {
        type: 'ERROR',
        error: toStatusError(event.object, {
          cluster: options.cluster,
          operation: `watch ${options.path}`,
          statusCode: 500,
        }),
      };
    default:
      return invalid(options, 'a line that is no event');
  }
}

interface Parsed {
  type?: unknown;
  object?: { metadata?: { resourceVersion?: unknown } };
}

function parse(line: string): Parsed | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function invalid(
  options: { cluster: string; path: string },
  what: string,
): WatchEvent {
  return {
    type: 'ERROR',
    error: new InvalidResponseError({
      cluster: options.cluster,
      reason: 'NotKubernetes',
      message: `Cluster '${options.cluster}' sent ${what} in the watch of ${options.path}`,
    }),
  };
}
