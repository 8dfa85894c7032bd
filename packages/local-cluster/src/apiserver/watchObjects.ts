import { StoredEvent, typeId } from '../store/ObjectStore';
import { StatusError } from '../store/StatusError';
import { ClusterObject } from '../store/types';
import { ClusterMachinery } from '../registry/ClusterMachinery';
import { ResourceType, ResourceVersion } from '../registry/ResourceType';
import { storedType } from '../registry/storedType';
import { ApiRequest } from './ApiRequest';
import { encodeMetadata, encodeObject, inVersion } from './encode';
import { ListOptions } from './listOptions';
import { Representation } from './negotiate';
import { renderTable } from './table';
import { tooLargeVersion } from './versionedList';
import { WatchStream } from './WatchStream';

const BOOKMARK_INTERVAL_MS = 60_000;
const DEFAULT_TIMEOUT_SECONDS = 1800;

export interface WatchTarget {
  machinery: ClusterMachinery;
  type: ResourceType;
  version: ResourceVersion;
  namespace?: string;
  representation: Representation;
  includeObject: 'None' | 'Metadata' | 'Object';
}

type FrameType = 'ADDED' | 'MODIFIED' | 'DELETED';

/** Turns events into frames; a table tells its columns once. */
function frameWriter(target: WatchTarget) {
  let withColumns = true;
  return (type: FrameType, object: ClusterObject): string => {
    const { representation } = target;
    if (representation.as === 'Table') {
      const table = renderTable(
        [inVersion(target.type, target.version, object)],
        {
          resourceVersion: object.metadata.resourceVersion,
        },
        {
          type: target.type,
          version: target.version,
          now: target.machinery.clock.now(),
          includeObject: target.includeObject,
          tableVersion: representation.version,
          withColumns,
        },
      );
      withColumns = false;
      return `{"type":"${type}","object":${JSON.stringify(table)}}`;
    }
    const body =
      representation.as === 'object'
        ? encodeObject(target.type, target.version, object)
        : encodeMetadata(object);
    return `{"type":"${type}","object":${body}}`;
  };
}

function bookmark(
  target: WatchTarget,
  version: number,
  initialEventsEnd: boolean,
): string {
  const partial = target.representation.as !== 'object';
  return JSON.stringify({
    type: 'BOOKMARK',
    object: {
      kind: partial ? 'PartialObjectMetadata' : target.type.kind,
      apiVersion: partial
        ? 'meta.k8s.io/v1'
        : [target.type.group, target.version.name].filter(Boolean).join('/'),
      metadata: {
        resourceVersion: String(version),
        creationTimestamp: null,
        ...(initialEventsEnd && {
          annotations: { 'k8s.io/initial-events-end': 'true' },
        }),
      },
    },
  });
}

const errorFrame = (error: StatusError) =>
  JSON.stringify({ type: 'ERROR', object: error.status });

/** What a change means to one watch: objects enter and leave its selection. */
export function watchedChange(
  event: StoredEvent,
  matches: (object: ClusterObject) => boolean,
): FrameType | undefined {
  const before = event.previous !== undefined && matches(event.previous);
  if (event.type === 'DELETED') return before ? 'DELETED' : undefined;
  const after = matches(event.object);
  if (after) return before ? 'MODIFIED' : 'ADDED';
  return before ? 'DELETED' : undefined;
}

/** Streams changes until the client goes, the time is over, the version is too old, or the kind is gone. */
export function watchObjects(
  request: ApiRequest,
  target: WatchTarget,
  options: ListOptions,
): void {
  const { store } = target.machinery;
  const stream = new WatchStream(request.raw.response, 'application/json');
  const key = storedType(target.machinery, target.type);
  const inScope = (event: StoredEvent) =>
    target.namespace === undefined ||
    event.object.metadata.namespace === target.namespace;
  const frame = frameWriter(target);
  const forward = (event: StoredEvent) => {
    if (!inScope(event)) return;
    const change = watchedChange(event, options.matches);
    if (change) stream.write(frame(change, event.object));
  };

  const from = Number(options.resourceVersion || 0);
  const initial = options.sendInitialEvents ?? from === 0;
  if (from > store.resourceVersion) {
    stream.write(errorFrame(tooLargeVersion(from, store.resourceVersion)));
    stream.end();
    return;
  }
  if (initial) {
    for (const object of store.list(key, target.namespace)) {
      if (options.matches(object)) stream.write(frame('ADDED', object));
    }
    if (options.sendInitialEvents && options.allowWatchBookmarks) {
      stream.write(bookmark(target, store.resourceVersion, true));
    }
  } else if (from !== 0) {
    const missed = store.history.since(from);
    if (!missed) {
      stream.write(
        errorFrame(
          new StatusError(
            410,
            'Expired',
            `too old resource version: ${from} (${store.history.oldest})`,
          ),
        ),
      );
      stream.end();
      return;
    }
    const id = typeId(key);
    for (const event of missed) if (typeId(event.key) === id) forward(event);
  }

  stream.onClose(store.subscribe(key, forward));
  endWithKind(stream, target);
  keepAlive(stream, target, options);
}

// A definition goes after its objects, so their removal has been streamed by then.
function endWithKind(stream: WatchStream, target: WatchTarget): void {
  const { registry } = target.machinery;
  const { group, resource } = target.type;
  stream.onClose(
    registry.onChange(() => {
      if (!registry.findServed(group, target.version.name, resource))
        stream.end();
    }),
  );
}

// Timers of the connection run in wall time, unlike everything in the cluster: they are between the client and us.
function keepAlive(
  stream: WatchStream,
  target: WatchTarget,
  options: ListOptions,
): void {
  const timeout = setTimeout(() => {
    if (options.allowWatchBookmarks)
      stream.write(
        bookmark(target, target.machinery.store.resourceVersion, false),
      );
    stream.end();
  }, (options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000);
  timeout.unref();
  stream.onClose(() => clearTimeout(timeout));
  if (!options.allowWatchBookmarks) return;
  const bookmarks = setInterval(
    () =>
      stream.write(
        bookmark(target, target.machinery.store.resourceVersion, false),
      ),
    BOOKMARK_INTERVAL_MS,
  );
  bookmarks.unref();
  stream.onClose(() => clearInterval(bookmarks));
}
