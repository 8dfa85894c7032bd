import { BackoffOptions } from './backoffMs';

/** How patient the cache is, and how much it holds. All times in milliseconds unless the name says otherwise. */
export interface WatchSettings {
  /** Objects per page of a list. Default: 500. */
  pageSize: number;
  /** Time for one page of a list. Default: 60 000. */
  listTimeoutMs: number;
  /** Time until the server accepts a watch. Default: 30 000. */
  answerTimeoutMs: number;
  /** Shortest time after which the server closes a watch; the longest is twice that, so that watches do not end together. Default: 300. */
  watchTimeoutSeconds: number;
  /** A watch that sends no byte for so long is opened anew. API servers send a bookmark every minute, so this is one and a half of them. Default: 90 000. */
  silenceMs: number;
  /** About how often everything is listed again, in case an event was lost. Default: 600 000. */
  resyncMs: number;
  /** How often a type that is forbidden or absent is tried again. Default: 60 000. */
  probeMs: number;
  /** Waits after failures. Default: 500 doubling up to 30 000. */
  backoff: BackoffOptions;
  /** A watch that lived so long ends a series of failures. Default: 10 000. */
  stableMs: number;
  /** Size of one page of a list. Default: 64 MiB. */
  maxPageBytes: number;
  /** Size of one watch event. Default: 8 MiB; etcd does not store objects over 1.5 MiB unless told to. */
  maxEventBytes: number;
}

export const defaultWatchSettings: WatchSettings = {
  pageSize: 500,
  listTimeoutMs: 60_000,
  answerTimeoutMs: 30_000,
  watchTimeoutSeconds: 300,
  silenceMs: 90_000,
  resyncMs: 600_000,
  probeMs: 60_000,
  backoff: { baseMs: 500, maxMs: 30_000 },
  stableMs: 10_000,
  maxPageBytes: 64 * 1024 * 1024,
  maxEventBytes: 8 * 1024 * 1024,
};
