import {
  fleet,
  gpuPolicyName,
  modelServerName,
  renderAgent,
} from '@suoke/agent-manifests';
import { eventually } from './support/eventually';
import { inTestRun } from './support/inTestRun';
import { cpuMetric, deployment, hpa } from './support/objects';
import { Manifest } from './support/readManifests';
import { useCluster } from './support/useCluster';
import { itWhereClusterHas } from './support/itWhereClusterHas';

describe('what a cluster refuses', () => {
  const { client, namespace } = useCluster();
  const apply = (object: Manifest, dryRun = true) =>
    client.applyServerSide(object, {
      fieldManager: 'suoke-cluster-suite',
      dryRun,
    });
  const queueMetric = {
    type: 'External',
    external: {
      metric: { name: 'queue_length' },
      target: { type: 'AverageValue', averageValue: '30' },
    },
  };

  it.each([
    [
      'a part of a GPU',
      () =>
        deployment({
          namespace,
          name: 'half-gpu',
          limits: { 'nvidia.com/gpu': '0.5' },
          requests: {},
        }),
      'must be an integer',
    ],
    [
      'a GPU request that differs from its limit',
      () =>
        deployment({
          namespace,
          name: 'uneven-gpu',
          requests: { 'nvidia.com/gpu': '1' },
          limits: { 'nvidia.com/gpu': '2' },
        }),
      'nvidia.com/gpu',
    ],
    [
      'a request above its limit',
      () =>
        deployment({
          namespace,
          name: 'greedy',
          requests: { memory: '2Gi' },
          limits: { memory: '1Gi' },
        }),
      'must be less than or equal to memory limit',
    ],
    [
      'an HPA with a minimum above its maximum',
      () =>
        hpa({
          namespace,
          name: 'upside-down',
          target: 'x',
          minReplicas: 5,
          maxReplicas: 2,
        }),
      'spec.maxReplicas',
    ],
    [
      'an HPA to zero without an Object or External metric',
      () => hpa({ namespace, name: 'zero', target: 'x', minReplicas: 0 }),
      /minReplicas|at least one Object or External metric/,
    ],
    [
      'an HPA without a maximum',
      () => hpa({ namespace, name: 'endless', target: 'x', maxReplicas: 0 }),
      'spec.maxReplicas',
    ],
    [
      'an HPA metric without a target value',
      () =>
        hpa({
          namespace,
          name: 'aimless',
          target: 'x',
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { type: 'Utilization' } },
            },
          ],
        }),
      'averageUtilization',
    ],
  ])('%s', async (_, object, words) => {
    await expect(apply(object())).rejects.toMatchObject({
      name: 'KubernetesStatusError',
      statusCode: 422,
      serverMessage: expect.stringMatching(words),
    });
  });

  it.each([
    [
      'whole GPUs',
      () =>
        deployment({
          namespace,
          name: 'gpus',
          limits: { 'nvidia.com/gpu': '2' },
          requests: {},
        }),
    ],
    [
      'an HPA on several metrics',
      () =>
        hpa({
          namespace,
          name: 'several',
          target: 'x',
          metrics: [cpuMetric, queueMetric],
        }),
    ],
  ])('but takes %s', async (_, object) => {
    await expect(apply(object())).resolves.toMatchObject({
      metadata: { uid: expect.any(String) },
    });
  });

  itWhereClusterHas(
    ['policyEnforcement'],
    'a model server outside of the GPU range of its agent, by the policy that we render',
    async () => {
      const spec = {
        ...fleet.find(({ name }) => name === 'xiaoai')!,
        namespace,
      };
      const rendered = renderAgent(spec).map(object =>
        inTestRun(object, namespace),
      );
      for (const object of rendered.filter(({ kind }) =>
        kind.startsWith('ValidatingAdmissionPolicy'),
      )) {
        await apply(object, false);
      }
      const server = rendered.find(
        ({ kind, metadata }) =>
          kind === 'Deployment' && metadata.name === modelServerName(spec),
      )!;
      const withGpus = (count: number) => {
        const changed = structuredClone(server) as Manifest & {
          spec: {
            template: {
              spec: {
                containers: { resources: { limits: Record<string, string> } }[];
              };
            };
          };
        };
        changed.spec.template.spec.containers[0].resources.limits[
          'nvidia.com/gpu'
        ] = String(count);
        return changed;
      };

      // A policy needs some seconds until the API server obeys it.
      const refusal = await eventually('five GPUs are refused', () =>
        apply(withGpus(5)).then(
          () => undefined,
          (error: Error) => error,
        ),
      );
      expect(refusal).toMatchObject({
        name: 'KubernetesStatusError',
        statusCode: 422,
        serverMessage: expect.stringContaining(
          'needs a limit of 1 to 4 nvidia.com/gpu',
        ),
      });
      expect(refusal.message).toContain(gpuPolicyName(spec));
      await expect(apply(withGpus(4))).resolves.toBeDefined();
      await expect(apply(withGpus(1))).resolves.toBeDefined();
    },
  );
});
