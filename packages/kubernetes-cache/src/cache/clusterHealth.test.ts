import { CollectionHealth } from './CollectionHealth';
import { toClusterState, toResourceHealth } from './clusterHealth';

const at = (second: number) => Date.UTC(2026, 0, 1, 0, 0, second);
const synced: CollectionHealth = { state: 'Synced', lastContactAt: at(5) };
const syncing: CollectionHealth = { state: 'Syncing' };
const forbidden: CollectionHealth = {
  state: 'Forbidden',
  failure: 'Forbidden',
  message: 'grant it',
};
const absent: CollectionHealth = {
  state: 'Absent',
  failure: 'Absent',
  message: 'install it',
};
const unreachable: CollectionHealth = {
  state: 'Stale',
  failure: 'Unreachable',
  message: 'is it there?',
  lastContactAt: at(3),
  staleSince: at(4),
};
const unauthorized: CollectionHealth = {
  state: 'Stale',
  failure: 'Unauthorized',
  message: 'renew it',
  staleSince: at(4),
};
const optional = (health: CollectionHealth) => ({ health, isOptional: true });
const needed = (health: CollectionHealth) => ({ health, isOptional: false });

describe('toClusterState', () => {
  it.each([
    ['nothing was heard yet', [needed(syncing)], 'Connecting', undefined],
    ['all is well', [needed(synced), needed(synced)], 'Connected', undefined],
    [
      'some lists are on their way',
      [needed(synced), needed(syncing)],
      'Connected',
      undefined,
    ],
    [
      'an optional type is absent',
      [needed(synced), optional(absent)],
      'Connected',
      undefined,
    ],
    [
      'a needed type is absent',
      [needed(synced), needed(absent)],
      'Degraded',
      'install it',
    ],
    [
      'a type is forbidden',
      [needed(synced), needed(forbidden)],
      'Degraded',
      'grant it',
    ],
    ['all is forbidden', [needed(forbidden)], 'Degraded', 'grant it'],
    [
      'one of two lost contact',
      [needed(synced), needed(unreachable)],
      'Degraded',
      'is it there?',
    ],
    [
      'a refusal proves that it is there',
      [needed(forbidden), needed(unreachable)],
      'Degraded',
      'grant it',
    ],
    [
      'nothing answers',
      [needed(unreachable), needed(syncing)],
      'Unreachable',
      'is it there?',
    ],
    [
      'the credential is refused',
      [needed(synced), needed(unauthorized)],
      'Unauthorized',
      'renew it',
    ],
    ['nothing is watched', [], 'Connecting', undefined],
  ])('when %s', (_, collections, state, message) => {
    expect(toClusterState(collections)).toMatchObject({ state });
    expect(toClusterState(collections).message).toBe(message);
  });

  it('takes the last contact of any', () => {
    expect(
      toClusterState([needed(unreachable), needed(synced)]).lastContactAt,
    ).toBe('2026-01-01T00:00:05.000Z');
  });
});

describe('toResourceHealth', () => {
  it('is that of the worst collection, with the sum of the objects', () => {
    expect(
      toResourceHealth([
        { health: synced, objectCount: 2 },
        { health: unreachable, objectCount: 3 },
      ]),
    ).toEqual({
      state: 'Stale',
      objectCount: 5,
      message: 'is it there?',
      lastContactAt: '2026-01-01T00:00:03.000Z',
      staleSince: '2026-01-01T00:00:04.000Z',
    });
  });

  it('was never in contact when one of them never was', () => {
    expect(
      toResourceHealth([
        { health: synced, objectCount: 2 },
        { health: syncing, objectCount: 0 },
      ]),
    ).toMatchObject({ state: 'Syncing', lastContactAt: undefined });
  });
});
