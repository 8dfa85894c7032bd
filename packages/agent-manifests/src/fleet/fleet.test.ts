import { renderAgent } from '../render/renderAgent';
import { parseQuantity } from '../kubernetes/quantity';
import { fleet } from './fleet';

// The specification's own table, by value and in its own spelling.
const AGENTS = [
  {
    name: 'xiaoai',
    title: '小艾',
    hpa: [2, 10],
    cpu: 70,
    memory: 80,
    metric: ['ai_inference_requests_per_second', 30],
    vpaCpu: ['1', '8'],
    vpaMemory: ['4Gi', '32Gi'],
    gpu: [1, 4],
    image: 'suoke/xiaoai-model-server:v2.1.0',
    model: 'xiaoai-conversation-llm',
    framework: 'huggingface',
    limits: ['4', '16Gi'],
    requests: ['2', '8Gi'],
  },
  {
    name: 'xiaoke',
    title: '小克',
    hpa: [2, 8],
    cpu: 75,
    memory: 85,
    metric: ['health_analysis_requests_per_second', 25],
    vpaCpu: ['0.5', '4'],
    vpaMemory: ['2Gi', '16Gi'],
    gpu: undefined,
    image: 'suoke/xiaoke-model-server:v1.5.2',
    model: 'xiaoke-health-classifier',
    framework: 'pytorch',
    limits: ['2', '8Gi'],
    requests: ['1', '4Gi'],
  },
  {
    name: 'laoke',
    title: '老克',
    hpa: [1, 6],
    cpu: 80,
    memory: 90,
    metric: ['tcm_diagnosis_requests_per_second', 20],
    vpaCpu: ['1', '6'],
    vpaMemory: ['4Gi', '24Gi'],
    gpu: [0.5, 2],
    image: 'suoke/laoke-model-server:v3.0.1',
    model: 'laoke-tcm-expert',
    framework: 'tensorflow',
    limits: ['3', '12Gi'],
    requests: ['1.5', '6Gi'],
  },
  {
    name: 'soer',
    title: '索儿',
    hpa: [1, 5],
    cpu: 70,
    memory: 80,
    metric: ['wellness_recommendations_per_second', 15],
    vpaCpu: ['0.25', '2'],
    vpaMemory: ['1Gi', '8Gi'],
    gpu: undefined,
    image: 'suoke/soer-model-server:v1.3.0',
    model: 'soer-wellness-engine',
    framework: 'onnx',
    limits: ['1', '4Gi'],
    requests: ['0.5', '2Gi'],
  },
] as const;

describe('fleet', () => {
  it('has the four agents in the order of the specification', () => {
    expect(fleet.map(({ name, title }) => [name, title])).toEqual(
      AGENTS.map(({ name, title }) => [name, title]),
    );
  });

  it.each(AGENTS)('gives $name its exact values', expected => {
    const spec = fleet.find(({ name }) => name === expected.name)!;
    const { scaling, verticalScaling, modelServer, model } = spec;
    expect({
      hpa: [scaling.minReplicas, scaling.maxReplicas],
      cpu: scaling.cpuTargetPercent,
      memory: scaling.memoryTargetPercent,
      metric: [scaling.customMetric?.name, scaling.customMetric?.targetPerPod],
      vpaCpu: [verticalScaling?.cpu.min, verticalScaling?.cpu.max],
      vpaMemory: [verticalScaling?.memory.min, verticalScaling?.memory.max],
      vpaMode: verticalScaling?.updateMode,
      gpu: modelServer.gpu && [modelServer.gpu.min, modelServer.gpu.max],
      image: modelServer.image,
      model: model.name,
      framework: modelServer.framework,
      limits: Object.values(modelServer.resources.limits),
      requests: Object.values(modelServer.resources.requests),
    }).toEqual({
      hpa: [...expected.hpa],
      cpu: expected.cpu,
      memory: expected.memory,
      metric: [...expected.metric],
      vpaCpu: [...expected.vpaCpu],
      vpaMemory: [...expected.vpaMemory],
      vpaMode: 'Off',
      gpu: expected.gpu && [...expected.gpu],
      image: expected.image,
      model: expected.model,
      framework: expected.framework,
      limits: [...expected.limits],
      requests: [...expected.requests],
    });
  });

  it.each(fleet.map(spec => [spec.name, spec] as const))(
    'requests for %s what its VPA may recommend',
    (_, spec) => {
      for (const key of ['cpu', 'memory'] as const) {
        const request = parseQuantity(spec.agent.resources.requests[key])!;
        const range = spec.verticalScaling![key];
        expect(request).toBeGreaterThanOrEqual(parseQuantity(range.min)!);
        expect(request).toBeLessThanOrEqual(parseQuantity(range.max)!);
      }
    },
  );

  it('writes half a card as one share of two', () => {
    const laoke = renderAgent(fleet[2]);
    const server = laoke.find(
      ({ kind, metadata }) =>
        kind === 'Deployment' && metadata.name === 'laoke-model-server',
    );
    expect(server).toHaveProperty(
      'spec.template.spec.containers.0.resources.limits',
      { cpu: '3', memory: '12Gi', 'nvidia.com/gpu.shared': '1' },
    );
    const policy = laoke.find(
      ({ kind }) => kind === 'ValidatingAdmissionPolicy',
    );
    expect(JSON.stringify(policy)).toContain(
      "int(c.resources.limits['nvidia.com/gpu.shared']) >= 1 && int(c.resources.limits['nvidia.com/gpu.shared']) <= 4",
    );
  });
});
