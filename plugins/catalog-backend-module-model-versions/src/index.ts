/**
 * Adds the AIModel, ModelVersion and ModelRegistry kinds to the catalog.
 *
 * @packageDocumentation
 */

export { catalogModuleModelVersions as default } from './module';
export { modelVersionsModelLayer } from './model/modelLayer';
export { ModelObjectProcessor } from './processor/ModelObjectProcessor';
