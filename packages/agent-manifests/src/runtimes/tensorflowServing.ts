import { RuntimeProfile } from './RuntimeProfile';
import { storageLocation } from './weights';

/** TensorFlow Serving. Its metrics need a `--monitoring_config_file`, which the image has to bring. */
export const tensorflowServing: RuntimeProfile = {
  image: () => 'tensorflow/serving:2.19.1',
  port: 8501,
  metricsPort: 8501,
  metricsPath: '/monitoring/prometheus/metrics',
  // Without the model's name the server has no path that answers 200.
  livenessPath: model => `/v1/models/${model.name}`,
  readinessPath: model => `/v1/models/${model.name}`,
  args: model => [
    `--model_name=${model.name}`,
    `--model_base_path=${storageLocation(model)}`,
    '--rest_api_port=8501',
  ],
  env: () => ({}),
};
