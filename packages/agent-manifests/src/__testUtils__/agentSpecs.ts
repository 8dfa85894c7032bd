import fc from 'fast-check';
import { formatCpu, formatMemory } from '../kubernetes/quantity';
import { RUNTIMES_OF_FRAMEWORK, FRAMEWORKS } from '../runtimes/runtimeNames';
import { AgentSpec, AgentSpecInput } from '../spec/AgentSpec';
import { safeParseAgentSpec } from '../spec/parseAgentSpec';

/** The smallest specification of a healthy agent: CPU scaled, no GPU, no VPA. */
export function minimalSpec(
  overrides: Partial<AgentSpecInput> = {},
): AgentSpecInput {
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

const MEBIBYTE = 1024 ** 2;

/** Two numbers in ascending order. */
const ordered = (min: number, max: number) =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .map(([a, b]) => (a <= b ? [a, b] : [b, a]));

const resources = fc
  .tuple(ordered(10, 16_000), ordered(64, 65_536))
  .map(([cpu, memory]) => ({
    requests: {
      cpu: formatCpu(cpu[0] / 1000),
      memory: formatMemory(memory[0] * MEBIBYTE),
    },
    limits: {
      cpu: formatCpu(cpu[1] / 1000),
      memory: formatMemory(memory[1] * MEBIBYTE),
    },
  }));

const gpu = fc.oneof(
  ordered(1, 16).map(([min, max]) => ({ mode: 'cards' as const, min, max })),
  fc
    .tuple(fc.integer({ min: 2, max: 16 }), ordered(1, 64))
    .map(([sharesPerCard, [min, max]]) => ({
      mode: 'shares' as const,
      sharesPerCard,
      min: min / sharesPerCard,
      max: max / sharesPerCard,
    })),
);

const modelServer = fc.constantFrom(...FRAMEWORKS).chain(framework =>
  fc.record(
    {
      framework: fc.constant(framework),
      runtime: fc.constantFrom(...RUNTIMES_OF_FRAMEWORK[framework]),
      image: fc.constant('example/server:v1'),
      resources,
      gpu,
    },
    { requiredKeys: ['framework', 'resources'] },
  ),
);

const percent = fc.integer({ min: 1, max: 100 });

const scaling = ordered(1, 50).chain(([minReplicas, maxReplicas]) =>
  fc.record(
    {
      provider: fc.constantFrom('adapter' as const, 'keda' as const),
      minReplicas: fc.constant(minReplicas),
      maxReplicas: fc.constant(maxReplicas),
      cpuTargetPercent: percent,
      memoryTargetPercent: percent,
      customMetric: fc.record({
        name: fc.constantFrom('requests_per_second', 'queue_depth'),
        targetPerPod: fc.integer({ min: 1, max: 1e6 }).map(n => n / 1000),
      }),
    },
    { requiredKeys: ['minReplicas', 'maxReplicas'] },
  ),
);

const verticalScaling = fc
  .tuple(
    ordered(10, 16_000),
    ordered(64, 65_536),
    fc.constantFrom(
      'Off' as const,
      'Initial' as const,
      'InPlaceOrRecreate' as const,
    ),
    fc.constantFrom<('cpu' | 'memory')[]>(
      ['cpu'],
      ['memory'],
      ['cpu', 'memory'],
    ),
  )
  .map(([cpu, memory, updateMode, controlledResources]) => ({
    updateMode,
    controlledResources,
    cpu: { min: formatCpu(cpu[0] / 1000), max: formatCpu(cpu[1] / 1000) },
    memory: {
      min: formatMemory(memory[0] * MEBIBYTE),
      max: formatMemory(memory[1] * MEBIBYTE),
    },
  }));

/** Any specification that the schema accepts. */
export const anyAgentSpec: fc.Arbitrary<AgentSpec> = fc
  .record(
    {
      name: fc.stringMatching(/^[a-z]([-a-z0-9]{0,48}[a-z0-9])?$/),
      agent: resources.map(own => ({
        image: 'example/agent:v1',
        resources: own,
      })),
      model: fc.record(
        {
          name: fc.constant('model'),
          version: fc.constant('v1'),
          uri: fc.constantFrom('hf://org/model', 's3://b/m', 'pvc://claim/m'),
        },
        { requiredKeys: ['name', 'version'] },
      ),
      modelServer,
      scaling,
      verticalScaling,
      networkPolicy: fc.record({ enabled: fc.boolean() }),
    },
    { requiredKeys: ['name', 'agent', 'model', 'modelServer', 'scaling'] },
  )
  .map(input => safeParseAgentSpec(input))
  .filter(result => result.ok)
  .map(result => (result as { spec: AgentSpec }).spec);
