import { parseAgentSpec } from '../spec/parseAgentSpec';

/** 索儿, wellness. */
export const soer = parseAgentSpec({
  name: 'soer',
  title: '索儿',
  description: '养生推荐智能体 · Wellness recommendation agent',
  agent: {
    image: 'suoke/soer-agent:v1.0.0',
    resources: {
      requests: { cpu: '0.25', memory: '1Gi' },
      limits: { cpu: '0.5', memory: '2Gi' },
    },
  },
  model: { name: 'soer-wellness-engine', version: 'v1.3.0' },
  modelServer: {
    framework: 'onnx',
    runtime: 'triton',
    image: 'suoke/soer-model-server:v1.3.0',
    resources: {
      requests: { cpu: '0.5', memory: '2Gi' },
      limits: { cpu: '1', memory: '4Gi' },
    },
  },
  scaling: {
    minReplicas: 1,
    maxReplicas: 5,
    cpuTargetPercent: 70,
    memoryTargetPercent: 80,
    customMetric: {
      name: 'wellness_recommendations_per_second',
      targetPerPod: 15,
    },
  },
  verticalScaling: {
    cpu: { min: '0.25', max: '2' },
    memory: { min: '1Gi', max: '8Gi' },
  },
});
