import { parseAgentSpec } from '../spec/parseAgentSpec';

/** 小艾, conversation. */
export const xiaoai = parseAgentSpec({
  name: 'xiaoai',
  title: '小艾',
  description: '对话智能体 · Conversation agent',
  agent: {
    image: 'suoke/xiaoai-agent:v1.0.0',
    resources: {
      requests: { cpu: '1', memory: '4Gi' },
      limits: { cpu: '2', memory: '8Gi' },
    },
  },
  model: { name: 'xiaoai-conversation-llm', version: 'v2.1.0' },
  modelServer: {
    framework: 'huggingface',
    runtime: 'vllm',
    image: 'suoke/xiaoai-model-server:v2.1.0',
    resources: {
      requests: { cpu: '2', memory: '8Gi' },
      limits: { cpu: '4', memory: '16Gi' },
    },
    gpu: { mode: 'cards', min: 1, max: 4 },
  },
  scaling: {
    minReplicas: 2,
    maxReplicas: 10,
    cpuTargetPercent: 70,
    memoryTargetPercent: 80,
    customMetric: {
      name: 'ai_inference_requests_per_second',
      targetPerPod: 30,
    },
  },
  verticalScaling: {
    cpu: { min: '1', max: '8' },
    memory: { min: '4Gi', max: '32Gi' },
  },
});
