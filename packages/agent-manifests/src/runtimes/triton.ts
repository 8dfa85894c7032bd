import { RuntimeProfile } from './RuntimeProfile';
import { storageLocation } from './weights';

/** NVIDIA Triton, for PyTorch, ONNX and TensorFlow models behind the Open Inference Protocol. */
export const triton: RuntimeProfile = {
  image: () => 'nvcr.io/nvidia/tritonserver:25.08-py3',
  port: 8000,
  metricsPort: 8002,
  metricsPath: '/metrics',
  livenessPath: () => '/v2/health/live',
  readinessPath: model => `/v2/models/${model.name}/ready`,
  args: model => [
    'tritonserver',
    `--model-repository=${storageLocation(model)}`,
    '--http-port=8000',
    '--metrics-port=8002',
    // Triton has no percentile by default, and a canary is judged by one.
    '--metrics-config=histogram_latencies=true',
  ],
  env: () => ({}),
  sharedMemory: '1Gi',
};
