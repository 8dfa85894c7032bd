import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { anyAgentSpec, minimalSpec } from '../__testUtils__/agentSpecs';
import { fleet } from '../fleet/fleet';
import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { parseAgentSpec } from '../spec/parseAgentSpec';
import { toYaml } from '../yaml/toYaml';
import { renderAgent } from './renderAgent';

const [xiaoai] = fleet;

function find(objects: KubernetesObject[], kind: string, name: string) {
  const found = objects.find(
    object => object.kind === kind && object.metadata.name === name,
  );
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
}

describe('renderAgent', () => {
  it('renders the objects in an order that can be applied', () => {
    expect(
      renderAgent(xiaoai).map(
        ({ kind, metadata }) => `${kind} ${metadata.name}`,
      ),
    ).toEqual([
      'ServiceAccount xiaoai',
      'ValidatingAdmissionPolicy gpu-range.xiaoai.suoke-agents',
      'ValidatingAdmissionPolicyBinding gpu-range.xiaoai.suoke-agents',
      'Deployment xiaoai',
      'Service xiaoai',
      'HorizontalPodAutoscaler xiaoai',
      'VerticalPodAutoscaler xiaoai',
      'PodDisruptionBudget xiaoai',
      'Deployment xiaoai-model-server',
      'Service xiaoai-model-server',
    ]);
  });

  it('labels the agent and its model server as the catalog and the scaling pages look for them', () => {
    const objects = renderAgent(xiaoai);
    const shared = {
      'app.kubernetes.io/part-of': 'suoke',
      'backstage.io/kubernetes-id': 'xiaoai',
      'ai.suoke.life/agent': 'xiaoai',
    };
    expect(find(objects, 'Deployment', 'xiaoai').metadata.labels).toEqual({
      'app.kubernetes.io/name': 'xiaoai',
      'app.kubernetes.io/component': 'agent',
      ...shared,
    });
    expect(
      find(objects, 'Deployment', 'xiaoai-model-server').metadata.labels,
    ).toEqual({
      'app.kubernetes.io/name': 'xiaoai-model-server',
      'app.kubernetes.io/component': 'model-server',
      ...shared,
    });
  });

  it('leaves the replicas of the agent to the autoscaler and writes those of the model server', () => {
    const objects = renderAgent(xiaoai);
    expect(find(objects, 'Deployment', 'xiaoai').spec).not.toHaveProperty(
      'replicas',
    );
    expect(
      find(objects, 'Deployment', 'xiaoai-model-server').spec,
    ).toHaveProperty('replicas', 1);
  });

  it('renders the targets and both directions of the behavior', () => {
    expect(
      find(renderAgent(xiaoai), 'HorizontalPodAutoscaler', 'xiaoai'),
    ).toMatchObject({
      apiVersion: 'autoscaling/v2',
      spec: {
        minReplicas: 2,
        maxReplicas: 10,
        metrics: [
          {
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
          {
            resource: {
              name: 'memory',
              target: { type: 'Utilization', averageUtilization: 80 },
            },
          },
          {
            pods: {
              metric: { name: 'ai_inference_requests_per_second' },
              target: { type: 'AverageValue', averageValue: '30' },
            },
          },
        ],
        behavior: {
          scaleUp: { policies: [{ type: 'Percent' }, { type: 'Pods' }] },
          scaleDown: { policies: [{ type: 'Percent' }, { type: 'Pods' }] },
        },
      },
    });
  });

  it('renders a ScaledObject instead of an HPA for KEDA', () => {
    const objects = renderAgent({
      ...xiaoai,
      scaling: { ...xiaoai.scaling, provider: 'keda' },
    });
    expect(objects.map(({ kind }) => kind)).not.toContain(
      'HorizontalPodAutoscaler',
    );
    expect(find(objects, 'ScaledObject', 'xiaoai')).toMatchObject({
      spec: {
        minReplicaCount: 2,
        maxReplicaCount: 10,
        fallback: { replicas: 6 },
        advanced: { horizontalPodAutoscalerConfig: { name: 'xiaoai' } },
        triggers: [
          { type: 'cpu', metricType: 'Utilization', metadata: { value: '70' } },
          {
            type: 'memory',
            metricType: 'Utilization',
            metadata: { value: '80' },
          },
          {
            type: 'prometheus',
            metricType: 'AverageValue',
            metadata: {
              query:
                'sum(rate(ai_inference_requests_total{namespace="suoke-agents",pod=~"xiaoai-[a-z0-9]+-[a-z0-9]+"}[120s]))',
              threshold: '30',
            },
          },
        ],
      },
    });
  });

  it('starts an upstream image with arguments and leaves an own image alone', () => {
    const upstream = renderAgent(parseAgentSpec(minimalSpec()));
    expect(find(upstream, 'Deployment', 'demo-model-server')).toHaveProperty(
      'spec.template.spec.containers.0.args',
      expect.arrayContaining([
        'tritonserver',
        '--model-repository=s3://models/demo',
      ]),
    );
    expect(
      find(renderAgent(xiaoai), 'Deployment', 'xiaoai-model-server'),
    ).not.toHaveProperty('spec.template.spec.containers.0.args');
  });

  it('mounts weights of a claim, and the credentials of a Secret', () => {
    const objects = renderAgent(
      parseAgentSpec(
        minimalSpec({
          model: {
            name: 'demo-model',
            version: 'v1.0.0',
            uri: 'pvc://weights/demo/v1',
          },
          modelServer: {
            ...minimalSpec().modelServer,
            secretName: 'demo-credentials',
          },
        }),
      ),
    );
    expect(find(objects, 'Deployment', 'demo-model-server')).toMatchObject({
      spec: {
        template: {
          spec: {
            containers: [
              {
                args: expect.arrayContaining([
                  '--model-repository=/var/cache/models/demo/v1',
                ]),
                envFrom: [{ secretRef: { name: 'demo-credentials' } }],
                volumeMounts: expect.arrayContaining([
                  {
                    name: 'models',
                    mountPath: '/var/cache/models',
                    readOnly: true,
                  },
                ]),
              },
            ],
            volumes: expect.arrayContaining([
              {
                name: 'models',
                persistentVolumeClaim: { claimName: 'weights', readOnly: true },
              },
            ]),
          },
        },
      },
    });
  });

  it('sizes development small and production spread', () => {
    const development = renderAgent(xiaoai, { environment: 'development' });
    expect(
      find(development, 'HorizontalPodAutoscaler', 'xiaoai').spec,
    ).toMatchObject({ minReplicas: 1, maxReplicas: 2 });
    expect(find(development, 'Deployment', 'xiaoai')).toHaveProperty(
      'spec.template.spec.containers.0.resources.requests',
      { cpu: '250m', memory: '1Gi' },
    );
    const production = renderAgent(xiaoai, { environment: 'production' });
    expect(
      find(production, 'HorizontalPodAutoscaler', 'xiaoai').spec,
    ).toMatchObject({ minReplicas: 2, maxReplicas: 10 });
    expect(
      find(production, 'Deployment', 'xiaoai-model-server').spec,
    ).toMatchObject({
      replicas: 2,
      template: {
        spec: {
          topologySpreadConstraints: [
            { topologyKey: 'topology.kubernetes.io/zone' },
            { topologyKey: 'kubernetes.io/hostname' },
          ],
        },
      },
    });
  });

  it('takes the sizes of an environment from the specification where it gives them', () => {
    const spec = parseAgentSpec(
      minimalSpec({
        environments: { development: { minReplicas: 3, logLevel: 'warn' } },
      }),
    );
    const objects = renderAgent(spec, { environment: 'development' });
    expect(find(objects, 'HorizontalPodAutoscaler', 'demo').spec).toMatchObject(
      { minReplicas: 3, maxReplicas: 3 },
    );
    expect(find(objects, 'Deployment', 'demo')).toHaveProperty(
      'spec.template.spec.containers.0.env',
      expect.arrayContaining([{ name: 'LOG_LEVEL', value: 'warn' }]),
    );
  });
});

describe('toYaml', () => {
  it('survives a YAML 1.1 reader, such as kubectl', () => {
    fc.assert(
      fc.property(anyAgentSpec, spec => {
        const objects = renderAgent(spec);
        const read = parseAllDocuments(toYaml(objects), { version: '1.1' });
        expect(read.map(document => document.toJS())).toEqual(
          JSON.parse(JSON.stringify(objects)),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is the same text for the same objects', () => {
    expect(toYaml(renderAgent(xiaoai))).toBe(toYaml(renderAgent(xiaoai)));
  });
});
