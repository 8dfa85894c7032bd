import type { z } from 'zod';
import type { API_VERSION } from '../group';
import type { ModelKindName } from '../kinds';
import type { aiModelSpec, aiModelStatus } from '../schema/aiModel';
import type {
  modelRegistrySpec,
  modelRegistryStatus,
} from '../schema/modelRegistry';
import type {
  modelVersionSpec,
  modelVersionStatus,
} from '../schema/modelVersion';

/** @public */
export type AIModelSpec = z.output<typeof aiModelSpec>;
/** @public */
export type AIModelStatus = z.output<typeof aiModelStatus>;
/** @public */
export type ModelVersionSpec = z.output<typeof modelVersionSpec>;
/** @public */
export type ModelVersionStatus = z.output<typeof modelVersionStatus>;
/** @public */
export type ModelRegistrySpec = z.output<typeof modelRegistrySpec>;
/** @public */
export type ModelRegistryStatus = z.output<typeof modelRegistryStatus>;

/**
 * Metadata of an object or entity; fields that are not named here are kept as they are.
 *
 * @public
 */
export interface ModelObjectMetadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  [field: string]: unknown;
}

interface ModelObjectBase<K extends ModelKindName, Spec, Status> {
  apiVersion: typeof API_VERSION;
  kind: K;
  metadata: ModelObjectMetadata;
  spec: Spec;
  status?: Status;
}

/**
 * A model that agents use.
 *
 * @public
 */
export type AIModel = ModelObjectBase<'AIModel', AIModelSpec, AIModelStatus>;

/**
 * One version of a model.
 *
 * @public
 */
export type ModelVersion = ModelObjectBase<
  'ModelVersion',
  ModelVersionSpec,
  ModelVersionStatus
>;

/**
 * A place that keeps model versions.
 *
 * @public
 */
export type ModelRegistry = ModelObjectBase<
  'ModelRegistry',
  ModelRegistrySpec,
  ModelRegistryStatus
>;

/**
 * An object of any model kind.
 *
 * @public
 */
export type ModelObject = AIModel | ModelVersion | ModelRegistry;

/**
 * The object type of a kind.
 *
 * @public
 */
export type ModelObjectOf<K extends ModelKindName> = Extract<
  ModelObject,
  { kind: K }
>;

/** @public */
export type ModelCondition = NonNullable<AIModelStatus['conditions']>[number];
/** @public */
export type ModelDelivery = NonNullable<AIModelSpec['delivery']>;
/** @public */
export type DeliveryStrategy = NonNullable<ModelDelivery['strategy']>;
/** @public */
export type CanaryStep = NonNullable<
  DeliveryStrategy['canary']
>['steps'][number];
/** @public */
export type ModelServing = NonNullable<AIModelSpec['serving']>;
/** @public */
export type ModelResources = NonNullable<ModelServing['resources']>;
