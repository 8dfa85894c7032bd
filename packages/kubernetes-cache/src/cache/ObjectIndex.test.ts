import { CachedObject } from '../types';
import { ObjectIndex } from './ObjectIndex';

/** A pod `a` in `agents`, at its first version, owned by nobody. */
function object(
  metadata: Partial<CachedObject['metadata']> = {},
): CachedObject {
  return {
    metadata: {
      name: 'a',
      namespace: 'agents',
      uid: 'uid-a',
      resourceVersion: '1',
      ...metadata,
    },
  };
}

const ownedBy = (uid: string, controller = true) => ({
  ownerReferences: [
    { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'rs', uid, controller },
  ],
});

describe('ObjectIndex', () => {
  it.each([
    ['a new object', object({ name: 'b', uid: 'uid-b' }), ['ADDED uid-b']],
    ['a newer version', object({ resourceVersion: '2' }), ['MODIFIED uid-a']],
    ['the same version', object(), []],
    [
      'another object under the same name',
      object({ uid: 'uid-a2', resourceVersion: '2' }),
      ['DELETED uid-a', 'ADDED uid-a2'],
    ],
    [
      'the same name in another namespace',
      object({ namespace: 'other', uid: 'uid-o' }),
      ['ADDED uid-o'],
    ],
  ])('tells what %s changes', (_, next, expected) => {
    const index = new ObjectIndex();
    index.put(object());

    expect(
      index
        .put(next)
        .map(({ type, object: { metadata } }) => `${type} ${metadata.uid}`),
    ).toEqual(expected);
    expect(index.get(next.metadata)).toEqual(next);
  });

  it('forgets what is deleted, and only that', () => {
    const index = new ObjectIndex();
    index.put(object());

    expect(index.delete(object({ uid: 'an earlier one' }))).toEqual([]);
    expect(index.delete(object({ name: 'unknown' }))).toEqual([]);
    expect(index.size).toBe(1);
    expect(index.delete(object({ resourceVersion: '2' }))).toEqual([
      { type: 'DELETED', object: object({ resourceVersion: '2' }) },
    ]);
    expect([index.size, index.list(), index.list('agents')]).toEqual([
      0,
      [],
      [],
    ]);
  });

  it('lists by namespace', () => {
    const index = new ObjectIndex();
    index.put(object());
    index.put(object({ namespace: 'other', uid: 'uid-o' }));
    index.put(object({ namespace: undefined, uid: 'uid-node' }));

    expect(index.list()).toHaveLength(3);
    expect(index.list('other').map(({ metadata }) => metadata.uid)).toEqual([
      'uid-o',
    ]);
    expect(index.get({ name: 'a' })?.metadata.uid).toBe('uid-node');
  });

  it('follows objects from owner to owner, and counts only the controlling one', () => {
    const index = new ObjectIndex();
    index.put(object(ownedBy('rs-1')));
    index.put(object({ name: 'b', uid: 'uid-b', ...ownedBy('rs-1', false) }));
    expect(index.ownedBy('rs-1')).toEqual([object(ownedBy('rs-1'))]);

    index.put(object({ resourceVersion: '2', ...ownedBy('rs-2') }));
    expect(index.ownedBy('rs-1')).toEqual([]);
    expect(index.ownedBy('rs-2')).toHaveLength(1);

    index.put(object({ resourceVersion: '3' }));
    expect(index.ownedBy('rs-2')).toEqual([]);
  });

  it('becomes what a list says', () => {
    const index = new ObjectIndex();
    index.put(object());
    index.put(object({ name: 'b', uid: 'uid-b' }));
    index.put(object({ name: 'c', uid: 'uid-c' }));

    const changes = index.replace([
      object({ resourceVersion: '2' }),
      object({ name: 'c', uid: 'uid-c2' }),
      object({ name: 'd', uid: 'uid-d' }),
    ]);

    expect(
      changes.map(
        ({ type, object: { metadata } }) => `${type} ${metadata.uid}`,
      ),
    ).toEqual([
      'DELETED uid-b',
      'DELETED uid-c',
      'MODIFIED uid-a',
      'ADDED uid-c2',
      'ADDED uid-d',
    ]);
    expect(index.size).toBe(3);
  });
});
