import { builtinSchema } from '../schema/builtinSchemas';
import { strategicMergePatch } from './strategicMergePatch';

const schema = builtinSchema('apps', 'v1', 'Deployment');

const live = {
  metadata: { finalizers: ['a/x', 'b/y'] },
  spec: {
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
    template: {
      spec: {
        containers: [
          {
            name: 'one',
            image: 'one:1',
            args: ['a', 'b'],
            env: [
              { name: 'A', value: '1' },
              { name: 'B', value: '2' },
            ],
          },
          { name: 'two', image: 'two:1' },
        ],
        tolerations: [{ key: 'a' }],
      },
    },
  },
};

const pod = (patch: object) => ({ spec: { template: { spec: patch } } });

describe('strategicMergePatch', () => {
  const patched = (patch: object): any =>
    strategicMergePatch<any>(live, patch, schema);
  const containers = (patch: object) =>
    patched(pod({ containers: patch })).spec.template.spec.containers;

  it('merges items of keyed lists, and appends new ones', () => {
    expect(
      containers([
        { name: 'two', image: 'two:2' },
        { name: 'three', image: 'three:1' },
      ]),
    ).toEqual([
      live.spec.template.spec.containers[0],
      { name: 'two', image: 'two:2' },
      { name: 'three', image: 'three:1' },
    ]);
  });

  it('replaces lists without a key', () => {
    expect(containers([{ name: 'one', args: ['c'] }])[0].args).toEqual(['c']);
    expect(
      patched(pod({ tolerations: [{ key: 'b' }] })).spec.template.spec
        .tolerations,
    ).toEqual([{ key: 'b' }]);
  });

  it('deletes items, fields and whole maps on request', () => {
    expect(containers([{ name: 'one', $patch: 'delete' }])).toEqual([
      { name: 'two', image: 'two:1' },
    ]);
    expect(
      containers([{ name: 'one', env: [{ name: 'A', $patch: 'delete' }] }])[0]
        .env,
    ).toEqual([{ name: 'B', value: '2' }]);
    expect(containers([{ name: 'two', image: null }])[1]).toEqual({
      name: 'two',
    });
    expect(
      patched({ spec: { strategy: { $patch: 'replace', type: 'Recreate' } } })
        .spec.strategy,
    ).toEqual({ type: 'Recreate' });
    expect(
      patched({ spec: { strategy: { $patch: 'delete' } } }).spec,
    ).not.toHaveProperty('strategy');
  });

  it('replaces a keyed list when told so', () => {
    expect(containers([{ $patch: 'replace' }, { name: 'new' }])).toEqual([
      { name: 'new' },
    ]);
  });

  it('retains only the keys that are named', () => {
    expect(
      patched({
        spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } },
      }).spec.strategy,
    ).toEqual({ type: 'Recreate' });
  });

  it('orders items, and keeps unknown ones behind their neighbour', () => {
    const order = [{ name: 'three' }, { name: 'one' }];
    const result = patched(
      pod({
        '$setElementOrder/containers': order,
        containers: [{ name: 'three' }],
      }),
    );
    expect(
      result.spec.template.spec.containers.map((one: any) => one.name),
    ).toEqual(['three', 'one', 'two']);
  });

  it('merges and shortens lists of scalars', () => {
    expect(
      patched({ metadata: { finalizers: ['c/z', 'a/x'] } }).metadata.finalizers,
    ).toEqual(['a/x', 'b/y', 'c/z']);
    expect(
      patched({ metadata: { '$deleteFromPrimitiveList/finalizers': ['a/x'] } })
        .metadata.finalizers,
    ).toEqual(['b/y']);
  });

  it('refuses items without their key and directives it does not know', () => {
    expect(() => containers([{ image: 'x' }])).toThrow(
      'does not contain declared merge key: name',
    );
    expect(() => patched({ spec: { $patch: 'explode' } })).toThrow(
      'Unknown patch type found: explode',
    );
  });

  it('changes neither argument', () => {
    const before = JSON.stringify(live);
    containers([{ name: 'one', image: 'x', env: [{ name: 'A', value: '9' }] }]);
    expect(JSON.stringify(live)).toBe(before);
  });
});
