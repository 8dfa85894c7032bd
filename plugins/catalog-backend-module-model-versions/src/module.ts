import { createBackendModule } from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { modelVersionsModelLayer } from './model/modelLayer';
import { ModelObjectProcessor } from './processor/ModelObjectProcessor';

/**
 * Adds the AIModel, ModelVersion and ModelRegistry kinds to the catalog.
 *
 * @remarks
 * The first model source of any module makes the catalog check all its kinds by the model instead of by the built-in
 * processor. `CatalogModelSources.static` brings the default model along, so the built-in kinds stay as they are.
 *
 * @public
 */
export const catalogModuleModelVersions = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'model-versions',
  register({ registerInit }) {
    registerInit({
      deps: {
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ model, processing }) {
        model.addModelSource(
          CatalogModelSources.static([modelVersionsModelLayer]),
        );
        processing.addProcessor(new ModelObjectProcessor());
      },
    });
  },
});
