import { ClusterHealth, ResourceHealth } from '../types';
import { CollectionHealth } from './CollectionHealth';

const worstFirst: ResourceHealth['state'][] = [
  'Forbidden',
  'Absent',
  'Stale',
  'Syncing',
  'Synced',
];

/** The health of a resource type from that of its collections: the worst of them, because a page shows the sum. */
export function toResourceHealth(
  collections: readonly { health: CollectionHealth; objectCount: number }[],
): ResourceHealth {
  const worst = worstFirst
    .map(state => collections.find(({ health }) => health.state === state))
    .find(found => found !== undefined)!.health;
  // The collection that was silent the longest decides how far the whole can be trusted.
  const contacts = collections.map(({ health }) => health.lastContactAt);
  return {
    state: worst.state,
    objectCount: collections.reduce(
      (sum, { objectCount }) => sum + objectCount,
      0,
    ),
    lastContactAt: contacts.includes(undefined)
      ? undefined
      : toIso(Math.min(...contacts.map(at => at!))),
    staleSince: toIso(worst.staleSince),
    message: worst.message,
  };
}

/** The state of a cluster from that of everything watched in it. */
export function toClusterState(
  collections: readonly { health: CollectionHealth; isOptional: boolean }[],
): Pick<ClusterHealth, 'state' | 'message' | 'lastContactAt'> {
  const healths = collections.map(({ health }) => health);
  const find = (matches: (health: CollectionHealth) => boolean) =>
    healths.find(matches);
  const contacts = healths.flatMap(({ lastContactAt }) => lastContactAt ?? []);
  const lastContactAt =
    contacts.length > 0 ? toIso(Math.max(...contacts)) : undefined;

  const unauthorized = find(({ failure }) => failure === 'Unauthorized');
  if (unauthorized) {
    return {
      state: 'Unauthorized',
      message: unauthorized.message,
      lastContactAt,
    };
  }
  const isAnythingSynced = healths.some(({ state }) => state === 'Synced');
  // An answer, even a refusal, means that the cluster is there.
  const hasAnswered = find(
    ({ state }) => state === 'Forbidden' || state === 'Absent',
  );
  const unreachable = find(({ failure }) => failure === 'Unreachable');
  if (unreachable && !isAnythingSynced && !hasAnswered) {
    return {
      state: 'Unreachable',
      message: unreachable.message,
      lastContactAt,
    };
  }
  const trouble = collections.find(
    ({ health: { state }, isOptional }) =>
      state === 'Stale' ||
      state === 'Forbidden' ||
      (state === 'Absent' && !isOptional),
  );
  if (trouble) {
    return {
      state: 'Degraded',
      message: trouble.health.message,
      lastContactAt,
    };
  }
  const isSettled = isAnythingSynced || hasAnswered !== undefined;
  return { state: isSettled ? 'Connected' : 'Connecting', lastContactAt };
}

function toIso(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
