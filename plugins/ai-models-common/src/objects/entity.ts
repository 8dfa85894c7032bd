import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { isModelKindName, type ModelKindName } from '../kinds';
import { parseModelObject } from './parse';
import type { ModelObject, ModelObjectOf } from './types';

/**
 * Annotation with the time at which the cluster first saw the object.
 *
 * @public
 */
export const CREATED_AT_ANNOTATION = 'ai.suoke.life/created-at';

/** Metadata that only a Kubernetes API server writes and only it can read. */
const KUBERNETES_ONLY = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'finalizers',
  'generateName',
  'generation',
  'managedFields',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** Metadata that only the catalog writes. */
const CATALOG_ONLY = ['uid', 'etag', 'title', 'description', 'tags', 'links'];

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Fields that people write in `spec` and the catalog shows from `metadata`. */
const LIFTED = ['title', 'description', 'tags', 'links'] as const;

function without<T>(record: Record<string, T>, keys: readonly string[]) {
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => !keys.includes(key)),
  );
}

/** The least that {@link toCatalogEntity} needs to know of what it is given. */
interface Envelope {
  apiVersion: string;
  kind: string;
  metadata: { name: string; [field: string]: unknown };
  spec?: unknown;
  status?: unknown;
}

function annotationsOf(
  metadata: Envelope['metadata'],
): Record<string, string> | undefined {
  const annotations = without(
    (metadata.annotations ?? {}) as Record<string, string>,
    [LAST_APPLIED],
  );
  const createdAt = metadata.creationTimestamp;
  if (createdAt) {
    annotations[CREATED_AT_ANNOTATION] =
      createdAt instanceof Date ? createdAt.toISOString() : String(createdAt);
  }
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}

/**
 * Makes a Kubernetes object readable as a catalog entity: `title`, `description`, `tags` and `links` of the spec are lifted
 * into the metadata, and metadata that only means something to the API server is left out.
 *
 * @remarks
 * Does not check the object, does nothing twice, and returns an object of another kind as it is. The time of creation
 * is kept as {@link CREATED_AT_ANNOTATION}. A metadata field that is set already wins over the spec.
 *
 * @public
 */
export function toCatalogEntity<T extends Envelope>(object: T): T {
  if (!isModelKindName(object.kind)) {
    return object;
  }
  const spec = (object.spec ?? {}) as JsonObject;
  const lifted = Object.fromEntries(
    LIFTED.filter(field => spec[field] !== undefined).map(field => [
      field,
      spec[field],
    ]),
  );
  const annotations = annotationsOf(object.metadata);
  return {
    ...object,
    metadata: {
      ...lifted,
      ...without(object.metadata, [...KUBERNETES_ONLY, 'annotations']),
      ...(annotations && { annotations }),
    },
  };
}

function isCatalogAnnotation(key: string): boolean {
  return (
    key.startsWith('backstage.io/managed-by-') ||
    [
      'backstage.io/view-url',
      'backstage.io/edit-url',
      'backstage.io/orphan',
      'backstage.io/source-location',
      CREATED_AT_ANNOTATION,
    ].includes(key)
  );
}

/**
 * Reads a catalog entity as the object it was made from: the inverse of {@link toCatalogEntity}.
 *
 * @throws InputError with one line per problem, when the entity is not valid
 * @public
 */
export function fromCatalogEntity<K extends ModelKindName>(
  kind: K,
  entity: Entity,
): ModelObjectOf<K> {
  const { namespace, annotations, ...metadata } = without(
    entity.metadata,
    CATALOG_ONLY,
  );
  const ownAnnotations = Object.entries(
    (annotations ?? {}) as Record<string, string>,
  ).filter(([key]) => !isCatalogAnnotation(key));
  const { relations: _relations, ...rest } = entity;
  return parseModelObject(kind, {
    ...rest,
    metadata: {
      ...metadata,
      ...(namespace !== undefined &&
        namespace !== DEFAULT_NAMESPACE && { namespace }),
      ...(ownAnnotations.length > 0 && {
        annotations: Object.fromEntries(ownAnnotations),
      }),
    },
  });
}

/**
 * Whether an entity is of one of the model kinds.
 *
 * @public
 */
export function isModelEntity(
  entity: Entity,
): entity is Entity & Pick<ModelObject, 'kind'> {
  return isModelKindName(entity.kind);
}
