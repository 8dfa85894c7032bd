import fc from 'fast-check';
import {
  FieldTree,
  intersect,
  printPaths,
  sameTree,
  subtract,
  union,
} from './FieldTree';

/** Trees over a few names, so that they overlap. */
const { tree } = fc.letrec<{ tree: FieldTree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.constant({}),
    fc
      .tuple(
        fc.dictionary(fc.constantFrom('f:a', 'f:b', 'f:c'), tie('tree'), {
          minKeys: 1,
        }),
        fc.boolean(),
      )
      .map(([children, member]) =>
        member ? { '.': {}, ...children } : children,
      ),
  ),
}));

const members = (one: FieldTree | undefined): string[] =>
  one ? printPaths(one, '#').sort() : [];

describe('FieldTree', () => {
  it('is a set of paths', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const [inA, inB] = [members(a), members(b)];
        expect(members(union(a, b))).toEqual(
          [...new Set([...inA, ...inB])].sort(),
        );
        expect(members(subtract(a, b))).toEqual(
          inA.filter(path => !inB.includes(path)),
        );
        expect(members(intersect(a, b))).toEqual(
          inA.filter(path => inB.includes(path)),
        );
        expect(sameTree(union(a, b), union(b, a))).toBe(true);
      }),
    );
  });

  it('gives the same object back when nothing changes, so that versions share memory', () => {
    fc.assert(
      fc.property(tree, one => {
        expect(union(one, one)).toBe(one);
        expect(union(one, undefined)).toBe(one);
        expect(subtract(one, { 'f:unknown': {} })).toBe(one);
      }),
    );
  });

  it('prints paths as conflicts show them', () => {
    const containers = { 'k:{"name":"agent"}': { '.': {}, 'f:image': {} } };
    expect(
      printPaths({
        'f:spec': { 'f:containers': containers },
        'f:metadata': { 'f:finalizers': { 'v:"x"': {} } },
      }),
    ).toEqual([
      '.spec.containers[name="agent"]',
      '.spec.containers[name="agent"].image',
      '.metadata.finalizers[="x"]',
    ]);
  });
});
