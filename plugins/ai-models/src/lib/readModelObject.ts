import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import {
  fromCatalogEntity,
  type ModelKindName,
  type ModelObjectOf,
} from '@suoke/plugin-ai-models-common';

/** An entity as a typed object, or why it cannot be read: the catalog may hold objects of a newer version than this page knows. */
export type ReadObject<K extends ModelKindName> =
  | { object: ModelObjectOf<K>; error?: undefined }
  | { object?: undefined; error: { message: string } };

/** Reads an entity without throwing, so that a page can say what is wrong with it. */
export function readModelObject<K extends ModelKindName>(
  kind: K,
  entity: Entity,
): ReadObject<K> {
  try {
    return { object: fromCatalogEntity(kind, entity) };
  } catch (error) {
    return { error: toError(error) };
  }
}
