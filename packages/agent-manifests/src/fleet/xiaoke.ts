import { parseAgentSpec } from '../spec/parseAgentSpec';

/** 小克, health analysis. */
export const xiaoke = parseAgentSpec({
  name: 'xiaoke',
  title: '小克',
  description: '健康分析智能体 · Health analysis agent',
  agent: {
    image: 'suoke/xiaoke-agent:v1.0.0',
    resources: {
      requests: { cpu: '0.5', memory: '2Gi' },
      limits: { cpu: '1', memory: '4Gi' },
    },
  },
  model: { name: 'xiaoke-health-classifier', version: 'v1.5.2' },
  modelServer: {
    framework: 'pytorch',
    runtime: 'triton',
    image: 'suoke/xiaoke-model-server:v1.5.2',
    resources: {
      requests: { cpu: '1', memory: '4Gi' },
      limits: { cpu: '2', memory: '8Gi' },
    },
  },
  scaling: {
    minReplicas: 2,
    maxReplicas: 8,
    cpuTargetPercent: 75,
    memoryTargetPercent: 85,
    customMetric: {
      name: 'health_analysis_requests_per_second',
      targetPerPod: 25,
    },
  },
  verticalScaling: {
    cpu: { min: '0.5', max: '4' },
    memory: { min: '2Gi', max: '16Gi' },
  },
});
