import type { ModelKindName } from '../kinds';

/**
 * A relation between kinds of the catalog, and the field that states it.
 *
 * @public
 */
export interface ModelRelation {
  /** Kinds that the relation goes out from. */
  fromKind: string[];
  toKind: string[];
  description: string;
  forward: { type: string; title: string };
  reverse: { type: string; title: string };
}

/**
 * Relations that the model kinds take part in, with both directions.
 *
 * @public
 */
export const MODEL_RELATIONS: ModelRelation[] = [
  {
    fromKind: ['ModelVersion'],
    toKind: ['AIModel'],
    description: 'A version and the model that it is a version of.',
    forward: { type: 'versionOf', title: 'version of' },
    reverse: { type: 'hasVersion', title: 'has version' },
  },
  {
    fromKind: ['AIModel', 'ModelVersion'],
    toKind: ['ModelRegistry'],
    description: 'A model or version and the registry that keeps it.',
    forward: { type: 'storedIn', title: 'stored in' },
    reverse: { type: 'stores', title: 'stores' },
  },
  {
    fromKind: ['AIModel'],
    toKind: ['Component', 'Resource'],
    description: 'A model and the model server that serves it.',
    forward: { type: 'servedBy', title: 'served by' },
    reverse: { type: 'servesModel', title: 'serves model' },
  },
  {
    fromKind: ['AIModel', 'ModelVersion', 'ModelRegistry'],
    toKind: ['Group', 'User'],
    description: 'Who answers for it.',
    forward: { type: 'ownedBy', title: 'owned by' },
    reverse: { type: 'ownerOf', title: 'owner of' },
  },
  {
    fromKind: ['AIModel', 'ModelRegistry'],
    toKind: ['System'],
    description: 'The system that it is part of.',
    forward: { type: 'partOf', title: 'part of' },
    reverse: { type: 'hasPart', title: 'has part' },
  },
  {
    fromKind: ['Component', 'Resource', 'API', 'AIModel'],
    toKind: ['AIModel'],
    description: 'An agent, or anything else, and the model that it needs.',
    forward: { type: 'dependsOn', title: 'depends on' },
    reverse: { type: 'dependencyOf', title: 'dependency of' },
  },
  {
    fromKind: ['AIModel'],
    toKind: ['Component', 'Resource', 'API'],
    description: 'A model and what it needs.',
    forward: { type: 'dependsOn', title: 'depends on' },
    reverse: { type: 'dependencyOf', title: 'dependency of' },
  },
];

/**
 * A field whose value names the other end of a relation.
 *
 * @public
 */
export interface RelationField {
  /** Path in the entity. */
  path: string;
  relation: string;
  /** Kind of a reference that does not state one. */
  defaultKind?: string;
  allowedKinds?: string[];
}

const owner: RelationField = {
  path: 'spec.owner',
  relation: 'ownedBy',
  defaultKind: 'Group',
  allowedKinds: ['Group', 'User'],
};

const system: RelationField = {
  path: 'spec.system',
  relation: 'partOf',
  defaultKind: 'System',
  allowedKinds: ['System'],
};

const storedIn = (path: string): RelationField => ({
  path,
  relation: 'storedIn',
  defaultKind: 'ModelRegistry',
  allowedKinds: ['ModelRegistry'],
});

/**
 * The fields of each kind that become relations.
 *
 * @public
 */
export const RELATION_FIELDS: Record<ModelKindName, RelationField[]> = {
  AIModel: [
    owner,
    system,
    storedIn('spec.registryRef.name'),
    { path: 'spec.dependsOn', relation: 'dependsOn' },
    {
      path: 'spec.servedBy',
      relation: 'servedBy',
      defaultKind: 'Component',
      allowedKinds: ['Component', 'Resource'],
    },
  ],
  ModelVersion: [
    owner,
    {
      path: 'spec.modelRef.name',
      relation: 'versionOf',
      defaultKind: 'AIModel',
      allowedKinds: ['AIModel'],
    },
    storedIn('spec.source.registryRef.name'),
  ],
  ModelRegistry: [owner, system],
};
