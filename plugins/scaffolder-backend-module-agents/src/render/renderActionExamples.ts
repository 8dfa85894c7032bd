import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const renderActionExamples: TemplateExample[] = [
  {
    description: 'A small agent, in the sizes of development',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Render and lint',
          action: 'agents:render',
          input: {
            environment: 'development',
            spec: {
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
            },
          },
        },
      ],
    }),
  },
];
