import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  isModelKindName,
  MODEL_RELATIONS,
  RELATION_FIELDS,
  type RelationField,
} from '@suoke/plugin-ai-models-common';

const COMPONENT_FIELDS: RelationField[] = [
  { path: 'spec.owner', relation: 'ownedBy', defaultKind: 'Group' },
  { path: 'spec.dependsOn', relation: 'dependsOn' },
];

const REVERSE = new Map(
  MODEL_RELATIONS.map(({ forward, reverse }) => [forward.type, reverse.type]),
);

function valuesAt(entity: Entity, path: string): string[] {
  const value = path
    .split('.')
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | undefined)?.[key],
      entity,
    );
  return [value].flat().filter(item => typeof item === 'string') as string[];
}

/** Adds the relations in both directions, as the catalog does from the same declarations. */
export function withRelations(entities: Entity[]): Entity[] {
  const relations = entities.flatMap(entity => {
    const fields = isModelKindName(entity.kind)
      ? RELATION_FIELDS[entity.kind]
      : COMPONENT_FIELDS;
    const source = stringifyEntityRef(entity);
    return fields.flatMap(({ path, relation, defaultKind }) =>
      valuesAt(entity, path).flatMap(value => {
        const target = stringifyEntityRef(
          parseEntityRef(value, {
            defaultKind,
            defaultNamespace: entity.metadata.namespace,
          }),
        );
        return [
          { source, type: relation, targetRef: target },
          {
            source: target,
            type: REVERSE.get(relation) ?? relation,
            targetRef: source,
          },
        ];
      }),
    );
  });
  return entities.map(entity => ({
    ...entity,
    relations: relations
      .filter(({ source }) => source === stringifyEntityRef(entity))
      .map(({ type, targetRef }) => ({ type, targetRef })),
  }));
}
