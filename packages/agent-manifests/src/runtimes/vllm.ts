import { RuntimeProfile } from './RuntimeProfile';
import { huggingFaceId } from './weights';

/** vLLM, an OpenAI compatible server for language models. */
export const vllm: RuntimeProfile = {
  image: () => 'vllm/vllm-openai:v0.11.0',
  port: 8000,
  metricsPort: 8000,
  metricsPath: '/metrics',
  livenessPath: () => '/health',
  // `/health` speaks for the process; the list of models is served once the weights are in memory.
  readinessPath: () => '/v1/models',
  args: model => [
    '--model',
    huggingFaceId(model),
    '--served-model-name',
    model.name,
    '--port',
    '8000',
  ],
  env: () => ({ HF_HOME: '/var/cache/models' }),
  sharedMemory: '2Gi',
};
