import { eventually } from './support/eventually';
import { deployment } from './support/objects';
import { useCluster } from './support/useCluster';
import { itWhereClusterHas } from './support/itWhereClusterHas';

const VPAS = 'verticalpodautoscalers.autoscaling.k8s.io';

describe('vertical pod autoscalers', () => {
  const { client, namespace, startCache } = useCluster();
  const vpa = (updateMode: string) => ({
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: { name: 'advised', namespace },
    spec: {
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'advised' },
      updatePolicy: { updateMode },
      resourcePolicy: {
        containerPolicies: [
          {
            containerName: 'pause',
            controlledResources: ['cpu', 'memory'],
            minAllowed: { cpu: '10m', memory: '16Mi' },
            maxAllowed: { cpu: '100m', memory: '64Mi' },
          },
        ],
      },
    },
  });

  itWhereClusterHas(
    ['vpa'],
    'are accepted, and the cache shows them',
    async () => {
      const cache = await startCache({
        resources: [
          {
            group: 'autoscaling.k8s.io',
            version: 'v1',
            plural: 'verticalpodautoscalers',
            namespaces: [namespace],
            optional: true,
          },
        ],
      });
      expect(cache.clusters()[0].resources[VPAS].state).toBe('Synced');

      await client.applyServerSide(deployment({ namespace, name: 'advised' }), {
        fieldManager: 'suoke-cluster-suite',
      });
      await client.applyServerSide(vpa('Off'), {
        fieldManager: 'suoke-cluster-suite',
      });
      const held = await eventually('the VPA is held', () =>
        cache.get('under-test', VPAS, { namespace, name: 'advised' }),
      );

      expect(held).toMatchObject(vpa('Off'));
    },
  );

  itWhereClusterHas(['vpa'], 'are refused with an unknown mode', async () => {
    await expect(
      client.applyServerSide(vpa('Sometimes'), {
        fieldManager: 'suoke-cluster-suite',
        dryRun: true,
      }),
    ).rejects.toMatchObject({
      name: 'KubernetesStatusError',
      serverMessage: expect.stringContaining('updateMode'),
    });
  });
});
