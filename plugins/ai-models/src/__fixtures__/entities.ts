import type { Entity } from '@backstage/catalog-model';
import {
  API_VERSION,
  toCatalogEntity,
  type AIModelSpec,
  type AIModelStatus,
  type ModelRegistrySpec,
  type ModelRegistryStatus,
  type ModelVersionSpec,
  type ModelVersionStatus,
} from '@suoke/plugin-ai-models-common';

interface Overrides<Spec, Status> {
  spec?: Partial<Spec>;
  status?: Status;
  annotations?: Record<string, string>;
}

function entity(
  kind: string,
  name: string,
  spec: object,
  overrides: { status?: object; annotations?: Record<string, string> } = {},
): Entity {
  const { status, annotations } = overrides;
  return toCatalogEntity({
    apiVersion: API_VERSION,
    kind,
    metadata: {
      name,
      namespace: 'default',
      ...(annotations && { annotations }),
    },
    spec,
    ...(status && { status }),
  }) as Entity;
}

/** A model with an owner, no active version and nothing that serves it. */
export function aiModel(
  name: string,
  { spec, ...overrides }: Overrides<AIModelSpec, AIModelStatus> = {},
): Entity {
  return entity(
    'AIModel',
    name,
    {
      owner: 'group:default/suoke-life-dev',
      framework: 'huggingface',
      ...spec,
    },
    overrides,
  );
}

/** A version of a model, stored in S3, with nothing special. Its name is that of the model and the number. */
export function modelVersion(
  model: string,
  version: string,
  { spec, ...overrides }: Overrides<ModelVersionSpec, ModelVersionStatus> = {},
): Entity {
  return entity(
    'ModelVersion',
    `${model}-${version}`,
    {
      modelRef: { name: model },
      version,
      artifact: { uri: `s3://models/${model}/${version}` },
      ...spec,
    },
    overrides,
  );
}

/** A folder registry that nothing has reported on. */
export function modelRegistry(
  name: string,
  {
    spec,
    ...overrides
  }: Overrides<ModelRegistrySpec, ModelRegistryStatus> = {},
): Entity {
  return entity(
    'ModelRegistry',
    name,
    { type: 'Folder', storage: { folder: { path: 'models' } }, ...spec },
    overrides,
  );
}

/** An agent that depends on a model. */
export function agent(name: string, title: string, model: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, title, namespace: 'default' },
    spec: {
      type: 'ai-agent',
      lifecycle: 'production',
      owner: 'group:default/suoke-life-dev',
      dependsOn: [`aimodel:default/${model}`],
    },
  };
}
