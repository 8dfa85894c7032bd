import { InvalidResponseError, KubernetesStatusError } from '../client';
import { ClusterTransport } from '../client/ClusterTransport';
import { requestJson } from '../client/requestJson';
import { CachedObject } from '../types';
import { Collection, collectionUrl } from './collection';
import { isKubernetesObject } from './isKubernetesObject';

export interface ListOptions {
  /** Objects per page. */
  pageSize: number;
  /** Time for one page, in milliseconds. */
  timeoutMs: number;
  /** Size of one page; a larger one is asked for again in smaller pages. */
  maxPageBytes: number;
  /** Called for every object as its page arrives, so that only one page is held in full. */
  reduce: (object: CachedObject) => CachedObject;
  signal: AbortSignal;
}

export interface ObjectList {
  objects: CachedObject[];
  /** Where a watch has to start to miss nothing. */
  resourceVersion: string;
}

/**
 * Reads a whole collection, page by page.
 *
 * @remarks
 * The snapshot behind the pages expires after some minutes, and then the server answers 410. The first time that happens the list starts
 * again; the second time it is asked for in one piece, which cannot expire.
 */
export async function listCollection(
  transport: ClusterTransport,
  collection: Collection,
  options: ListOptions,
): Promise<ObjectList> {
  for (const pageSize of [options.pageSize, options.pageSize]) {
    try {
      return await listPages(transport, collection, { ...options, pageSize });
    } catch (error) {
      if (!isExpired(error)) {
        throw error;
      }
    }
  }
  return listPages(transport, collection, { ...options, pageSize: 0 });
}

async function listPages(
  transport: ClusterTransport,
  collection: Collection,
  options: ListOptions,
): Promise<ObjectList> {
  const objects: CachedObject[] = [];
  let { pageSize } = options;
  let next = '';
  for (;;) {
    const page = await readPageThatFits(transport, collection, {
      ...options,
      pageSize,
      next,
    });
    pageSize = page.pageSize;
    for (const item of page.items) {
      objects.push(options.reduce(item));
    }
    next = page.next;
    if (!next) {
      return { objects, resourceVersion: page.resourceVersion };
    }
  }
}

/** Reads one page, and a smaller one when it is too large to hold. */
async function readPageThatFits(
  transport: ClusterTransport,
  collection: Collection,
  options: ListOptions & { next: string },
): Promise<Page & { pageSize: number }> {
  let { pageSize } = options;
  for (;;) {
    try {
      const page = await readPage(transport, collection, {
        ...options,
        pageSize,
      });
      return { ...page, pageSize };
    } catch (error) {
      if (!isTooLarge(error) || pageSize <= 1) {
        throw error;
      }
      pageSize = Math.max(1, Math.floor(pageSize / 4));
    }
  }
}

interface Page {
  items: CachedObject[];
  next: string;
  resourceVersion: string;
}

async function readPage(
  transport: ClusterTransport,
  collection: Collection,
  options: ListOptions & { next: string },
): Promise<Page> {
  const url = collectionUrl(collection, {
    limit: options.pageSize || undefined,
    continue: options.next,
  });
  const answer = await requestJson(transport, url, {
    signal: options.signal,
    timeoutMs: options.timeoutMs,
    maxBytes: options.maxPageBytes,
  });
  return toPage(answer, { cluster: transport.cluster.name, collection });
}

interface RawList {
  apiVersion?: string;
  kind?: string;
  metadata?: { resourceVersion?: unknown; continue?: unknown };
  items?: unknown[] | null;
}

function toPage(
  answer: unknown,
  options: { cluster: string; collection: Collection },
): Page {
  const list = answer as RawList | null;
  const { resourceVersion, continue: next } = list?.metadata ?? {};
  // Go servers write an empty list as null.
  const items = list?.items ?? [];
  if (
    typeof resourceVersion !== 'string' ||
    !Array.isArray(items) ||
    !items.every(isKubernetesObject)
  ) {
    throw new InvalidResponseError({
      cluster: options.cluster,
      reason: 'NotKubernetes',
      message: `Cluster '${options.cluster}' answered GET ${options.collection.path} with something that is no list of Kubernetes objects`,
    });
  }
  // Built-in types carry apiVersion and kind in watch events but not in lists; the cache shows one shape.
  const kind = list?.kind?.replace(/List$/, '');
  return {
    items: items.map(item => ({
      ...item,
      apiVersion: item.apiVersion ?? list?.apiVersion,
      kind: item.kind ?? kind,
    })),
    next: typeof next === 'string' ? next : '',
    resourceVersion,
  };
}

function isExpired(error: unknown): boolean {
  return error instanceof KubernetesStatusError && error.statusCode === 410;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof InvalidResponseError && error.reason === 'TooLarge';
}
