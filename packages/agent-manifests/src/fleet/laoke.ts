import { parseAgentSpec } from '../spec/parseAgentSpec';

/** 老克, TCM diagnosis. */
export const laoke = parseAgentSpec({
  name: 'laoke',
  title: '老克',
  description: '中医诊断智能体 · TCM diagnosis agent',
  agent: {
    image: 'suoke/laoke-agent:v1.0.0',
    resources: {
      requests: { cpu: '1', memory: '4Gi' },
      limits: { cpu: '2', memory: '8Gi' },
    },
  },
  model: { name: 'laoke-tcm-expert', version: 'v3.0.1' },
  modelServer: {
    framework: 'tensorflow',
    runtime: 'tensorflow-serving',
    image: 'suoke/laoke-model-server:v3.0.1',
    resources: {
      requests: { cpu: '1.5', memory: '6Gi' },
      limits: { cpu: '3', memory: '12Gi' },
    },
    // Half a card is not a whole GPU, so one card is sliced in two.
    gpu: { mode: 'shares', sharesPerCard: 2, min: 0.5, max: 2 },
  },
  scaling: {
    minReplicas: 1,
    maxReplicas: 6,
    cpuTargetPercent: 80,
    memoryTargetPercent: 90,
    customMetric: {
      name: 'tcm_diagnosis_requests_per_second',
      targetPerPod: 20,
    },
  },
  verticalScaling: {
    cpu: { min: '1', max: '6' },
    memory: { min: '4Gi', max: '24Gi' },
  },
});
