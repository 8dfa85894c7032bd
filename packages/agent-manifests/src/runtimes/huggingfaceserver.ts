import { RuntimeProfile } from './RuntimeProfile';
import { huggingFaceId } from './weights';

/** KServe's Hugging Face server, for encoders, classifiers and small language models, on CPU too. */
export const huggingfaceserver: RuntimeProfile = {
  image: gpu =>
    gpu
      ? 'kserve/huggingfaceserver:v0.15.2-gpu'
      : 'kserve/huggingfaceserver:v0.15.2',
  port: 8080,
  metricsPort: 8080,
  metricsPath: '/metrics',
  livenessPath: () => '/v2/health/live',
  readinessPath: model => `/v2/models/${model.name}/ready`,
  args: model => [
    `--model_name=${model.name}`,
    `--model_id=${huggingFaceId(model)}`,
    '--http_port=8080',
  ],
  env: () => ({ HF_HOME: '/var/cache/models' }),
  sharedMemory: '1Gi',
};
