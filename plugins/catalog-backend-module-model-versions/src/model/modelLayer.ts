import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import {
  API_GROUP,
  CREATED_AT_ANNOTATION,
  MODEL_KINDS,
  MODEL_RELATIONS,
  RELATION_FIELDS,
  toCatalogJsonSchema,
  VERSION_NAME,
} from '@suoke/plugin-ai-models-common';

/**
 * The model kinds, their relations in both directions, and the annotation that they bring.
 *
 * @remarks
 * A relation shows on the other side only when its pair is declared here for exactly these kinds. Annotations that others may
 * declare, such as `backstage.io/kubernetes-id`, are left to them: a second declaration stops the backend.
 *
 * @public
 */
export const modelVersionsModelLayer = createCatalogModelLayer({
  layerId: `${API_GROUP}/model-versions`,
  builder: model => {
    for (const { kind, singular, plural, description } of Object.values(
      MODEL_KINDS,
    )) {
      model.addKind({
        group: API_GROUP,
        names: { kind, singular, plural },
        description,
        versions: [
          {
            name: VERSION_NAME,
            relationFields: RELATION_FIELDS[kind].map(({ path, ...field }) => ({
              selector: { path },
              ...field,
            })),
            schema: { jsonSchema: toCatalogJsonSchema(kind) },
          },
        ],
      });
    }
    MODEL_RELATIONS.forEach(relation => model.addRelationPair(relation));
    model.addAnnotation({
      name: CREATED_AT_ANNOTATION,
      title: 'Created at',
      description:
        'When the cluster first saw the object, as an RFC 3339 time.',
    });
  },
});
