import type { Entity } from '@backstage/catalog-model';
import type { DeliveryStrategy } from '@suoke/plugin-ai-models-common';
import { agent, aiModel, modelRegistry, modelVersion } from './entities';
import { withRelations } from './withRelations';

const registryRef = { name: 'suoke-models' };

const canary: DeliveryStrategy = {
  type: 'Canary',
  canary: {
    steps: [
      { setWeight: 5 },
      { pause: { duration: '10m' } },
      { analysis: {} },
      { setWeight: 25 },
      { pause: {} },
      { setWeight: 50 },
      { analysis: { duration: '5m' } },
    ],
  },
};

function version(
  agentName: string,
  model: string,
  number: string,
  format: 'safetensors' | 'savedmodel' | 'onnx',
): Entity {
  return modelVersion(model, number, {
    spec: {
      title: `${model} ${number}`,
      lifecycle: 'production',
      changelog: `- Image suoke/${agentName}-model-server:${number}`,
      artifact: { uri: `registry://suoke-models/${model}/${number}`, format },
      source: { registryRef },
      runtimeOverrides: {
        image: `suoke/${agentName}-model-server:${number}`,
      },
    },
  });
}

/** Two of the models of the Suoke agents, with their versions, their registry and their agents. */
export const suokeEntities: Entity[] = withRelations([
  modelRegistry('suoke-models', {
    spec: { title: '索克模型注册表', lifecycle: 'production' },
  }),
  aiModel('xiaoai-conversation-llm', {
    annotations: { 'backstage.io/kubernetes-namespace': 'suoke-agents' },
    spec: {
      title: '小艾对话大模型',
      lifecycle: 'production',
      task: 'text-generation',
      tags: ['llm'],
      registryRef,
      activeVersion: 'xiaoai-conversation-llm-v2.1.0',
      aliases: [
        { name: 'champion', version: 'xiaoai-conversation-llm-v2.1.0' },
      ],
      serving: {
        serverName: 'xiaoai-model-server',
        image: 'suoke/xiaoai-model-server:v2.1.0',
        protocol: 'OpenAI',
        resources: {
          requests: { cpu: 2, memory: '8Gi' },
          limits: { cpu: 4, memory: '16Gi' },
        },
      },
      cache: { mode: 'SharedPVC' },
      traffic: { parentRefs: [{ name: 'suoke-gateway' }] },
      delivery: {
        strategy: canary,
        analysis: {
          checks: [{ name: 'error-rate', query: 'up', maximum: 0.02 }],
        },
      },
      monitoring: { objectives: { latencyP95Ms: 2000, errorRatePercent: 1 } },
    },
  }),
  version('xiaoai', 'xiaoai-conversation-llm', 'v1.10.0', 'safetensors'),
  version('xiaoai', 'xiaoai-conversation-llm', 'v2.1.0', 'safetensors'),
  version('xiaoai', 'xiaoai-conversation-llm', 'v1.9.0', 'safetensors'),
  agent('xiaoai', '小艾', 'xiaoai-conversation-llm'),
  aiModel('soer-wellness-engine', {
    spec: {
      title: '索儿养生推荐引擎',
      lifecycle: 'production',
      framework: 'onnx',
      task: 'recommendation',
      registryRef,
      activeVersion: 'soer-wellness-engine-v1.3.0',
    },
  }),
  version('soer', 'soer-wellness-engine', 'v1.3.0', 'onnx'),
  agent('soer', '索儿', 'soer-wellness-engine'),
]);

/** One of {@link suokeEntities}. */
export function suokeEntity(name: string): Entity {
  const found = suokeEntities.find(({ metadata }) => metadata.name === name);
  if (!found) {
    throw new Error(`no fixture is named ${name}`);
  }
  return found;
}
