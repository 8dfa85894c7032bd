import type { z } from 'zod';
import { aiModelSpec, aiModelStatus } from './schema/aiModel';
import { modelRegistrySpec, modelRegistryStatus } from './schema/modelRegistry';
import { modelVersionSpec, modelVersionStatus } from './schema/modelVersion';

/**
 * Names of the model kinds.
 *
 * @public
 */
export type ModelKindName = 'AIModel' | 'ModelVersion' | 'ModelRegistry';

/** A column of `kubectl get`. */
export interface PrinterColumn {
  name: string;
  type: 'string' | 'integer' | 'date';
  jsonPath: string;
  /** 1: only with `-o wide`. */
  priority?: 1;
  description?: string;
}

/**
 * One model kind: everything from which the CRD, the catalog schema and the parsers are made.
 *
 * @public
 */
export interface ModelKind {
  kind: ModelKindName;
  singular: string;
  plural: string;
  shortNames: string[];
  description: string;
  spec: z.ZodObject;
  status: z.ZodObject;
  columns: PrinterColumn[];
  /** Fields that a field selector may name (Kubernetes 1.32 and later). */
  selectableFields: string[];
}

const conditionStatus = (type: string) =>
  `.status.conditions[?(@.type=="${type}")].status`;

const age: PrinterColumn = {
  name: 'Age',
  type: 'date',
  jsonPath: '.metadata.creationTimestamp',
};

/**
 * The model kinds, in the order in which they are read.
 *
 * @public
 */
export const MODEL_KINDS: Record<ModelKindName, ModelKind> = {
  AIModel: {
    kind: 'AIModel',
    singular: 'aimodel',
    plural: 'aimodels',
    shortNames: ['aim'],
    description:
      'A model that agents use: what it is, which version serves, and how a new version is delivered.',
    spec: aiModelSpec,
    status: aiModelStatus,
    columns: [
      { name: 'Framework', type: 'string', jsonPath: '.spec.framework' },
      {
        name: 'Version',
        type: 'string',
        jsonPath: '.spec.activeVersion',
        description: 'Version that shall serve.',
      },
      { name: 'Stable', type: 'string', jsonPath: '.status.stableVersion' },
      { name: 'Target', type: 'string', jsonPath: '.status.targetVersion' },
      { name: 'Weight', type: 'integer', jsonPath: '.status.weight' },
      { name: 'Step', type: 'string', jsonPath: '.status.step' },
      { name: 'Phase', type: 'string', jsonPath: '.status.phase' },
      { name: 'Ready', type: 'string', jsonPath: conditionStatus('Ready') },
      {
        name: 'Engine',
        type: 'string',
        jsonPath: '.status.delivery.engine',
        priority: 1,
      },
      { name: 'Owner', type: 'string', jsonPath: '.spec.owner', priority: 1 },
      age,
    ],
    selectableFields: [],
  },
  ModelVersion: {
    kind: 'ModelVersion',
    singular: 'modelversion',
    plural: 'modelversions',
    shortNames: ['mv'],
    description:
      'One version of a model: an immutable record of an artifact, where it came from and how it runs.',
    spec: modelVersionSpec,
    status: modelVersionStatus,
    columns: [
      { name: 'Model', type: 'string', jsonPath: '.spec.modelRef.name' },
      { name: 'Version', type: 'string', jsonPath: '.spec.version' },
      { name: 'Format', type: 'string', jsonPath: '.spec.artifact.format' },
      {
        name: 'Size',
        type: 'integer',
        jsonPath: '.spec.artifact.sizeBytes',
        description: 'Bytes.',
      },
      {
        name: 'Approved',
        type: 'string',
        jsonPath: conditionStatus('Approved'),
      },
      { name: 'In Use', type: 'string', jsonPath: conditionStatus('InUse') },
      age,
    ],
    selectableFields: ['.spec.modelRef.name'],
  },
  ModelRegistry: {
    kind: 'ModelRegistry',
    singular: 'modelregistry',
    plural: 'modelregistries',
    shortNames: ['mreg'],
    description:
      'A place that keeps model versions: where it is, how to sign in and when to read it.',
    spec: modelRegistrySpec,
    status: modelRegistryStatus,
    columns: [
      { name: 'Type', type: 'string', jsonPath: '.spec.type' },
      {
        name: 'Endpoint',
        type: 'string',
        jsonPath: '.spec.endpoint',
        priority: 1,
      },
      { name: 'Models', type: 'integer', jsonPath: '.status.models' },
      { name: 'Ready', type: 'string', jsonPath: conditionStatus('Ready') },
      { name: 'Last Sync', type: 'date', jsonPath: '.status.lastSyncTime' },
      age,
    ],
    selectableFields: [],
  },
};

/**
 * Whether a kind is one of the model kinds.
 *
 * @public
 */
export function isModelKindName(kind: string): kind is ModelKindName {
  return Object.hasOwn(MODEL_KINDS, kind);
}
