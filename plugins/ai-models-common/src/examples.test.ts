import { readExamples } from './__fixtures__/objects';
import type { AIModel, ModelVersion } from './objects/types';
import { effectiveServing } from './rules/effective';

const examples = readExamples();
const models = examples.filter(
  (object): object is AIModel => object.kind === 'AIModel',
);
const versions = examples.filter(
  (object): object is ModelVersion => object.kind === 'ModelVersion',
);

describe('k8s/ai-model-examples.yaml', () => {
  it.each([
    [
      'xiaoai-conversation-llm',
      'v2.1.0',
      'huggingface',
      'xiaoai',
      4,
      '16Gi',
      2,
      '8Gi',
    ],
    [
      'xiaoke-health-classifier',
      'v1.5.2',
      'pytorch',
      'xiaoke',
      2,
      '8Gi',
      1,
      '4Gi',
    ],
    [
      'laoke-tcm-expert',
      'v3.0.1',
      'tensorflow',
      'laoke',
      3,
      '12Gi',
      '1.5',
      '6Gi',
    ],
    ['soer-wellness-engine', 'v1.3.0', 'onnx', 'soer', 1, '4Gi', '0.5', '2Gi'],
  ])(
    '%s serves %s as specified',
    (
      name,
      number,
      framework,
      agent,
      limitCpu,
      limitMemory,
      requestCpu,
      requestMemory,
    ) => {
      const model = models.find(({ metadata }) => metadata.name === name)!;
      const active = versions.find(
        ({ metadata }) => metadata.name === model.spec.activeVersion,
      )!;
      expect(model.spec.framework).toBe(framework);
      expect(active.metadata.name).toBe(`${name}-${number}`);
      expect(active.spec.version).toBe(number);
      expect(
        effectiveServing({ name, spec: model.spec }, active.spec),
      ).toMatchObject({
        serverName: `${agent}-model-server`,
        image: `suoke/${agent}-model-server:${number}`,
        resources: {
          limits: { cpu: limitCpu, memory: limitMemory },
          requests: { cpu: requestCpu, memory: requestMemory },
        },
      });
    },
  );

  it('has something to roll back to for every model, marked as example data', () => {
    for (const model of models) {
      const previous = versions.filter(
        ({ metadata, spec }) =>
          spec.modelRef.name === model.metadata.name &&
          metadata.name !== model.spec.activeVersion,
      );
      expect(previous.length).toBeGreaterThan(0);
      for (const { spec } of previous) {
        expect(spec.description).toMatch(/^Example data: /);
      }
    }
  });

  it('shows each delivery strategy', () => {
    expect(
      new Set(models.map(({ spec }) => spec.delivery?.strategy?.type)),
    ).toEqual(new Set(['Canary', 'BlueGreen', 'RollingUpdate']));
  });

  it('leaves the namespace to kubectl, so that references hold in the catalog', () => {
    expect(examples.filter(({ metadata }) => metadata.namespace)).toEqual([]);
  });
});
