import { ClusterClient, KubernetesStatusError } from '@suoke/kubernetes-cache';
import { eventually } from './eventually';
import { TEST_RUN_LABEL } from './testRun';

/** Cluster-scoped types of which tests create objects; what lives in a namespace goes with it. */
const COLLECTIONS = [
  '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings',
  '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies',
  '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
  '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  '/api/v1/namespaces',
  // Last, because a definition takes its objects along.
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
];

/** Removes whatever still carries the label of a run, and waits until it is gone. */
export async function cleanUp(
  client: ClusterClient,
  runId: string,
): Promise<void> {
  for (const collection of COLLECTIONS) {
    for (const name of await labelled(client, collection, runId)) {
      await remove(client, `${collection}/${name}`);
    }
    await eventually(
      `objects of run ${runId} in ${collection} are gone`,
      async () =>
        (await labelled(client, collection, runId)).length === 0 && true,
    );
  }
}

/** Deletes an object; one that is gone already is fine. */
export async function remove(
  client: ClusterClient,
  path: string,
): Promise<void> {
  await client.request(path, { method: 'DELETE' }).catch(error => {
    if (!isNotFound(error)) {
      throw error;
    }
  });
}

async function labelled(
  client: ClusterClient,
  collection: string,
  runId: string,
): Promise<string[]> {
  const list = await client
    .request<{ items: { metadata: { name: string } }[] }>(collection, {
      query: { labelSelector: `${TEST_RUN_LABEL}=${runId}` },
    })
    .catch(error => {
      if (isNotFound(error) || isForbidden(error)) {
        return { items: [] };
      }
      throw error;
    });
  return list.items.map(({ metadata }) => metadata.name);
}

function isNotFound(error: unknown): boolean {
  return error instanceof KubernetesStatusError && error.statusCode === 404;
}

function isForbidden(error: unknown): boolean {
  return error instanceof KubernetesStatusError && error.statusCode === 403;
}
