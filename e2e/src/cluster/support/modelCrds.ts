import { ClusterClient, KubernetesStatusError } from '@suoke/kubernetes-cache';
import { eventually } from './eventually';
import { readManifests } from './readManifests';
import { TEST_RUN_LABEL } from './testRun';

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/** Installs those of our definitions that are absent, and answers their names; those that are there are left as they are. */
export async function installModelCrds(
  client: ClusterClient,
  runId: string,
): Promise<string[]> {
  const installed: string[] = [];
  for (const crd of readManifests('ai-model-version-crd.yaml')) {
    const { name } = crd.metadata;
    if (!(await exists(client, name))) {
      const labels = { ...crd.metadata.labels, [TEST_RUN_LABEL]: runId };
      await client.applyServerSide(
        { ...crd, metadata: { ...crd.metadata, labels } },
        { fieldManager: 'suoke-cluster-suite' },
      );
      installed.push(name);
    }
    await whenEstablished(client, name);
  }
  return installed;
}

/** Waits until objects of a definition can be created. */
export async function whenEstablished(
  client: ClusterClient,
  name: string,
): Promise<void> {
  await eventually(`${name} is established`, async () => {
    const { status } = await client.request<{
      status?: { conditions?: { type: string; status: string }[] };
    }>(`${CRDS}/${name}`);
    return status?.conditions?.some(
      condition =>
        condition.type === 'Established' && condition.status === 'True',
    );
  });
}

async function exists(client: ClusterClient, name: string): Promise<boolean> {
  try {
    await client.request(`${CRDS}/${name}`);
    return true;
  } catch (error) {
    if (error instanceof KubernetesStatusError && error.statusCode === 404) {
      return false;
    }
    throw error;
  }
}
