import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { modelVersionsModelLayer } from './modelLayer';

const model = compileCatalogModel([
  defaultCatalogEntityModel,
  modelVersionsModelLayer,
]);

function relationsOf(kind: string) {
  return (model.getRelations({ kind }) ?? []).map(
    ({ forward, toKind, reverse }) => ({
      forward: forward.type,
      reverse: reverse.type,
      toKind: [...toKind].sort(),
    }),
  );
}

describe('modelVersionsModelLayer', () => {
  it.each([
    ['AIModel', 'aimodels'],
    ['ModelVersion', 'modelversions'],
    ['ModelRegistry', 'modelregistries'],
  ])('adds %s', (kind, plural) => {
    expect(
      model.getKind({ kind, apiVersion: 'ai.suoke.life/v1alpha1' })?.names,
    ).toEqual({ kind, singular: kind.toLowerCase(), plural });
  });

  it.each([
    ['AIModel', 'hasVersion', 'versionOf', ['ModelVersion']],
    ['AIModel', 'storedIn', 'stores', ['ModelRegistry']],
    ['AIModel', 'servedBy', 'servesModel', ['Component', 'Resource']],
    ['ModelVersion', 'versionOf', 'hasVersion', ['AIModel']],
    ['ModelRegistry', 'stores', 'storedIn', ['AIModel', 'ModelVersion']],
    ['ModelRegistry', 'ownedBy', 'ownerOf', ['Group', 'User']],
  ])('%s %s, and back %s, with %j', (kind, forward, reverse, toKind) => {
    expect(relationsOf(kind)).toContainEqual({ forward, reverse, toKind });
  });

  it('lets an agent depend on a model without taking away what it could depend on', () => {
    const dependsOn = relationsOf('Component').find(
      ({ forward }) => forward === 'dependsOn',
    );
    expect(dependsOn?.toKind).toEqual(
      expect.arrayContaining(['AIModel', 'Component', 'Resource']),
    );
  });

  it('finds a registry by its kind although spec.type is set', () => {
    expect(
      model.getKind({
        kind: 'ModelRegistry',
        apiVersion: 'ai.suoke.life/v1alpha1',
        spec: { type: 'Folder' },
      })?.names.kind,
    ).toBe('ModelRegistry');
  });
});
