import { InputError } from '@backstage/errors';
import { Clock } from '../clock/Clock';
import { Cluster } from './Cluster';
import { ClusterTransport } from './ClusterTransport';
import { requestJson } from './requestJson';
import type { RequestOptions } from './RequestOptions';
import { ResourceDiscovery } from './ResourceDiscovery';
import { resourcePath } from './resourcePath';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** The part of an object that says which one it is. */
export interface ObjectIdentity {
  apiVersion?: string;
  kind?: string;
  metadata?: { name?: string; namespace?: string };
}

export interface ApplyOptions {
  /** Who owns the applied fields from now on, for example `suoke-scaffolder`. */
  fieldManager: string;
  /** Takes fields over from other managers instead of answering 409. Default: false. */
  force?: boolean;
  /** Runs admission and validation on the server and stores nothing. Default: false. */
  dryRun?: boolean;
  /** What to do with fields the schema does not know. Default: `Strict`, which refuses them. */
  fieldValidation?: 'Ignore' | 'Warn' | 'Strict';
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** Asks one cluster: plain requests, and server-side apply. */
export interface ClusterClient {
  readonly cluster: string;
  /**
   * Sends one request and reads its JSON answer.
   *
   * @throws {@link KubernetesStatusError} for an answer of 300 and above, {@link ClusterUnreachableError} for none,
   * {@link InvalidResponseError} for one that is not JSON.
   */
  request<T = unknown>(path: string, options?: RequestOptions): Promise<T>;
  /**
   * Creates or changes an object by server-side apply and answers what the server made of it.
   *
   * @throws as `request`; 409 `Conflict` when another manager owns a field and `force` is not set; `NotFoundError` when the
   * cluster does not serve the kind; `InputError` when the object has no apiVersion, kind or name.
   */
  applyServerSide<T extends ObjectIdentity>(
    object: T,
    options: ApplyOptions,
  ): Promise<T>;
  /** The URL path of an object, from its kind; asks the cluster once per kind. */
  objectPath(
    object: ObjectIdentity,
    options?: { signal?: AbortSignal },
  ): Promise<string>;
  /** Closes the connections that are open. */
  close(): void;
}

/** Creates a client for one cluster. Close it when it is no longer used. */
export function createClusterClient(
  cluster: Cluster,
  options: { clock?: Clock; maxResponseBytes?: number } = {},
): ClusterClient {
  const transport = ClusterTransport.create({ cluster, clock: options.clock });
  const maxBytes = options.maxResponseBytes ?? DEFAULT_MAX_BYTES;

  async function request<T>(
    path: string,
    requestOptions: RequestOptions = {},
  ): Promise<T> {
    const {
      method = 'GET',
      body,
      timeoutMs = DEFAULT_TIMEOUT_MS,
    } = requestOptions;
    return (await requestJson(transport, withQuery(path, requestOptions), {
      method,
      timeoutMs,
      maxBytes,
      signal: requestOptions.signal,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        ...(requestOptions.accept && { Accept: requestOptions.accept }),
        ...(body !== undefined && {
          'Content-Type': requestOptions.contentType ?? 'application/json',
        }),
      },
    })) as T;
  }

  const discovery = new ResourceDiscovery(cluster.name, request);

  async function objectPath(
    object: ObjectIdentity,
    pathOptions?: { signal?: AbortSignal },
  ): Promise<string> {
    const { apiVersion, kind, metadata } = object;
    if (!apiVersion || !kind || !metadata?.name) {
      throw new InputError(
        'The object has no apiVersion, kind or metadata.name: give all three',
      );
    }
    const type = await discovery.find({ apiVersion, kind }, pathOptions);
    return resourcePath({
      ...type,
      name: metadata.name,
      namespace: type.namespaced ? metadata.namespace ?? 'default' : undefined,
    });
  }

  return {
    cluster: cluster.name,
    request,
    objectPath,
    async applyServerSide<T extends ObjectIdentity>(
      object: T,
      apply: ApplyOptions,
    ) {
      return request<T>(await objectPath(object, { signal: apply.signal }), {
        method: 'PATCH',
        contentType: 'application/apply-patch+yaml',
        body: object,
        query: {
          fieldManager: apply.fieldManager,
          force: apply.force || undefined,
          dryRun: apply.dryRun ? 'All' : undefined,
          fieldValidation: apply.fieldValidation ?? 'Strict',
        },
        signal: apply.signal,
        timeoutMs: apply.timeoutMs,
      });
    },
    close: () => transport.close(),
  };
}

function withQuery(path: string, options: RequestOptions): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined) {
      query.set(name, String(value));
    }
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
