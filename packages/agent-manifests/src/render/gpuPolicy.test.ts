import { evaluate } from '@marcbachmann/cel-js';
import { fleet } from '../fleet/fleet';
import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { renderAgent } from './renderAgent';

type Limits = Record<string, string>;

/** Judges a Deployment with the rendered policy of an agent, as admission would. */
function admits(agentName: string, containers: object[]): boolean {
  const spec = fleet.find(({ name }) => name === agentName)!;
  const policy = renderAgent(spec).find(
    ({ kind }) => kind === 'ValidatingAdmissionPolicy',
  ) as KubernetesObject & {
    spec: { validations: { expression: string }[] };
  };
  const object = { spec: { template: { spec: { containers } } } };
  return policy.spec.validations.every(({ expression }) =>
    evaluate(expression, { object }),
  );
}

const server = (limits?: Limits) => ({
  name: 'model-server',
  ...(limits && { resources: { limits } }),
});

describe('the GPU policy', () => {
  it.each([
    ['xiaoai', 'nvidia.com/gpu', '1', true],
    ['xiaoai', 'nvidia.com/gpu', '4', true],
    ['xiaoai', 'nvidia.com/gpu', '5', false],
    ['xiaoai', 'nvidia.com/gpu', '0', false],
    ['laoke', 'nvidia.com/gpu.shared', '1', true],
    ['laoke', 'nvidia.com/gpu.shared', '4', true],
    ['laoke', 'nvidia.com/gpu.shared', '5', false],
    // A whole card instead of a share is another resource.
    ['laoke', 'nvidia.com/gpu', '1', false],
  ])(
    'of %s with %s: %s is admitted: %s',
    (agent, resource, count, expected) => {
      expect(admits(agent, [server({ cpu: '4', [resource]: count })])).toBe(
        expected,
      );
    },
  );

  it('refuses a model server without a GPU', () => {
    expect(admits('xiaoai', [server({ cpu: '4' })])).toBe(false);
    expect(admits('xiaoai', [server()])).toBe(false);
  });

  it('lets a sidecar in, unless it takes a GPU of its own', () => {
    const own = server({ 'nvidia.com/gpu': '1' });
    expect(admits('xiaoai', [own, { name: 'proxy' }])).toBe(true);
    expect(
      admits('xiaoai', [
        own,
        {
          name: 'proxy',
          resources: { limits: { 'nvidia.com/gpu': '1' } },
        },
      ]),
    ).toBe(false);
  });

  it('is bound to the model server of the agent in its namespace', () => {
    const binding = renderAgent(fleet[0]).find(
      ({ kind }) => kind === 'ValidatingAdmissionPolicyBinding',
    );
    expect(binding?.spec).toMatchObject({
      policyName: 'gpu-range.xiaoai.suoke-agents',
      validationActions: ['Deny'],
      matchResources: {
        namespaceSelector: {
          matchLabels: { 'kubernetes.io/metadata.name': 'suoke-agents' },
        },
        objectSelector: {
          matchLabels: {
            'ai.suoke.life/agent': 'xiaoai',
            'app.kubernetes.io/component': 'model-server',
          },
        },
      },
    });
  });
});
