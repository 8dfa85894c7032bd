import {
  DefaultKubernetesCache,
  WatchedResource,
} from '@suoke/kubernetes-cache';
import { eventually } from './support/eventually';
import { deployment, hpa } from './support/objects';
import { useCluster } from './support/useCluster';
import { itWhereClusterHas } from './support/itWhereClusterHas';

const CLUSTER = 'under-test';
const DEPLOYMENTS = 'deployments.apps';
const REPLICA_SETS = 'replicasets.apps';
const HPAS = 'horizontalpodautoscalers.autoscaling';

interface Deployment {
  metadata: { uid: string; generation: number };
  spec: { replicas: number };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
  };
}

interface Pod {
  metadata: {
    name: string;
    annotations?: Record<string, string>;
    deletionTimestamp?: string;
  };
}

interface Hpa {
  status?: {
    currentReplicas?: number;
    desiredReplicas?: number;
    conditions?: {
      type: string;
      status: string;
      reason?: string;
      message?: string;
    }[];
  };
}

describe('workloads through the cache', () => {
  const { client, namespace, startCache } = useCluster();
  const inNamespace = (
    group: string,
    version: string,
    plural: string,
  ): WatchedResource => ({ group, version, plural, namespaces: [namespace] });
  const resources = [
    inNamespace('', 'v1', 'pods'),
    inNamespace('apps', 'v1', 'deployments'),
    inNamespace('apps', 'v1', 'replicasets'),
    inNamespace('autoscaling', 'v2', 'horizontalpodautoscalers'),
  ];
  const apply = (object: ReturnType<typeof deployment>) =>
    client.applyServerSide(object, { fieldManager: 'suoke-cluster-suite' });

  const whenRolledOut = (
    cache: DefaultKubernetesCache,
    name: string,
    options: { replicas: number; generation: number },
  ) =>
    eventually(
      `Deployment ${name} is rolled out`,
      () => {
        const found = cache.get<Deployment>(CLUSTER, DEPLOYMENTS, {
          namespace,
          name,
        });
        const { status } = found ?? {};
        return (
          status?.observedGeneration === found?.metadata.generation &&
          found?.metadata.generation === options.generation &&
          status?.replicas === options.replicas &&
          status?.updatedReplicas === options.replicas &&
          status?.availableReplicas === options.replicas &&
          found
        );
      },
      {
        timeoutMs: 240_000,
        lastSeen: () => [
          cache.get(CLUSTER, DEPLOYMENTS, { namespace, name }),
          cache.list(CLUSTER, 'pods'),
        ],
      },
    );

  /** The pods of a Deployment, found only by owners. */
  const podsOf = (cache: DefaultKubernetesCache, found: Deployment): Pod[] =>
    cache
      .ownedBy(CLUSTER, REPLICA_SETS, found.metadata.uid)
      .flatMap(({ metadata }) =>
        cache.ownedBy<Pod>(CLUSTER, 'pods', metadata.uid),
      )
      .filter(({ metadata }) => !metadata.deletionTimestamp);

  itWhereClusterHas(
    ['workloads'],
    'shows a Deployment, its rollout and its pods',
    async () => {
      const cache = await startCache({ resources });
      const generationsSeen = new Set<number | undefined>();
      cache.subscribe(({ resource, object }) => {
        if (resource === DEPLOYMENTS) {
          generationsSeen.add(object?.metadata.generation);
        }
      });
      await apply(
        deployment({
          namespace,
          name: 'web',
          replicas: 2,
          podAnnotations: { revision: 'one' },
        }),
      );
      const first = await whenRolledOut(cache, 'web', {
        replicas: 2,
        generation: 1,
      });
      await eventually('two pods', () => podsOf(cache, first).length === 2);

      await apply(
        deployment({
          namespace,
          name: 'web',
          replicas: 2,
          podAnnotations: { revision: 'two' },
        }),
      );
      const second = await whenRolledOut(cache, 'web', {
        replicas: 2,
        generation: 2,
      });
      await eventually(
        'only pods of the second revision',
        () => {
          const revisions = podsOf(cache, second).map(
            ({ metadata }) => metadata.annotations?.revision,
          );
          return (
            revisions.length === 2 &&
            revisions.every(revision => revision === 'two')
          );
        },
        { lastSeen: () => podsOf(cache, second) },
      );

      expect(second.metadata.uid).toBe(first.metadata.uid);
      expect(
        cache.ownedBy(CLUSTER, REPLICA_SETS, first.metadata.uid),
      ).toHaveLength(2);
      expect([...generationsSeen]).toEqual([1, 2]);
    },
  );

  itWhereClusterHas(
    ['workloads'],
    'shows an HPA that brings its target to the minimum, and its conditions',
    async () => {
      const cache = await startCache({ resources });
      await apply(deployment({ namespace, name: 'scaled', replicas: 1 }));
      await apply(
        hpa({
          namespace,
          name: 'scaled',
          target: 'scaled',
          minReplicas: 2,
          maxReplicas: 4,
        }),
      );
      const read = () =>
        cache.get<Hpa>(CLUSTER, HPAS, { namespace, name: 'scaled' });
      const condition = (type: string) =>
        read()?.status?.conditions?.find(each => each.type === type);

      await eventually(
        'the Deployment has two replicas',
        () =>
          cache.get<Deployment>(CLUSTER, DEPLOYMENTS, {
            namespace,
            name: 'scaled',
          })?.spec.replicas === 2,
        { lastSeen: read },
      );
      await eventually(
        'the HPA says whether it can read its metric',
        () =>
          condition('AbleToScale')?.status === 'True' &&
          condition('ScalingActive'),
        { lastSeen: read },
      );
      // Either way it says why: with a metrics API it reads the metric sooner or later, and without one it cannot.
      expect(condition('ScalingActive')).toMatchObject({
        status: expect.stringMatching(/^(True|False)$/),
        reason: expect.stringMatching(
          /^(ValidMetricFound|FailedGetResourceMetric)$/,
        ),
        message: expect.any(String),
      });
      expect(read()?.status?.desiredReplicas).toBeGreaterThanOrEqual(2);
    },
  );

  itWhereClusterHas(
    ['workloads', 'resourceMetrics'],
    'shows an HPA that reads CPU and stays within its bounds',
    async () => {
      const cache = await startCache({ resources });
      await apply(
        deployment({
          namespace,
          name: 'measured',
          // Much more than an idle pod uses.
          requests: { cpu: '50m', memory: '32Mi' },
        }),
      );
      await apply(hpa({ namespace, name: 'measured', target: 'measured' }));
      const read = () =>
        cache.get<Hpa>(CLUSTER, HPAS, { namespace, name: 'measured' });

      const active = await eventually(
        'the HPA has found its metric',
        () =>
          read()?.status?.conditions?.some(
            ({ type, status }) => type === 'ScalingActive' && status === 'True',
          ) && read(),
        { timeoutMs: 240_000, lastSeen: read },
      );
      expect(active.status).toMatchObject({
        currentReplicas: 1,
        desiredReplicas: 1,
      });
    },
  );

  it('shows an HPA without a target, which says that it has none', async () => {
    const cache = await startCache({ resources });
    await apply(hpa({ namespace, name: 'lost', target: 'nowhere' }));

    const found = await eventually(
      'the HPA says that it cannot scale',
      () =>
        cache
          .get<Hpa>(CLUSTER, HPAS, { namespace, name: 'lost' })
          ?.status?.conditions?.find(({ type }) => type === 'AbleToScale'),
      { lastSeen: () => cache.list(CLUSTER, HPAS) },
    );
    expect(found).toMatchObject({ status: 'False', reason: 'FailedGetScale' });
  });
});
