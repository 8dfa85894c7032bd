import { stringifyLocationRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  API_GROUP,
  formatProblems,
  toCatalogEntity,
  validateModelObject,
} from '@suoke/plugin-ai-models-common';

/**
 * Reads the objects of the model kinds as entities: checks them, and lifts `title`, `description`, `tags` and `links` out of the spec.
 *
 * @remarks
 * The model layer checks the same schema later. The check here comes first because it also knows the rules between fields,
 * names the remedy, and can say which file the object came from.
 *
 * @public
 */
export class ModelObjectProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'ModelObjectProcessor';
  }

  /** Before the default of 20: the catalog's own model check would otherwise refuse a wrong apiVersion in its own words. */
  getPriority(): number {
    return 10;
  }

  async preProcessEntity(
    entity: Entity,
    location: { type: string; target: string },
  ): Promise<Entity> {
    if (!entity.apiVersion.startsWith(`${API_GROUP}/`)) {
      return entity;
    }
    const result = validateModelObject(entity);
    if (!result.ok) {
      throw new InputError(
        formatProblems(
          `${entity.kind} "${entity.metadata.name}" in ${stringifyLocationRef(
            location,
          )}`,
          result.problems,
        ),
      );
    }
    return toCatalogEntity(entity);
  }
}
