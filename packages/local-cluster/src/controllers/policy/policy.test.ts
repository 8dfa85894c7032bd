import { agentDeployment, NAMESPACE } from '../../__testUtils__/fixtures';
import { TestCluster } from '../../__testUtils__/TestCluster';
import { ClusterObject } from '../../store/types';
import { Pod } from '../runtime/objects';
import { resources } from '../runtime/resources';
import { disruptionStatus, PodDisruptionBudget } from './disruptionStatus';

const selector = { matchLabels: { 'app.kubernetes.io/name': 'nova' } };

function object(
  apiVersion: string,
  kind: string,
  spec: object,
): Partial<ClusterObject> {
  return {
    apiVersion,
    kind,
    metadata: {
      name: 'nova',
      namespace: NAMESPACE,
    } as ClusterObject['metadata'],
    spec,
  };
}

describe('disruptionStatus', () => {
  const pods = (ready: number, unready = 0) =>
    [...Array(ready + unready).keys()].map(
      index =>
        ({
          metadata: {},
          status: {
            phase: 'Running',
            conditions: [
              { type: 'Ready', status: index < ready ? 'True' : 'False' },
            ],
          },
        } as unknown as Pod),
    );

  it.each([
    // spec, ready, unready, expected -> desiredHealthy, disruptionsAllowed
    [{ maxUnavailable: 1 }, 3, 0, 3, 2, 1],
    [{ maxUnavailable: 1 }, 2, 1, 3, 2, 0],
    [{ maxUnavailable: '50%' }, 3, 0, 3, 1, 2],
    [{ minAvailable: 2 }, 3, 0, 3, 2, 1],
    [{ minAvailable: '70%' }, 4, 0, 4, 3, 1],
    [{ minAvailable: 1 }, 1, 0, 1, 1, 0],
    [{ maxUnavailable: 0 }, 5, 0, 5, 5, 0],
  ])(
    'of %j with %d ready and %d not of %d',
    (spec, ready, unready, expected, desiredHealthy, disruptionsAllowed) => {
      const pdb = { metadata: {}, spec } as unknown as PodDisruptionBudget;
      expect(
        disruptionStatus(pdb, pods(ready, unready), expected, 0),
      ).toMatchObject({ desiredHealthy, disruptionsAllowed });
    },
  );
});

describe('a PodDisruptionBudget', () => {
  it('follows the pods of the Deployment', () => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({ replicas: 3 }),
      object('policy/v1', 'PodDisruptionBudget', {
        selector,
        maxUnavailable: 1,
      }),
    );
    test.until(() => test.readyPods().length === 3, 60);
    test.advance(1);
    const status = () =>
      test.get(resources.podDisruptionBudgets, 'nova').status;
    expect(status()).toMatchObject({
      expectedPods: 3,
      currentHealthy: 3,
      desiredHealthy: 2,
      disruptionsAllowed: 1,
      conditions: [{ type: 'DisruptionAllowed', status: 'True' }],
    });
    test.setFault('not-ready');
    test.advance(30);
    expect(status()).toMatchObject({
      currentHealthy: 0,
      disruptionsAllowed: 0,
      conditions: [{ status: 'False', reason: 'InsufficientPods' }],
    });
  });
});

describe('a ResourceQuota', () => {
  it('reports what the pods ask for', () => {
    const test = TestCluster.create();
    test.apply(
      object('v1', 'ResourceQuota', {
        hard: {
          'requests.cpu': '4',
          'limits.memory': '16Gi',
          pods: '10',
          services: '5',
        },
      }),
      agentDeployment({ replicas: 3 }),
    );
    test.advance(60);
    expect(test.get(resources.resourceQuotas, 'nova').status).toEqual({
      hard: {
        'requests.cpu': '4',
        'limits.memory': '16Gi',
        pods: '10',
        services: '5',
      },
      used: {
        'requests.cpu': '1500m',
        'limits.memory': '6Gi',
        pods: '3',
        services: '0',
      },
    });
  });

  it('that is exceeded shows as FailedCreate, and heals when it is raised', () => {
    const test = TestCluster.create();
    test.apply(object('v1', 'ResourceQuota', { hard: { pods: '2' } }));
    test.advance(1);
    test.apply(agentDeployment({ replicas: 3 }));
    test.advance(60);
    expect(test.readyPods()).toHaveLength(2);
    expect(test.messages('FailedCreate')[0]).toMatch(
      /^Error creating: pods "nova-\w+-\w+" is forbidden: exceeded quota: nova, requested: pods=1, used: pods=2, limited: pods=2$/,
    );
    const failure = test
      .deployment()
      .status?.conditions?.find(one => one.type === 'ReplicaFailure');
    expect(failure).toMatchObject({ status: 'True', reason: 'FailedCreate' });
    test.cluster.patch(
      resources.resourceQuotas,
      { namespace: NAMESPACE, name: 'nova' },
      { spec: { hard: { pods: '5' } } },
    );
    test.until(() => test.readyPods().length === 3, 90);
    test.advance(2);
    expect(
      test
        .deployment()
        .status?.conditions?.some(one => one.type === 'ReplicaFailure'),
    ).toBe(false);
  });
});

/** JSON as it travels: the Endpoints object has no type here. */
function subsetOf(endpoints: ClusterObject | undefined): any {
  return (endpoints?.subsets as any[] | undefined)?.[0];
}

describe('a Service', () => {
  it('has the addresses of its pods, ready and not', () => {
    const test = TestCluster.create();
    test.apply(
      agentDeployment({
        replicas: 2,
        container: { ports: [{ name: 'http', containerPort: 8080 }] },
      }),
      object('v1', 'Service', {
        selector: selector.matchLabels,
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      }),
    );
    const subset = () =>
      subsetOf(
        test.cluster.get(resources.endpoints, {
          namespace: NAMESPACE,
          name: 'nova',
        }),
      );
    test.until(() => subset()?.notReadyAddresses?.length === 2, 30);
    test.until(() => test.readyPods().length === 2, 60);
    test.advance(1);
    const addresses = test
      .pods()
      .map(pod => pod.status!.podIP)
      .sort();
    expect(
      subset()
        .addresses.map((one: any) => one.ip)
        .sort(),
    ).toEqual(addresses);
    expect(subset().ports).toEqual([
      { name: 'http', port: 8080, protocol: 'TCP' },
    ]);
    const [slice] = test.cluster.list(resources.endpointSlices, {
      namespace: NAMESPACE,
      labelSelector: 'kubernetes.io/service-name=nova',
    });
    expect(slice.endpoints).toMatchObject([
      { conditions: { ready: true, serving: true, terminating: false } },
      { conditions: { ready: true } },
    ]);
  });
});
