import { agentDeployment, NAMESPACE } from '../../__testUtils__/fixtures';
import { TestCluster } from '../../__testUtils__/TestCluster';
import { CRDS_DIRECTORY } from '../../main/crdsDirectory';
import { applyManifests, readManifests } from '../../main/manifests';
import { ClusterObject } from '../../store/types';
import { findCondition } from '../runtime/conditions';
import { resources } from '../runtime/resources';
import { parseQuantity } from '../runtime/quantity';

function vpa(updateMode: string, target: object = {}): Partial<ClusterObject> {
  return {
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: {
      name: 'nova',
      namespace: NAMESPACE,
    } as ClusterObject['metadata'],
    spec: {
      targetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'nova',
        ...target,
      },
      updatePolicy: { updateMode },
      resourcePolicy: {
        containerPolicies: [
          {
            containerName: 'agent',
            minAllowed: { cpu: '100m', memory: '128Mi' },
            maxAllowed: { cpu: '8', memory: '600Mi' },
          },
        ],
      },
    },
  };
}

function withVpa(updateMode: string, target?: object): TestCluster {
  const test = TestCluster.create();
  applyManifests(test.cluster, readManifests([CRDS_DIRECTORY]));
  test.apply(agentDeployment({ replicas: 2 }), vpa(updateMode, target));
  return test;
}

const statusOf = (test: TestCluster) =>
  test.get(resources.verticalPodAutoscalers, 'nova').status;

const requestsOf = (test: TestCluster) =>
  test.pods().map(pod => pod.spec.containers[0].resources!.requests!);

describe('VPA', () => {
  it('recommends from usage within the allowed range, and keeps a checkpoint', () => {
    const test = withVpa('Off');
    test.advance(900);
    const status = statusOf(test);
    expect(
      findCondition(status.conditions, 'RecommendationProvided')?.status,
    ).toBe('True');
    const [recommendation] = status.recommendation.containerRecommendations;
    const cpu = (part: string) => parseQuantity(recommendation[part].cpu);
    expect(recommendation.containerName).toBe('agent');
    expect(cpu('lowerBound')).toBeLessThanOrEqual(cpu('target'));
    expect(cpu('target')).toBeLessThanOrEqual(cpu('upperBound'));
    expect(parseQuantity(recommendation.target.memory)).toBe(600 * 2 ** 20);
    expect(parseQuantity(recommendation.uncappedTarget.memory)).toBeGreaterThan(
      600 * 2 ** 20,
    );
    const checkpoint = test.get(
      resources.verticalPodAutoscalerCheckpoints,
      'nova-agent',
    );
    expect(checkpoint.status.totalSamplesCount).toBeGreaterThan(20);
    expect(test.errors).toEqual([]);
  });

  it('touches no pod in mode Off, and new pods only in mode Initial', () => {
    const off = withVpa('Off');
    off.advance(600);
    off.patchDeployment({ spec: { replicas: 3 } });
    off.advance(30);
    expect(requestsOf(off).every(({ cpu }) => cpu === '500m')).toBe(true);

    const initial = withVpa('Initial');
    initial.advance(600);
    const before = requestsOf(initial);
    initial.patchDeployment({ spec: { replicas: 3 } });
    initial.advance(30);
    expect(before.every(({ cpu }) => cpu === '500m')).toBe(true);
    const admitted = initial
      .pods()
      .filter(pod => pod.metadata.annotations?.vpaUpdates);
    expect(admitted).toHaveLength(1);
    expect(admitted[0].metadata.annotations?.vpaUpdates).toMatch(
      /^Pod resources updated by nova: container 0: .*cpu request/,
    );
    const [container] = admitted[0].spec.containers;
    const { target } =
      statusOf(initial).recommendation.containerRecommendations[0];
    expect(parseQuantity(container.resources!.requests!.memory)).toBe(
      parseQuantity(target.memory),
    );
    // Limits keep their proportion of two to one.
    expect(parseQuantity(container.resources!.limits!.memory)).toBe(
      2 * parseQuantity(target.memory),
    );
  });

  it('says when the target is missing', () => {
    const test = withVpa('Off', { name: 'ghost' });
    test.advance(61);
    const { conditions } = statusOf(test);
    expect(findCondition(conditions, 'ConfigUnsupported')).toMatchObject({
      status: 'True',
      message: `Cannot read targetRef. Reason: Deployment ${NAMESPACE}/ghost does not exist`,
    });
    expect(findCondition(conditions, 'NoPodsMatched')?.status).toBe('True');
    expect(findCondition(conditions, 'RecommendationProvided')?.status).toBe(
      'False',
    );
  });

  it('asks for a topmost target', () => {
    const test = withVpa('Off');
    test.advance(10);
    const [rs] = test.replicaSets();
    test.cluster.patch(
      resources.verticalPodAutoscalers,
      { namespace: NAMESPACE, name: 'nova' },
      { spec: { targetRef: { kind: 'ReplicaSet', name: rs.metadata.name } } },
    );
    test.advance(61);
    expect(
      findCondition(statusOf(test).conditions, 'ConfigUnsupported')?.message,
    ).toContain('it should point to a topmost');
  });

  it('learns from kills for lack of memory', () => {
    const usage = (fault?: string) => {
      const test = withVpa('Off');
      test.cluster.patch(
        resources.verticalPodAutoscalers,
        { namespace: NAMESPACE, name: 'nova' },
        { spec: { resourcePolicy: null } },
      );
      test.advance(60);
      if (fault) test.setFault(fault);
      test.advance(400);
      return parseQuantity(
        statusOf(test).recommendation.containerRecommendations[0].target.memory,
      );
    };
    expect(usage('oom')).toBeGreaterThan(1.5 * usage());
  });
});
