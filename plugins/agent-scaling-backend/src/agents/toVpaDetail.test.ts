import { agentContainer, vpa } from '../__fixtures__/builders';
import { hasRecommendation, toVpaDetail, vpaUpdateMode } from './toVpaDetail';

describe('toVpaDetail', () => {
  it('puts the recommendation beside what the template asks for', () => {
    const [container] = toVpaDetail(vpa(), [agentContainer]).containers;
    expect(container).toEqual({
      name: 'agent',
      mode: 'Auto',
      controlledResources: ['cpu', 'memory'],
      controlledValues: 'RequestsAndLimits',
      minAllowed: {
        cpu: { value: 1, quantity: '1' },
        memory: { value: 4 * 1024 ** 3, quantity: '4Gi' },
      },
      maxAllowed: {
        cpu: { value: 8, quantity: '8' },
        memory: { value: 32 * 1024 ** 3, quantity: '32Gi' },
      },
      lowerBound: expect.anything(),
      target: {
        cpu: { value: 1.168, quantity: '1168m' },
        memory: { value: 4 * 1024 ** 3, quantity: '4Gi' },
      },
      upperBound: expect.anything(),
      uncappedTarget: {
        cpu: { value: 1.168, quantity: '1168m' },
        memory: { value: 1238659775, quantity: '1238659775' },
      },
      requests: {
        cpu: { value: 1, quantity: '1' },
        memory: { value: 4 * 1024 ** 3, quantity: '4Gi' },
      },
      limits: expect.anything(),
    });
  });

  it('lists containers of the template without a recommendation, and recommendations without a container', () => {
    const detail = toVpaDetail(
      vpa({
        status: {
          recommendation: {
            containerRecommendations: [
              { containerName: 'istio-proxy', target: { cpu: '10m' } },
            ],
          },
        },
      }),
      [agentContainer],
    );
    expect(
      detail.containers.map(({ name, target, requests }) => [
        name,
        target?.cpu.value,
        requests?.cpu.value,
      ]),
    ).toEqual([
      ['agent', undefined, 1],
      ['istio-proxy', 0.01, undefined],
    ]);
  });

  it('applies the policy for all containers where none is named', () => {
    const detail = toVpaDetail(
      vpa({
        spec: {
          resourcePolicy: {
            containerPolicies: [
              {
                containerName: '*',
                mode: 'Off',
                controlledValues: 'RequestsOnly',
                controlledResources: ['memory'],
              },
            ],
          },
        },
      }),
      [agentContainer],
    );
    expect(detail.containers[0]).toMatchObject({
      mode: 'Off',
      controlledValues: 'RequestsOnly',
      controlledResources: ['memory'],
    });
  });

  it('knows the default mode, and whether there is a recommendation', () => {
    expect(vpaUpdateMode(vpa({ spec: { updatePolicy: undefined } }))).toBe(
      'Recreate',
    );
    expect(hasRecommendation(vpa())).toBe(true);
    expect(hasRecommendation(vpa({ status: {} }))).toBe(false);
  });
});
