import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import { MODEL_RELATIONS } from '@suoke/plugin-ai-models-common';

const known = new Set(ALL_RELATIONS);
const modelPairs = MODEL_RELATIONS.map(
  ({ forward, reverse }): [string, string] => [forward.type, reverse.type],
).filter(([forward]) => !known.has(forward));

/** The graph draws only relations that it is told of: models, their versions and registries have some of their own. */
const catalogGraphApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogGraphApiRef,
      deps: {},
      factory: () =>
        new DefaultCatalogGraphApi({
          knownRelations: [
            ...new Set([...ALL_RELATIONS, ...modelPairs.flat()]),
          ],
          knownRelationPairs: [...ALL_RELATION_PAIRS, ...modelPairs],
          // Optional by its type, but the implementation reads it whenever there are options.
          defaultRelationTypes: { exclude: [] },
        }),
    }),
});

export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [catalogGraphApi],
});
