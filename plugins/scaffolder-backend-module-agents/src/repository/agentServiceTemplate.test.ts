import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleScaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  templateEntityV1beta3Validator,
  TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import {
  parseAgentSpec,
  renderNamespace,
  toYaml,
} from '@suoke/agent-manifests';
import { LocalCluster, startLocalCluster } from '@suoke/local-cluster';
import Ajv from 'ajv';
import request from 'supertest';
import { parse } from 'yaml';
import { eventually } from '../__testUtils__/eventually';
import catalogModuleAgentFolder from '../catalog';
import scaffolderModuleAgents from '../index';

const TEMPLATE = resolve(
  __dirname,
  '../../../../templates/agent-service/template.yaml',
);
const template: TemplateEntityV1beta3 = parse(readFileSync(TEMPLATE, 'utf8'));

/** What the form gives when a person fills in only what has no default. */
const MINIMAL = {
  name: 'demo',
  owner: 'group:default/suoke-life-dev',
  namespace: 'suoke-agents',
  image: 'example/demo:v1.0.0',
  resources: {
    cpuRequest: '500m',
    cpuLimit: '1',
    memoryRequest: '1Gi',
    memoryLimit: '2Gi',
  },
  model: 'demo-model',
  modelUri: 's3://models/demo',
  modelVersion: 'v1.0.0',
  framework: 'onnx',
  runtime: 'triton',
  serverResources: {
    cpuRequest: '1',
    cpuLimit: '2',
    memoryRequest: '4Gi',
    memoryLimit: '8Gi',
  },
  provider: 'adapter',
  minReplicas: 2,
  maxReplicas: 6,
  cpuTargetPercent: 70,
  useCustomMetric: false,
  useVerticalScaling: false,
  gpuMode: 'none',
  environment: 'development',
  networkPolicy: false,
  deploy: false,
};

/** Everything filled in: a conversation agent on half a card, scaled by KEDA on requests. */
const FULL = {
  ...MINIMAL,
  name: 'full',
  title: '全',
  description: 'Everything',
  model: 'aimodel:default/full-model',
  modelUri: 'hf://example/full',
  serverImage: 'example/full-server:v2',
  framework: 'huggingface',
  runtime: 'vllm',
  provider: 'keda',
  memoryTargetPercent: 80,
  useCustomMetric: true,
  metricName: 'requests_per_second',
  metricTarget: 12.5,
  useVerticalScaling: true,
  vpaCpuMin: '250m',
  vpaCpuMax: '4',
  vpaMemoryMin: '512Mi',
  vpaMemoryMax: '8Gi',
  gpuMode: 'shares',
  sharesPerCard: 2,
  gpuMin: 0.5,
  gpuMax: 2,
  environment: 'production',
  networkPolicy: true,
};

describe('the agent-service template', () => {
  it('is a valid template', async () => {
    expect(await templateEntityV1beta3Validator.check(template)).toBe(true);
  });

  it.each([
    ['minimal', MINIMAL],
    ['full', FULL],
  ])('accepts the %s form on every page', (_, values) => {
    const ajv = new Ajv({ strict: false });
    for (const page of [template.spec.parameters].flat()) {
      const validate = ajv.compile(page!);
      validate(values);
      expect(validate.errors ?? []).toEqual([]);
    }
  });
});

describe('a run of the agent-service template', () => {
  const root = createMockDirectory();
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  let local: LocalCluster;
  const manifests = createMockDirectory({
    content: {
      'namespace.yaml': toYaml([
        renderNamespace({ name: 'suoke-agents', partOf: 'suoke' }),
      ]),
    },
  });
  afterAll(() => local.stop());

  beforeAll(async () => {
    local = await startLocalCluster({
      warmHistoryMs: 0,
      manifests: [manifests.path],
    });
    ({ server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleScaffolderEntityModel,
        catalogModuleAgentFolder,
        scaffolderPlugin,
        scaffolderModuleAgents,
        eventsServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            events: { useEventBus: 'never' },
            agents: {
              folder: { root: root.path },
              apply: {
                enabled: true,
                namespaces: ['suoke-agents'],
                clusterScoped: true,
              },
            },
            kubernetes: {
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: 'local',
                      url: local.url,
                      authProvider: 'serviceAccount',
                      serviceAccountToken: 'very-secret',
                    },
                  ],
                },
              ],
            },
            catalog: {
              rules: [{ allow: ['Component', 'Template'] }],
              processingInterval: { seconds: 10 },
              locations: [{ type: 'file', target: TEMPLATE }],
            },
          },
        }),
      ],
    }));
    await eventually(async () => {
      const { status } = await request(server).get(
        '/api/catalog/entities/by-name/template/default/agent-service',
      );
      return status === 200;
    });
  }, 60_000);

  async function run(values: object) {
    const created = await request(server)
      .post('/api/scaffolder/v2/tasks')
      .send({ templateRef: 'template:default/agent-service', values });
    expect(created.body).toEqual({ id: expect.any(String) });
    const task = () =>
      request(server).get(`/api/scaffolder/v2/tasks/${created.body.id}`);
    await eventually(async () => {
      const { body } = await task();
      return !['open', 'processing'].includes(body.status);
    });
    const events = await request(server).get(
      `/api/scaffolder/v2/tasks/${created.body.id}/events`,
    );
    return {
      status: (await task()).body.status,
      log: (events.body as { body: { message: string } }[])
        .map(({ body }) => body.message)
        .join('\n'),
      output: (
        events.body as { type: string; body: { output?: unknown } }[]
      ).find(({ type }) => type === 'completion')?.body.output,
    };
  }

  it('publishes the folder and brings the agent into the catalog', async () => {
    const { status, log, output } = await run(MINIMAL);
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(output).toMatchObject({
      links: [
        { entityRef: 'component:default/demo' },
        { url: '/catalog/default/component/demo/scaling' },
      ],
      // Development runs a single pod, and the lint says what that means.
      text: [{ content: expect.stringContaining('**warning R05**') }],
    });
    const { body } = await request(server).get(
      '/api/catalog/entities/by-name/component/default/demo',
    );
    expect(body).toMatchObject({
      metadata: { annotations: { 'backstage.io/kubernetes-id': 'demo' } },
      spec: {
        type: 'ai-agent',
        owner: 'group:default/suoke-life-dev',
        dependsOn: ['aimodel:default/demo-model'],
      },
    });
  }, 60_000);

  it('turns the whole form into the specification', async () => {
    const { status, log } = await run(FULL);
    expect({ status, log }).toMatchObject({ status: 'completed' });
    const spec = parseAgentSpec(
      parse(readFileSync(root.resolve('full/agent.yaml'), 'utf8')),
    );
    expect(spec).toMatchObject({
      name: 'full',
      title: '全',
      model: {
        name: 'full-model',
        version: 'v1.0.0',
        uri: 'hf://example/full',
      },
      modelServer: {
        framework: 'huggingface',
        runtime: 'vllm',
        image: 'example/full-server:v2',
        gpu: { mode: 'shares', sharesPerCard: 2, min: 0.5, max: 2 },
      },
      scaling: {
        provider: 'keda',
        cpuTargetPercent: 70,
        memoryTargetPercent: 80,
        customMetric: { name: 'requests_per_second', targetPerPod: 12.5 },
      },
      verticalScaling: {
        updateMode: 'Off',
        cpu: { min: '250m', max: '4' },
        memory: { min: '512Mi', max: '8Gi' },
      },
      networkPolicy: { enabled: true },
    });
  }, 60_000);

  it('applies the agent, with a policy that keeps its GPU range', async () => {
    const { status, log } = await run({
      ...MINIMAL,
      name: 'deployed',
      gpuMode: 'cards',
      gpuMin: 1,
      gpuMax: 2,
      deploy: true,
    });
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(log).toContain('applied Deployment suoke-agents/deployed');
    expect(log).not.toContain('very-secret');
    const serverContainer = () =>
      local.cluster.get(
        { group: 'apps', resource: 'deployments' },
        { namespace: 'suoke-agents', name: 'deployed-model-server' },
      )?.spec.template.spec.containers[0];
    const setGpus = (count: string) =>
      local.cluster.patch(
        { group: 'apps', resource: 'deployments' },
        { namespace: 'suoke-agents', name: 'deployed-model-server' },
        {
          spec: {
            template: {
              spec: {
                containers: [
                  {
                    ...serverContainer(),
                    resources: { limits: { 'nvidia.com/gpu': count } },
                  },
                ],
              },
            },
          },
        },
      );
    expect(() => setGpus('3')).toThrow(
      /needs a limit of 1 to 2 nvidia.com\/gpu \(1-2 cards\)/,
    );
    setGpus('2');
    expect(serverContainer().resources.limits).toEqual({
      'nvidia.com/gpu': '2',
    });
  }, 60_000);

  it('fails before it publishes when the form contradicts itself', async () => {
    const { status, log } = await run({
      ...MINIMAL,
      name: 'contradiction',
      minReplicas: 9,
    });
    expect(status).toBe('failed');
    expect(log).toContain('spec.scaling.minReplicas: must not exceed');
    expect(root.content()).not.toHaveProperty('contradiction');
  }, 60_000);

  it('does not replace an agent of the same name', async () => {
    const { status, log } = await run(MINIMAL);
    expect(status).toBe('failed');
    expect(log).toContain("Folder 'demo' exists already");
  }, 60_000);
});
