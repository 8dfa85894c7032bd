import {
  ClusterClient,
  KubernetesStatusError,
  resourcePath,
} from '@suoke/kubernetes-cache';
import { eventually } from './eventually';
import { readManifests } from './readManifests';
import { TEST_RUN_LABEL } from './testRun';

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/** Installs those of our definitions that are absent; those that are there are used as they are. */
export async function installModelCrds(
  client: ClusterClient,
  runId: string,
): Promise<void> {
  for (const crd of readManifests('ai-model-version-crd.yaml')) {
    const { name } = crd.metadata;
    if (!(await exists(client, name))) {
      const labels = { ...crd.metadata.labels, [TEST_RUN_LABEL]: runId };
      await client.applyServerSide(
        { ...crd, metadata: { ...crd.metadata, labels } },
        { fieldManager: 'suoke-cluster-suite' },
      );
    }
    await whenEstablished(client, name);
  }
}

interface Definition {
  spec: {
    group: string;
    names: { plural: string };
    versions: { name: string }[];
  };
  status?: { conditions?: { type: string; status: string }[] };
}

/** Waits until objects of a definition can be created: a server serves a type a moment after it has called it established. */
export async function whenEstablished(
  client: ClusterClient,
  name: string,
): Promise<void> {
  const { spec } = await eventually(`${name} is established`, async () => {
    const definition = await client.request<Definition>(`${CRDS}/${name}`);
    return (
      definition.status?.conditions?.some(
        ({ type, status }) => type === 'Established' && status === 'True',
      ) && definition
    );
  });
  const path = resourcePath({
    group: spec.group,
    version: spec.versions[0].name,
    plural: spec.names.plural,
  });
  await eventually(`${path} is served`, () =>
    client.request(path, { query: { limit: 1 } }).catch(error => {
      if (error instanceof KubernetesStatusError) {
        return undefined;
      }
      throw error;
    }),
  );
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
