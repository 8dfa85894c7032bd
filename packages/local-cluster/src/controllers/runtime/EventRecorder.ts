import { Clock } from '../../clock/types';
import { ClusterApi, ClusterObject } from '../../store/types';
import { BoundedMap } from './BoundedMap';
import { toMicroTime, toTime, draftMeta } from './objects';
import { resources } from './resources';

/** What a controller says about an object. */
export interface EventNote {
  /** Component that speaks, e.g. `deployment-controller`. */
  component: string;
  /** Node name, for kubelet events. */
  host?: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** e.g. `spec.containers{agent}`. */
  fieldPath?: string;
}

interface Recorded {
  namespace: string;
  name: string;
  count: number;
}

// As client-go's correlator: more than 10 messages of one kind in 10 minutes are combined, and one object may have
// 25 events at once from one source, then one every 5 minutes.
const SIMILAR_LIMIT = 10;
const SIMILAR_WINDOW_MS = 600_000;
const SPAM_BURST = 25;
const SPAM_REFILL_MS = 300_000;
const CACHE_SIZE = 4096;

/** Writes core/v1 Events and counts repetitions, the way the controllers of a real cluster do. */
export class EventRecorder {
  private readonly recorded = new BoundedMap<Recorded>(CACHE_SIZE);
  private readonly similar = new BoundedMap<{
    messages: Set<string>;
    lastMs: number;
  }>(CACHE_SIZE);
  private readonly tokens = new BoundedMap<{ left: number; atMs: number }>(
    CACHE_SIZE,
  );
  private sequence = 0;

  constructor(
    private readonly options: { cluster: ClusterApi; clock: Clock },
  ) {}

  /** An event in the classic form: `source`, `firstTimestamp`, `lastTimestamp`, `count`. */
  record(object: ClusterObject, note: EventNote): void {
    if (!this.takeToken(object, note)) return;
    const message = this.combine(object, note);
    const time = toTime(this.options.clock.now());
    const key = cacheKey(object, note, message);
    const known = this.recorded.get(key);
    if (
      known &&
      this.patch(known, {
        count: known.count + 1,
        lastTimestamp: time,
        message,
      })
    ) {
      known.count += 1;
      return;
    }
    this.recorded.set(
      key,
      this.create(object, note, {
        message,
        source: {
          component: note.component,
          ...(note.host && { host: note.host }),
        },
        firstTimestamp: time,
        lastTimestamp: time,
        count: 1,
        eventTime: null,
        reportingComponent: note.component,
        reportingInstance: note.host ?? '',
      }),
    );
  }

  /**
   * An event in the form of events.k8s.io, which the scheduler uses: `eventTime` and `series`, and none of the
   * classic times. Readers that expect `lastTimestamp` have to cope with this in every real cluster too.
   */
  recordSeries(
    object: ClusterObject,
    note: EventNote & { action: string },
  ): void {
    const now = toMicroTime(this.options.clock.now());
    const key = `series|${note.action}|${cacheKey(object, note, '')}`;
    const known = this.recorded.get(key);
    if (
      known &&
      this.patch(known, {
        message: note.message,
        series: { count: known.count + 1, lastObservedTime: now },
      })
    ) {
      known.count += 1;
      return;
    }
    this.recorded.set(
      key,
      this.create(object, note, {
        message: note.message,
        source: {},
        firstTimestamp: null,
        lastTimestamp: null,
        eventTime: now,
        action: note.action,
        reportingComponent: note.component,
        reportingInstance: `${note.component}-local`,
      }),
    );
  }

  private create(
    object: ClusterObject,
    note: EventNote,
    fields: object,
  ): Recorded {
    const namespace = object.metadata.namespace ?? 'default';
    this.sequence += 1;
    const name = `${object.metadata.name}.${Math.round(
      this.options.clock.now(),
    ).toString(16)}${(this.sequence % 0x1000000)
      .toString(16)
      .padStart(6, '0')}`;
    this.options.cluster.create(resources.events, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: draftMeta({ namespace, name }),
      involvedObject: {
        kind: object.kind,
        ...(object.metadata.namespace && { namespace }),
        name: object.metadata.name,
        uid: object.metadata.uid,
        apiVersion: object.apiVersion,
        resourceVersion: object.metadata.resourceVersion,
        ...(note.fieldPath && { fieldPath: note.fieldPath }),
      },
      reason: note.reason,
      type: note.type,
      ...fields,
    });
    return { namespace, name, count: 1 };
  }

  /** False when the event is gone (expired, or its namespace was deleted), so that a new one is due. */
  private patch(known: Recorded, patch: object): boolean {
    const { namespace, name } = known;
    if (!this.options.cluster.get(resources.events, { namespace, name })) {
      return false;
    }
    this.options.cluster.patch(resources.events, { namespace, name }, patch);
    return true;
  }

  private combine(object: ClusterObject, note: EventNote): string {
    const now = this.options.clock.now();
    const key = cacheKey(object, note, '');
    let entry = this.similar.get(key);
    if (!entry || now - entry.lastMs > SIMILAR_WINDOW_MS) {
      entry = { messages: new Set(), lastMs: now };
      this.similar.set(key, entry);
    }
    entry.lastMs = now;
    if (entry.messages.size < SIMILAR_LIMIT) entry.messages.add(note.message);
    else if (!entry.messages.has(note.message)) {
      return `(combined from similar events): ${note.message}`;
    }
    return note.message;
  }

  private takeToken(object: ClusterObject, note: EventNote): boolean {
    const now = this.options.clock.now();
    const key = `${note.component}|${note.host ?? ''}|${object.metadata.uid}`;
    const bucket = this.tokens.get(key) ?? { left: SPAM_BURST, atMs: now };
    const left = Math.min(
      SPAM_BURST,
      bucket.left + (now - bucket.atMs) / SPAM_REFILL_MS,
    );
    this.tokens.set(key, { left: left < 1 ? left : left - 1, atMs: now });
    return left >= 1;
  }
}

function cacheKey(object: ClusterObject, note: EventNote, message: string) {
  return [
    note.component,
    note.host ?? '',
    object.metadata.uid,
    note.fieldPath ?? '',
    note.type,
    note.reason,
    // Combined messages count as one.
    message.startsWith('(combined') ? '(combined)' : message,
  ].join('|');
}
