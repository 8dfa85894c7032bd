import { at, readPath } from './at';

const object = {
  metadata: { name: 'x', annotations: { 'a.b/c': 'yes' } },
  status: { conditions: [{ type: 'Ready', status: 'False', reason: 'Slow' }] },
  spec: { list: [{ deep: 1 }] },
};

it.each([
  ['spec.list[0].deep', 1],
  ['metadata.annotations["a.b/c"]', 'yes'],
  ['status.conditions[type=Ready].reason', 'Slow'],
  ['spec.list[3].deep', undefined],
  ['spec.nothing.deep', undefined],
])('reads %s', (path, value) => {
  expect(readPath(object, path)).toBe(value);
});

it('tells a condition in words, an object in JSON and a missing field as missing', () => {
  expect(at.pod(object, 'status.conditions[type=Ready]').value).toBe(
    'False: Slow',
  );
  expect(at.pod(object, 'spec.list').value).toBe('[{"deep":1}]');
  expect(at.pod(object, 'spec.other')).toEqual({
    object: { apiVersion: 'v1', kind: 'Pod', name: 'x' },
    field: 'spec.other',
    value: undefined,
  });
});
