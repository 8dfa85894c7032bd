import {
  Cluster,
  ClusterClient,
  createClusterClient,
  KubernetesStatusError,
} from '@suoke/kubernetes-cache';
import { Capabilities } from './capabilities';

/** Asks a cluster what it can do and what we may do, without changing anything. */
export async function probeCapabilities(
  cluster: Cluster,
  client: ClusterClient,
): Promise<Capabilities> {
  const [workloads, crds, policies, authentication, vpa, keda, metrics] =
    await Promise.all([
      probeWorkloads(client),
      mayCreate(client, 'apiextensions.k8s.io', 'customresourcedefinitions'),
      probePolicies(client),
      probeAuthentication(cluster),
      isServed(client, 'autoscaling.k8s.io/v1', 'the VPA CRDs'),
      isServed(client, 'keda.sh/v1alpha1', 'KEDA'),
      isServed(client, 'metrics.k8s.io/v1beta1', 'the metrics API'),
    ]);
  return {
    workloads,
    crds,
    authentication,
    admissionPolicies: policies,
    vpa,
    keda,
    resourceMetrics: metrics,
  };
}

async function isServed(
  client: ClusterClient,
  groupVersion: string,
  what: string,
): Promise<string | undefined> {
  try {
    await client.request(`/apis/${groupVersion}`);
    return undefined;
  } catch (error) {
    // An aggregated API whose server is down answers 503.
    if (error instanceof KubernetesStatusError) {
      return `the cluster does not serve ${what} (${groupVersion}: ${error.statusCode})`;
    }
    throw error;
  }
}

async function probePolicies(
  client: ClusterClient,
): Promise<string | undefined> {
  const group = 'admissionregistration.k8s.io';
  const { resources = [] } = await client.request<{
    resources?: { name: string }[];
  }>(`/apis/${group}/v1`);
  return resources.some(({ name }) => name === 'validatingadmissionpolicies')
    ? mayCreate(client, group, 'validatingadmissionpolicies')
    : 'the cluster does not serve ValidatingAdmissionPolicy (Kubernetes 1.30 does)';
}

async function mayCreate(
  client: ClusterClient,
  group: string,
  resource: string,
): Promise<string | undefined> {
  try {
    const review = await client.request<{ status?: { allowed?: boolean } }>(
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      {
        method: 'POST',
        body: {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: { resourceAttributes: { verb: 'create', group, resource } },
        },
      },
    );
    return review.status?.allowed
      ? undefined
      : `we may not create ${resource} in this cluster`;
  } catch (error) {
    // A cluster without authorization lets everyone do everything.
    if (error instanceof KubernetesStatusError && error.statusCode === 404) {
      return undefined;
    }
    throw error;
  }
}

/** A token that nobody issued must be refused; otherwise permissions cannot be tested. */
async function probeAuthentication(
  cluster: Cluster,
): Promise<string | undefined> {
  const stranger = createClusterClient({
    ...cluster,
    credential: { type: 'token', token: 'issued-by-nobody' },
  });
  try {
    await stranger.request('/api/v1/namespaces', { query: { limit: 1 } });
    return 'the cluster asks nobody for credentials';
  } catch (error) {
    if (error instanceof KubernetesStatusError) {
      return undefined;
    }
    throw error;
  } finally {
    stranger.close();
  }
}

interface Node {
  spec?: { unschedulable?: boolean; taints?: { effect: string }[] };
  status?: { conditions?: { type: string; status: string }[] };
}

async function probeWorkloads(
  client: ClusterClient,
): Promise<string | undefined> {
  const { items } = await client.request<{ items: Node[] }>('/api/v1/nodes');
  const usable = items.filter(
    ({ spec, status }) =>
      !spec?.unschedulable &&
      !spec?.taints?.some(({ effect }) => effect !== 'PreferNoSchedule') &&
      status?.conditions?.some(
        ({ type, status: value }) => type === 'Ready' && value === 'True',
      ),
  );
  return usable.length > 0
    ? undefined
    : 'no node is ready, schedulable and without taints';
}
