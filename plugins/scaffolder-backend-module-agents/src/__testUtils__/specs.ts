/** The smallest valid specification; the lint finds nothing in what it renders. */
export function demoSpec(overrides: Record<string, unknown> = {}) {
  return {
    name: 'demo',
    agent: {
      image: 'example/demo:v1.0.0',
      resources: {
        requests: { cpu: '500m', memory: '512Mi' },
        limits: { cpu: '1', memory: '1Gi' },
      },
    },
    model: {
      name: 'demo-model',
      version: 'v1.0.0',
      uri: 's3://models/demo',
    },
    modelServer: {
      framework: 'onnx',
      resources: {
        requests: { cpu: '1', memory: '2Gi' },
        limits: { cpu: '2', memory: '4Gi' },
      },
    },
    scaling: { minReplicas: 2, maxReplicas: 4, cpuTargetPercent: 70 },
    ...overrides,
  };
}
