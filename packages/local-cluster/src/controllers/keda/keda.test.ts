import { agentDeployment, NAMESPACE } from '../../__testUtils__/fixtures';
import { TestCluster } from '../../__testUtils__/TestCluster';
import { CRDS_DIRECTORY } from '../../main/crdsDirectory';
import { applyManifests, readManifests } from '../../main/manifests';
import { ClusterObject } from '../../store/types';
import { findCondition } from '../runtime/conditions';
import { resources } from '../runtime/resources';

const SCALED_OBJECTS = { group: 'keda.sh', resource: 'scaledobjects' };
const nova = { namespace: NAMESPACE, name: 'nova' };

const scaledObject: Partial<ClusterObject> = {
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: nova as ClusterObject['metadata'],
  spec: {
    scaleTargetRef: { name: 'nova' },
    minReplicaCount: 1,
    maxReplicaCount: 6,
    triggers: [
      { type: 'cpu', metricType: 'Utilization', metadata: { value: '70' } },
      {
        type: 'prometheus',
        metadata: {
          serverAddress: 'http://prometheus:9090',
          query: 'sum(nova_requests_per_second)',
          threshold: '20',
        },
      },
    ],
  },
};

describe('ScaledObjectController', () => {
  function withKeda(): TestCluster {
    const test = TestCluster.create();
    applyManifests(test.cluster, readManifests([CRDS_DIRECTORY]));
    test.apply(agentDeployment({ replicas: 1 }), scaledObject);
    return test;
  }

  it('scales an agent through an HPA of its own', () => {
    const test = withKeda();
    test.until(() => test.deployment().spec.replicas! >= 3, 150);
    const hpa = test.hpa('keda-hpa-nova');
    expect(hpa.metadata.ownerReferences?.[0]).toMatchObject({
      kind: 'ScaledObject',
      name: 'nova',
    });
    expect(hpa.spec).toMatchObject({ minReplicas: 1, maxReplicas: 6 });
    expect(hpa.spec.metrics[1].external).toEqual({
      metric: {
        name: 's1-prometheus',
        selector: { matchLabels: { 'scaledobject.keda.sh/name': 'nova' } },
      },
      target: { type: 'AverageValue', averageValue: '20' },
    });
    const { status } = test.get(SCALED_OBJECTS, 'nova');
    expect(status).toMatchObject({
      hpaName: 'keda-hpa-nova',
      externalMetricNames: ['s1-prometheus'],
    });
    expect(findCondition(status.conditions, 'Ready')?.status).toBe('True');
    expect(test.errors).toEqual([]);
  });

  it('follows changes, pauses and goes', () => {
    const test = withKeda();
    test.advance(5);
    test.cluster.patch(SCALED_OBJECTS, nova, { spec: { maxReplicaCount: 9 } });
    test.advance(1);
    expect(test.hpa('keda-hpa-nova').spec.maxReplicas).toBe(9);
    const hpas = () =>
      test.cluster.list(resources.horizontalPodAutoscalers, {
        namespace: NAMESPACE,
      });
    const pause = (value: string | null) => {
      test.cluster.patch(SCALED_OBJECTS, nova, {
        metadata: { annotations: { 'autoscaling.keda.sh/paused': value } },
      });
      test.advance(1);
    };
    pause('true');
    expect(hpas()).toEqual([]);
    pause(null);
    expect(hpas()).toHaveLength(1);
    test.cluster.delete(SCALED_OBJECTS, nova);
    test.advance(1);
    expect(hpas()).toEqual([]);
  });
});
