import {
  Cluster,
  ClusterClient,
  createClusterClient,
  KubernetesStatusError,
} from '@suoke/kubernetes-cache';
import { Capabilities } from './capabilities';
import { probePolicies } from './probePolicies';

/** Asks a cluster what it can do and what we may do; what it has to try it does in a namespace of the run. */
export async function probeCapabilities(
  cluster: Cluster,
  client: ClusterClient,
  runId: string,
): Promise<Capabilities> {
  const admissionPolicies =
    (await isServed(client, {
      groupVersion: 'admissionregistration.k8s.io/v1',
      resource: 'validatingadmissionpolicies',
      what: 'ValidatingAdmissionPolicy',
    })) ??
    (await mayCreate(
      client,
      'admissionregistration.k8s.io',
      'validatingadmissionpolicies',
    ));
  return {
    admissionPolicies,
    policyEnforcement:
      admissionPolicies ?? (await probePolicies(client, runId)),
    workloads: await probeWorkloads(client),
    crds: await mayCreate(
      client,
      'apiextensions.k8s.io',
      'customresourcedefinitions',
    ),
    authentication: await probeAuthentication(cluster),
    clusterRoles: await mayCreate(
      client,
      'rbac.authorization.k8s.io',
      'clusterrolebindings',
    ),
    vpa: await isServed(client, {
      groupVersion: 'autoscaling.k8s.io/v1',
      resource: 'verticalpodautoscalers',
      what: 'the VPA CRDs',
    }),
    keda: await isServed(client, {
      groupVersion: 'keda.sh/v1alpha1',
      resource: 'scaledobjects',
      what: 'KEDA',
    }),
    resourceMetrics: await isServed(client, {
      groupVersion: 'metrics.k8s.io/v1beta1',
      resource: 'pods',
      what: 'the metrics API',
    }),
  };
}

async function isServed(
  client: ClusterClient,
  options: { groupVersion: string; resource: string; what: string },
): Promise<string | undefined> {
  const { groupVersion, resource, what } = options;
  try {
    const { resources = [] } = await client.request<{
      resources?: { name: string }[];
    }>(`/apis/${groupVersion}`);
    return resources.some(({ name }) => name === resource)
      ? undefined
      : `the cluster does not serve ${what} (no ${resource} in ${groupVersion})`;
  } catch (error) {
    // An aggregated API whose server is down answers 503.
    if (error instanceof KubernetesStatusError) {
      return `the cluster does not serve ${what} (${groupVersion}: ${error.statusCode})`;
    }
    throw error;
  }
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
