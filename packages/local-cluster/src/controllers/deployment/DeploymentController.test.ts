import { agentDeployment, NAMESPACE } from '../../__testUtils__/fixtures';
import { TestCluster } from '../../__testUtils__/TestCluster';
import { findCondition } from '../runtime/conditions';
import { resources } from '../runtime/resources';
import { REVISION, revisionOf } from './revisions';

const image = (tag: string) => ({
  spec: {
    template: {
      spec: {
        containers: [
          {
            ...agentDeployment().spec!.template.spec.containers[0],
            image: `suoke/nova:${tag}`,
          },
        ],
      },
    },
  },
});

function rolledOut(replicas = 3, spec = {}): TestCluster {
  const test = TestCluster.create();
  test.apply(agentDeployment({ replicas, spec }));
  test.until(() => test.isRolledOut(), 60);
  return test;
}

describe('DeploymentController', () => {
  it('brings a new Deployment to its size and says so', () => {
    const test = rolledOut(3);
    const { status, metadata } = test.deployment();
    expect(test.errors).toEqual([]);
    expect(metadata.annotations?.[REVISION]).toBe('1');
    expect(status).toMatchObject({ replicas: 3, readyReplicas: 3 });
    const [rs] = test.replicaSets();
    expect(findCondition(status?.conditions, 'Progressing')).toMatchObject({
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: `ReplicaSet "${rs.metadata.name}" has successfully progressed.`,
    });
    expect(findCondition(status?.conditions, 'Available')?.status).toBe('True');
    expect(test.messages('ScalingReplicaSet')).toEqual([
      `Scaled up replica set ${rs.metadata.name} from 0 to 3`,
    ]);
    expect(test.messages('SuccessfulCreate')).toHaveLength(3);
  });

  it.each([
    [1, 0],
    [0, 1],
    ['50%', '25%'],
    [3, 3],
  ])(
    'stays within maxSurge %s and maxUnavailable %s during a rolling update',
    (maxSurge, maxUnavailable) => {
      const test = rolledOut(4, {
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge, maxUnavailable },
        },
      });
      const surge = maxSurge === '50%' ? 2 : Number(maxSurge);
      const unavailable = maxUnavailable === '25%' ? 1 : Number(maxUnavailable);
      test.patchDeployment(image('v2'));
      let most = 0;
      let fewest = Infinity;
      test.until(() => {
        const running = test
          .pods()
          .filter(pod => !pod.metadata.deletionTimestamp);
        most = Math.max(most, running.length);
        fewest = Math.min(fewest, test.readyPods().length);
        return test.isRolledOut();
      }, 300);
      expect(most).toBeLessThanOrEqual(4 + surge);
      expect(fewest).toBeGreaterThanOrEqual(4 - unavailable);
      expect(
        test
          .readyPods()
          .every(pod => pod.spec.containers[0].image === 'suoke/nova:v2'),
      ).toBe(true);
    },
  );

  it('takes the old ReplicaSet again when the template goes back, with a new revision', () => {
    const test = rolledOut(2);
    const [first] = test.replicaSets();
    test.patchDeployment(image('v2'));
    test.until(() => test.isRolledOut(), 120);
    test.patchDeployment({
      spec: { template: agentDeployment().spec!.template },
    });
    test.until(() => test.isRolledOut(), 120);
    expect(test.replicaSets()).toHaveLength(2);
    const again = test
      .replicaSets()
      .find(rs => rs.metadata.uid === first.metadata.uid)!;
    expect(revisionOf(again)).toBe(3);
    expect(
      again.metadata.annotations?.['deployment.kubernetes.io/revision-history'],
    ).toBe('1');
    expect(test.deployment().metadata.annotations?.[REVISION]).toBe('3');
  });

  it('makes no new ReplicaSet while paused, but still scales', () => {
    const test = rolledOut(2);
    test.patchDeployment({ spec: { paused: true } });
    test.patchDeployment(image('v2'));
    test.patchDeployment({ spec: { replicas: 4 } });
    test.advance(60);
    expect(test.replicaSets()).toHaveLength(1);
    expect(test.readyPods()).toHaveLength(4);
    expect(
      findCondition(test.deployment().status?.conditions, 'Progressing'),
    ).toMatchObject({ status: 'Unknown', reason: 'DeploymentPaused' });
    test.patchDeployment({ spec: { paused: false } });
    test.until(() => test.isRolledOut(), 200);
    expect(test.replicaSets()).toHaveLength(2);
  });

  it('starts no new pod before the last old one is gone with Recreate', () => {
    const test = rolledOut(2, { strategy: { type: 'Recreate' } });
    test.patchDeployment(image('v2'));
    let images = new Set<string>();
    test.until(() => {
      images = new Set(test.pods().map(pod => pod.spec.containers[0].image));
      expect(images.size).toBeLessThanOrEqual(1);
      return test.isRolledOut() && images.has('suoke/nova:v2');
    }, 120);
  });

  it('reports a rollout that does not progress, keeps the old pods, and heals', () => {
    const test = rolledOut(2, { progressDeadlineSeconds: 60 });
    test.setFault('image-pull');
    test.patchDeployment(image('v2'));
    test.advance(120);
    expect(
      findCondition(test.deployment().status?.conditions, 'Progressing'),
    ).toMatchObject({ status: 'False', reason: 'ProgressDeadlineExceeded' });
    expect(test.readyPods()).toHaveLength(2);
    test.setFault(null);
    test.until(() => test.isRolledOut(), 120);
    expect(
      findCondition(test.deployment().status?.conditions, 'Progressing'),
    ).toMatchObject({ status: 'True', reason: 'NewReplicaSetAvailable' });
  });

  it('keeps revisionHistoryLimit old ReplicaSets', () => {
    const test = rolledOut(1, { revisionHistoryLimit: 2 });
    for (const tag of ['v2', 'v3', 'v4', 'v5']) {
      test.patchDeployment(image(tag));
      test.until(() => test.isRolledOut(), 120);
    }
    test.advance(5);
    expect(
      test
        .replicaSets()
        .map(revisionOf)
        .sort((a, b) => a - b),
    ).toEqual([3, 4, 5]);
  });

  it('takes its pods along when it is deleted', () => {
    const test = rolledOut(2);
    test.cluster.delete(resources.deployments, {
      namespace: NAMESPACE,
      name: 'nova',
    });
    test.advance(60);
    expect(test.pods()).toEqual([]);
    expect(test.replicaSets()).toEqual([]);
  });
});
