import fc from 'fast-check';
import { ObjectStore } from '../store/ObjectStore';
import { ClusterObject } from '../store/types';
import { listAt } from './versionedList';

const key = { group: '', resource: 'things' };
const other = { group: '', resource: 'others' };

const step = fc.record({
  act: fc.constantFrom('put', 'remove', 'putOther'),
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  namespace: fc.constantFrom('one', 'two'),
  value: fc.integer(),
});

describe('listAt', () => {
  it('gives every list as it was', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.constantFrom(undefined, 'one'),
        (steps, namespace) => {
          const store = new ObjectStore();
          const seen = [
            {
              version: store.resourceVersion,
              objects: store.list(key, namespace),
            },
          ];
          for (const { act, name, namespace: at, value } of steps) {
            if (act === 'remove') store.remove(key, { namespace: at, name });
            else {
              const object = {
                apiVersion: 'v1',
                kind: 'Thing',
                metadata: { name, namespace: at },
                value,
              } as unknown as ClusterObject;
              store.put(act === 'put' ? key : other, object);
            }
            seen.push({
              version: store.resourceVersion,
              objects: store.list(key, namespace),
            });
          }
          for (const { version, objects } of seen)
            expect(listAt(store, key, namespace, version)).toEqual(objects);
        },
      ),
    );
  });

  it('does not know what the history has forgotten', () => {
    const store = new ObjectStore({ historySize: 2 });
    for (let i = 0; i < 6; i += 1) {
      store.put(key, {
        apiVersion: 'v1',
        kind: 'Thing',
        metadata: { name: `n${i}` },
      } as ClusterObject);
    }
    expect(listAt(store, key, undefined, 2)).toBeUndefined();
    expect(
      listAt(store, key, undefined, store.resourceVersion - 1),
    ).toHaveLength(5);
  });
});
