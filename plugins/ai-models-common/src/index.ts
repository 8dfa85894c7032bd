/**
 * The AIModel, ModelVersion and ModelRegistry kinds: schemas, types, CustomResourceDefinitions and catalog schemas.
 *
 * @packageDocumentation
 */

export { API_GROUP, API_VERSION, VERSION_NAME } from './group';
export { MODEL_KINDS, isModelKindName } from './kinds';
export type { ModelKind, ModelKindName, PrinterColumn } from './kinds';
export { FRAMEWORKS } from './schema/aiModel';
export { ARTIFACT_FORMATS } from './schema/artifactFormats';
export { REGISTRY_TYPES } from './schema/modelRegistry';
export { toCustomResourceDefinitions } from './crd/toCustomResourceDefinitions';
export type { CustomResourceDefinition } from './crd/toCustomResourceDefinitions';
export type { StructuralSchema } from './crd/toStructuralSchema';
export { toCatalogJsonSchema } from './catalog/toCatalogJsonSchema';
export { MODEL_RELATIONS, RELATION_FIELDS } from './catalog/relations';
export type { ModelRelation, RelationField } from './catalog/relations';
export {
  CREATED_AT_ANNOTATION,
  fromCatalogEntity,
  isModelEntity,
  toCatalogEntity,
} from './objects/entity';
export {
  formatProblems,
  parseModelObject,
  validateModelObject,
} from './objects/parse';
export type { Validated } from './objects/parse';
export type { Problem } from './objects/problems';
export type * from './objects/types';
export { compareVersions, newestFirst } from './rules/compareVersions';
export {
  effectiveDelivery,
  effectiveServing,
  effectiveSync,
} from './rules/effective';
export type {
  EffectiveDelivery,
  EffectiveServing,
  EffectiveSync,
} from './rules/effective';
export { registryConnection } from './rules/registryConnection';
export type { RegistryConnection } from './rules/registryConnection';
