import type { JsonObject } from '@backstage/types';
import { MODEL_KINDS, type ModelKindName } from '../kinds';
import { MODEL_RELATIONS, RELATION_FIELDS } from './relations';
import { toCatalogJsonSchema } from './toCatalogJsonSchema';

const fields = Object.entries(RELATION_FIELDS).flatMap(([kind, list]) =>
  list.map(field => ({ kind: kind as ModelKindName, ...field })),
);

describe('relation fields', () => {
  it.each(fields)('$kind $path exists in the schema', ({ kind, path }) => {
    const schema = path
      .split('.')
      .reduce<JsonObject | undefined>(
        (node, name) =>
          (node?.properties as JsonObject | undefined)?.[name] as
            | JsonObject
            | undefined,
        toCatalogJsonSchema(kind),
      );
    expect(['string', 'array']).toContain(schema?.type);
  });

  it.each(fields)(
    '$kind $path has a relation pair to each kind it allows, so the other side shows it too',
    ({ kind, relation, allowedKinds, defaultKind }) => {
      const pairs = MODEL_RELATIONS.filter(
        ({ forward, fromKind }) =>
          forward.type === relation && fromKind.includes(kind),
      );
      const reachable = pairs.flatMap(({ toKind }) => toKind);
      expect(reachable).toEqual(
        expect.arrayContaining(
          allowedKinds ?? (defaultKind ? [defaultKind] : ['Component']),
        ),
      );
    },
  );
});

describe('toCatalogJsonSchema', () => {
  it.each(Object.keys(MODEL_KINDS) as ModelKindName[])(
    '%s has no keyword that only Kubernetes knows',
    kind => {
      const text = JSON.stringify(toCatalogJsonSchema(kind));
      expect(text).not.toContain('x-kubernetes-');
      expect(text).not.toContain('date-time');
    },
  );

  it('keeps properties that are named like a keyword', () => {
    const spec = (toCatalogJsonSchema('ModelVersion').properties as JsonObject)
      .spec as JsonObject;
    const artifact = (spec.properties as JsonObject).artifact as JsonObject;
    expect((artifact.properties as JsonObject).format).toMatchObject({
      type: 'string',
    });
  });
});
