import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AGENT_LABEL } from '@suoke/agent-manifests';
import agentScalingPlugin from '@suoke/plugin-agent-scaling-backend';
import { eventually } from './support/eventually';
import { deployment, hpa } from './support/objects';
import { createPortalToken } from './support/portalCredential';
import { itWhereClusterHas } from './support/itWhereClusterHas';
import { useCluster } from './support/useCluster';

interface AgentRow {
  name: string;
  namespace: string;
  cluster: string;
  replicas: { min: number; current: number; desired: number; max: number };
  pods: { ready: number; total: number };
}

describe('the portal on a cluster', () => {
  const { client, cluster, namespace } = useCluster();
  // Closes its connections when all is over; the backend's own database would keep the process alive.
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const stops: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
  });

  /** The plugin as a portal has it, with the credential that its manual asks for. */
  async function startPortal() {
    const token = await createPortalToken(client, namespace);
    const backend = await startTestBackend({
      features: [
        agentScalingPlugin,
        catalogServiceMock.factory(),
        mockServices.database.factory({
          knex: await databases.init('SQLITE_3'),
        }),
        mockServices.rootConfig.factory({
          data: {
            agentScaling: { namespaces: [namespace] },
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: cluster.name,
                      url: cluster.url,
                      authProvider: 'serviceAccount',
                      serviceAccountToken: token,
                      skipTLSVerify: cluster.skipTLSVerify ?? false,
                      ...(cluster.ca && {
                        caData: Buffer.from(cluster.ca).toString('base64'),
                      }),
                    },
                  ],
                },
              ],
            },
          },
        }),
      ],
    });
    stops.push(() => backend.stop());
    return async <T>(path: string): Promise<T> => {
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/agent-scaling${path}`,
      );
      return response.json() as Promise<T>;
    };
  }

  itWhereClusterHas(
    ['workloads', 'clusterRoles'],
    'shows an agent, its pods and its autoscaler with the documented permissions only',
    async () => {
      const labels = {
        'app.kubernetes.io/name': 'echo',
        'app.kubernetes.io/component': 'agent',
        'app.kubernetes.io/part-of': 'suoke',
        [AGENT_LABEL]: 'echo',
      };
      for (const object of [
        deployment({ namespace, name: 'echo', labels }),
        hpa({
          namespace,
          name: 'echo',
          target: 'echo',
          minReplicas: 2,
          maxReplicas: 5,
        }),
      ]) {
        await client.applyServerSide(object, {
          fieldManager: 'suoke-cluster-suite',
        });
      }
      const get = await startPortal();

      let seen: unknown;
      const row = await eventually(
        'the agent has two ready pods, as its autoscaler wants',
        async () => {
          const { items } = await get<{ items: AgentRow[] }>('/agents');
          seen = items;
          return items.find(
            ({ name, replicas, pods }) =>
              name === 'echo' && replicas.current === 2 && pods.ready === 2,
          );
        },
        { timeoutMs: 240_000, lastSeen: () => seen },
      );
      expect(row).toMatchObject({
        namespace,
        cluster: cluster.name,
        replicas: { min: 2, current: 2, desired: 2, max: 5 },
        pods: { ready: 2, total: 2 },
      });

      const detail = await get<{
        podList: unknown[];
        hpa: { conditions: { type: string }[] };
      }>(`/agents/${cluster.name}/${namespace}/echo`);
      expect(detail.podList).toHaveLength(2);
      expect(detail.hpa.conditions.map(({ type }) => type)).toContain(
        'AbleToScale',
      );

      const { items } = await get<{
        items: {
          name: string;
          state: string;
          resources: { resource: string; state: string }[];
        }[];
      }>('/clusters');
      expect(items).toMatchObject([{ name: cluster.name, state: 'Connected' }]);
    },
  );
});
