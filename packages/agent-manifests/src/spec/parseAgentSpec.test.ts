import { minimalSpec } from '../__testUtils__/agentSpecs';
import { AgentSpecInput } from './AgentSpec';
import { agentSpecJsonSchema } from './agentSpecJsonSchema';
import {
  AgentSpecError,
  parseAgentSpec,
  safeParseAgentSpec,
} from './parseAgentSpec';

function problemsOf(input: unknown) {
  const result = safeParseAgentSpec(input);
  return result.ok ? [] : result.problems;
}

describe('parseAgentSpec', () => {
  it('fills in the defaults', () => {
    expect(parseAgentSpec(minimalSpec())).toMatchObject({
      namespace: 'suoke-agents',
      owner: 'group:default/suoke-life-dev',
      agent: { port: 8080, terminationGracePeriodSeconds: 60 },
      service: { port: 80 },
      modelServer: { replicas: 1 },
      scaling: {
        provider: 'adapter',
        behavior: {
          scaleUp: { stabilizationWindowSeconds: 0 },
          scaleDown: { stabilizationWindowSeconds: 300 },
        },
      },
      disruption: { maxUnavailable: 1 },
    });
  });

  it('accepts its own output', () => {
    const spec = parseAgentSpec(minimalSpec());
    expect(parseAgentSpec(spec)).toEqual(spec);
  });

  const base = minimalSpec();
  const cases: [string, Partial<AgentSpecInput>, string, RegExp][] = [
    ['an upper case name', { name: 'Demo' }, 'name', /lower case/],
    ['a long name', { name: 'a'.repeat(51) }, 'name', /at most 50/],
    ['an owner without kind', { owner: 'team' }, 'owner', /entity ref/],
    [
      'an image without a tag',
      { agent: { ...base.agent, image: 'example/demo' } },
      'agent.image',
      /tag or a digest/,
    ],
    [
      'the image tag latest',
      { agent: { ...base.agent, image: 'example/demo:latest' } },
      'agent.image',
      /latest/,
    ],
    [
      'a request above the limit',
      {
        agent: {
          ...base.agent,
          resources: {
            requests: { cpu: '2', memory: '512Mi' },
            limits: { cpu: '1', memory: '1Gi' },
          },
        },
      },
      'agent.resources.requests.cpu',
      /must not exceed the limit of 1/,
    ],
    [
      'memory without a suffix',
      {
        agent: {
          ...base.agent,
          resources: {
            requests: { cpu: '1', memory: '4' },
            limits: { cpu: '1', memory: '1Gi' },
          },
        },
      },
      'agent.resources.requests.memory',
      /at least 1Mi/,
    ],
    [
      'a privileged port',
      { agent: { ...base.agent, port: 80 } },
      'agent.port',
      /from 1024/,
    ],
    [
      'min above max',
      { scaling: { minReplicas: 5, maxReplicas: 4, cpuTargetPercent: 70 } },
      'scaling.minReplicas',
      /must not exceed maxReplicas \(4\)/,
    ],
    [
      'zero replicas',
      { scaling: { minReplicas: 0, maxReplicas: 4, cpuTargetPercent: 70 } },
      'scaling.minReplicas',
      /at least 1/,
    ],
    [
      'no metric',
      { scaling: { minReplicas: 1, maxReplicas: 4 } },
      'scaling.cpuTargetPercent',
      /nothing to scale on/,
    ],
    [
      'a runtime that does not serve the framework',
      {
        model: { name: 'm', version: 'v1', uri: 'hf://org/model' },
        modelServer: { ...base.modelServer, runtime: 'vllm' },
      },
      'modelServer.runtime',
      /use triton/,
    ],
    [
      'an upstream image without weights',
      { model: { name: 'm', version: 'v1' } },
      'model.uri',
      /triton image has no model; say where its weights are \(s3:\/\/ or pvc:\/\/\)/,
    ],
    [
      'weights that the runtime cannot load',
      { model: { name: 'm', version: 'v1', uri: 'hf://org/model' } },
      'model.uri',
      /triton cannot load from hf:\/\//,
    ],
    [
      'vLLM without a GPU',
      {
        model: { name: 'm', version: 'v1', uri: 'hf://org/model' },
        modelServer: { ...base.modelServer, framework: 'huggingface' },
      },
      'modelServer.gpu',
      /needs a GPU/,
    ],
    [
      'a share that is not whole',
      {
        modelServer: {
          ...base.modelServer,
          gpu: { mode: 'shares', sharesPerCard: 2, min: 0.3, max: 1 },
        },
      },
      'modelServer.gpu.min',
      /whole number of shares/,
    ],
    [
      'half a card in cards',
      {
        modelServer: {
          ...base.modelServer,
          gpu: { mode: 'cards', min: 0.5, max: 2 },
        },
      },
      'modelServer.gpu.min',
      /whole cards/,
    ],
    [
      'a VPA that acts on what the HPA measures',
      {
        verticalScaling: {
          updateMode: 'InPlaceOrRecreate',
          cpu: { min: '1', max: '2' },
          memory: { min: '1Gi', max: '2Gi' },
        },
      },
      'verticalScaling.updateMode',
      /cpu request that the HPA measures; use "Off"/,
    ],
    [
      'a VPA range upside down',
      {
        verticalScaling: {
          cpu: { min: '4', max: '2' },
          memory: { min: '1Gi', max: '2Gi' },
        },
      },
      'verticalScaling.cpu.min',
      /must not exceed max/,
    ],
    [
      'an environment upside down',
      { environments: { development: { minReplicas: 3, maxReplicas: 1 } } },
      'environments.development.minReplicas',
      /must not exceed/,
    ],
  ];

  it.each(cases)('refuses %s', (_, change, field, message) => {
    const problems = problemsOf(minimalSpec(change));
    expect(problems.map(problem => problem.field)).toEqual([field]);
    expect(problems[0].message).toMatch(message);
  });

  it('lets a VPA act on a resource that no metric reads', () => {
    const problems = problemsOf(
      minimalSpec({
        verticalScaling: {
          updateMode: 'InPlaceOrRecreate',
          controlledResources: ['memory'],
          cpu: { min: '1', max: '2' },
          memory: { min: '1Gi', max: '2Gi' },
        },
      }),
    );
    expect(problems).toEqual([]);
  });

  it('names unknown and missing fields and the choices of an enumeration', () => {
    const { model: _, ...rest } = minimalSpec();
    expect(
      problemsOf({
        ...rest,
        replicas: 3,
        modelServer: { ...rest.modelServer, framework: 'keras' },
      }),
    ).toEqual([
      { field: 'model', message: 'is required (object)' },
      {
        field: 'modelServer.framework',
        message: 'use one of huggingface, pytorch, tensorflow, onnx',
      },
      {
        field: 'replicas',
        message: 'there is no such field; remove it or correct its name',
      },
    ]);
  });

  it('throws an error that lists every problem', () => {
    expect(() =>
      parseAgentSpec({ ...minimalSpec(), name: 'A', owner: 'x' }),
    ).toThrow(AgentSpecError);
    expect(() =>
      parseAgentSpec({ ...minimalSpec(), name: 'A', owner: 'x' }),
    ).toThrow(/- name: .*\n- owner: /);
  });
});

describe('agentSpecJsonSchema', () => {
  it('describes what a person writes', () => {
    expect(agentSpecJsonSchema()).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      required: ['name', 'agent', 'model', 'modelServer', 'scaling'],
      additionalProperties: false,
      properties: { name: { type: 'string', maxLength: 50 } },
    });
  });
});
