import { ResourceHealth } from '../types';
import { WatchFailure, WatchFailureKind } from '../watch/WatchFailure';

/** What is known about one collection; times in milliseconds since the epoch. */
export interface CollectionHealth {
  state: ResourceHealth['state'];
  /** What went wrong last; absent while all is well. */
  failure?: WatchFailureKind;
  message?: string;
  lastContactAt?: number;
  staleSince?: number;
}

export const initialHealth: CollectionHealth = { state: 'Syncing' };

/** After a whole list was read. */
export function afterList(
  health: CollectionHealth,
  now: number,
): CollectionHealth {
  // What cannot be watched grows old again at once; only a watch ends that.
  return health.failure === 'Unwatchable'
    ? { ...health, lastContactAt: now }
    : { state: 'Synced', lastContactAt: now };
}

/** After a watch has opened or brought something. */
export function afterWatch(now: number): CollectionHealth {
  return { state: 'Synced', lastContactAt: now };
}

/** After a list or watch failed. */
export function afterFailure(
  health: CollectionHealth,
  failure: WatchFailure,
  now: number,
): CollectionHealth {
  const { kind, message } = failure;
  // An expired resource version is part of normal life: the list that follows decides.
  if (kind === 'Expired' && health.state === 'Synced') {
    return health;
  }
  const state = stateOf(kind);
  return {
    state,
    failure: kind,
    message,
    lastContactAt: health.lastContactAt,
    staleSince: state === 'Stale' ? health.staleSince ?? now : undefined,
  };
}

function stateOf(kind: WatchFailureKind): ResourceHealth['state'] {
  switch (kind) {
    case 'Forbidden':
      return 'Forbidden';
    case 'Absent':
      return 'Absent';
    default:
      return 'Stale';
  }
}
