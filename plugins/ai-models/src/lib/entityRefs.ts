import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_OWNED_BY,
  type Entity,
} from '@backstage/catalog-model';

/** Relations of the model kinds. */
export const RELATION_HAS_VERSION = 'hasVersion';
export const RELATION_STORED_IN = 'storedIn';
export const RELATION_VERSION_OF = 'versionOf';
export const RELATION_STORES = 'stores';

/** Parameters of the catalog's entity route. */
export function toEntityRouteParams(entityRef: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return {
    kind: kind.toLocaleLowerCase('en-US'),
    namespace: namespace.toLocaleLowerCase('en-US'),
    name,
  };
}

/** Targets of a relation, sorted so that they do not change places between renders. */
export function targetsOf(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef)
    .sort();
}

/** Targets of a relation that are of one kind. */
function targetsOfKind(entity: Entity, relation: string, kind: string) {
  return targetsOf(entity, relation).filter(
    ref => parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === kind,
  );
}

/** The components that need a model: its agents. */
export function agentsOf(model: Entity): string[] {
  return targetsOfKind(model, RELATION_DEPENDENCY_OF, 'component');
}

export function ownersOf(entity: Entity): string[] {
  return targetsOf(entity, RELATION_OWNED_BY);
}

/** Reference to an object of one of the model kinds in the namespace of another. */
export function siblingRef(entity: Entity, kind: string, name: string) {
  return `${kind}:${
    entity.metadata.namespace ?? DEFAULT_NAMESPACE
  }/${name}`.toLocaleLowerCase('en-US');
}

/** The short name of an entity, for when its title is not known. */
export function nameOfRef(entityRef: string): string {
  return parseEntityRef(entityRef).name;
}
