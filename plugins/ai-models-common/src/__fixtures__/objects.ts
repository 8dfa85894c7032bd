import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { API_VERSION } from '../group';
import type { ModelObject } from '../objects/types';

const K8S_FOLDER = resolve(__dirname, '../../../../k8s');

/** Text of a file in the k8s folder. */
export function readK8sFile(name: string): string {
  return readFileSync(resolve(K8S_FOLDER, name), 'utf8');
}

/** The objects of k8s/ai-model-examples.yaml, as a YAML parser reads them. */
export function readExamples(): ModelObject[] {
  return parseAllDocuments(readK8sFile('ai-model-examples.yaml')).map(
    document => document.toJS() as ModelObject,
  );
}

/** A model with nothing but what is required. */
export function aiModel(spec: object = {}) {
  return {
    apiVersion: API_VERSION,
    kind: 'AIModel',
    metadata: { name: 'chat' },
    spec: { framework: 'onnx', ...spec },
  };
}

/** A version with nothing but what is required. */
export function modelVersion(spec: object = {}) {
  return {
    apiVersion: API_VERSION,
    kind: 'ModelVersion',
    metadata: { name: 'chat-v1' },
    spec: {
      modelRef: { name: 'chat' },
      version: 'v1',
      artifact: { uri: 's3://bucket/chat/1' },
      ...spec,
    },
  };
}

/** A registry with nothing but what is required. */
export function modelRegistry(spec: object = {}) {
  return {
    apiVersion: API_VERSION,
    kind: 'ModelRegistry',
    metadata: { name: 'registry' },
    spec: { type: 'MLflow', endpoint: 'https://mlflow.example.com', ...spec },
  };
}
