import {
  aiModel,
  modelRegistry,
  modelVersion,
  readExamples,
} from '../__fixtures__/objects';
import { parseModelObject, validateModelObject } from './parse';

function problemsOf(input: unknown): string[] {
  const result = validateModelObject(input);
  return result.ok
    ? []
    : result.problems.map(({ field, message }) => `${field}: ${message}`);
}

describe('validateModelObject', () => {
  it('accepts every example', () => {
    expect(readExamples().flatMap(problemsOf)).toEqual([]);
  });

  it.each([
    [
      'no object at all',
      null,
      'kind: must be one of: AIModel, ModelVersion, ModelRegistry; it is missing',
    ],
    [
      'another kind',
      { kind: 'Component' },
      'kind: must be one of: AIModel, ModelVersion, ModelRegistry; it is "Component"',
    ],
    [
      'another version',
      { ...aiModel(), apiVersion: 'v1' },
      'apiVersion: must be one of: ai.suoke.life/v1alpha1; it is "v1"',
    ],
    [
      'no name',
      { ...aiModel(), metadata: {} },
      'metadata.name: is required and must be a string; add it',
    ],
    [
      'a name with capitals',
      { ...aiModel(), metadata: { name: 'Chat' } },
      'metadata.name: must be lower-case letters, digits, "-" and ".", and start and end with a letter or digit; it is "Chat"',
    ],
    [
      'no spec',
      { ...aiModel(), spec: undefined },
      'spec: is required and must be an object; add it',
    ],
    [
      'a missing enum',
      { ...aiModel(), spec: {} },
      'spec.framework: is required; set it to one of: huggingface, pytorch, tensorflow, onnx, custom',
    ],
    [
      'an unknown framework',
      aiModel({ framework: 'caffe' }),
      'spec.framework: must be one of: huggingface, pytorch, tensorflow, onnx, custom; it is "caffe"',
    ],
    [
      'a misspelt field',
      aiModel({ actveVersion: 'x' }),
      'spec: has no field "actveVersion"; remove it or correct its spelling',
    ],
    [
      'an inline secret',
      modelRegistry({
        auth: { kind: 'Bearer', secretRef: { name: 'a' }, token: 'x' },
      }),
      'spec.auth: has no field "token"; remove it or correct its spelling',
    ],
    [
      'a secret in an address',
      modelRegistry({ endpoint: 'https://me:secret@mlflow.example.com' }),
      'spec.endpoint: must be an address with https://, http:// or oci://, without a user or password; credentials belong in auth.secretRef; it is "https://me:secret@mlflow.example.com"',
    ],
    [
      'a version that YAML read as a number',
      modelVersion({ version: 1.5 }),
      'spec.version: must be a string, but is 1.5; put quotes around it: "1.5"',
    ],
    [
      'a decimal quantity without quotes',
      aiModel({
        serving: { image: 'a/b:c', resources: { limits: { cpu: 1.5 } } },
      }),
      'spec.serving.resources.limits.cpu: must be a quantity: an integer, or a quoted string such as "500m", "1.5" or "16Gi"; it is 1.5',
    ],
    [
      'an image without a tag',
      aiModel({ serving: { image: 'suoke/server' } }),
      'spec.serving.image: must be an image with a tag or digest, such as "suoke/xiaoai-model-server:v2.1.0"; it is "suoke/server"',
    ],
    [
      'a weight above 100',
      aiModel({
        traffic: { parentRefs: [{ name: 'g' }] },
        delivery: {
          strategy: { type: 'Canary', canary: { steps: [{ setWeight: 101 }] } },
        },
      }),
      'spec.delivery.strategy.canary.steps[0].setWeight: must be at most 100',
    ],
    [
      'a step with two actions',
      aiModel({
        traffic: { parentRefs: [{ name: 'g' }] },
        delivery: {
          strategy: {
            type: 'Canary',
            canary: { steps: [{ setWeight: 5 }, { setWeight: 10, pause: {} }] },
          },
        },
      }),
      'spec.delivery.strategy.canary.steps[1]: a step has exactly one action: setWeight, pause, setScale or analysis',
    ],
    [
      'an empty list',
      aiModel({ traffic: { parentRefs: [] } }),
      'spec.traffic.parentRefs: must have at least 1 items',
    ],
    [
      'the same alias twice',
      aiModel({
        aliases: [
          { name: 'a', version: 'x' },
          { name: 'a', version: 'y' },
        ],
      }),
      'spec.aliases[1].name: must be unique in the list; "a" appears twice',
    ],
    [
      'a dependency without a kind',
      aiModel({ dependsOn: ['store'] }),
      'spec.dependsOn[0]: must be an entity reference that states its kind, such as "resource:default/feature-store"; it is "store"',
    ],
    [
      'an artifact with a password',
      modelVersion({ artifact: { uri: 'https://me:secret@host/x' } }),
      'spec.artifact.uri: must be an address with s3://, hf://, oci://, https://, pvc:// or registry://, without credentials; it is "https://me:secret@host/x"',
    ],
    [
      'a list where an object belongs',
      modelVersion({ modelRef: ['chat'] }),
      'spec.modelRef: must be an object, but is a list',
    ],
    [
      'a time in words',
      modelVersion({ approvals: [{ by: 'me', at: 'yesterday' }] }),
      'spec.approvals[0].at: must be an RFC 3339 time such as "2026-01-31T08:00:00Z"; it is "yesterday"',
    ],
  ])('refuses %s', (_, input, problem) => {
    expect(problemsOf(input)).toEqual([problem]);
  });

  it('names every problem at once', () => {
    expect(problemsOf(modelVersion({ version: '', license: 1 }))).toHaveLength(
      3,
    );
  });

  it('accepts a status of a newer controller', () => {
    expect(
      problemsOf({
        ...aiModel(),
        status: { phase: 'Healthy', fromTheFuture: 1 },
      }),
    ).toEqual([]);
  });
});

describe('parseModelObject', () => {
  it('returns the typed object', () => {
    expect(parseModelObject('AIModel', aiModel()).spec.framework).toBe('onnx');
  });

  it('throws an error that names the object, the field and the remedy', () => {
    expect(() =>
      parseModelObject('AIModel', aiModel({ framework: 'caffe' })),
    ).toThrow(
      'AIModel "chat" is not valid:\n  spec.framework: must be one of: huggingface, pytorch, tensorflow, onnx, custom; it is "caffe"',
    );
  });

  it('refuses an object of another kind', () => {
    expect(() => parseModelObject('AIModel', modelVersion())).toThrow(
      'kind: must be AIModel; it is "ModelVersion"',
    );
  });
});
