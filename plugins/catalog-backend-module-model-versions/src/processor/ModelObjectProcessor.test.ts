import { ModelObjectProcessor } from './ModelObjectProcessor';

const location = { type: 'file', target: '/repo/model.yaml' };
const processor = new ModelObjectProcessor();

function model(spec: object) {
  return {
    apiVersion: 'ai.suoke.life/v1alpha1',
    kind: 'AIModel',
    metadata: { name: 'chat' },
    spec: { framework: 'onnx', ...spec },
  };
}

describe('ModelObjectProcessor', () => {
  it('lifts the title', async () => {
    const entity = await processor.preProcessEntity(
      model({ title: 'Chat' }),
      location,
    );
    expect(entity.metadata.title).toBe('Chat');
  });

  it('names the object, its file, the field and the remedy', async () => {
    await expect(
      processor.preProcessEntity(model({ framework: 'caffe' }), location),
    ).rejects.toThrow(
      'AIModel "chat" in file:/repo/model.yaml is not valid:\n  spec.framework: must be one of: huggingface, pytorch, tensorflow, onnx, custom; it is "caffe"',
    );
  });

  it('leaves kinds of other groups alone, even of the same name', async () => {
    const foreign = { ...model({}), apiVersion: 'example.com/v1' };
    await expect(processor.preProcessEntity(foreign, location)).resolves.toBe(
      foreign,
    );
  });

  it('refuses a kind of our group that does not exist', async () => {
    await expect(
      processor.preProcessEntity({ ...model({}), kind: 'Model' }, location),
    ).rejects.toThrow(
      'kind: must be one of: AIModel, ModelVersion, ModelRegistry; it is "Model"',
    );
  });
});
