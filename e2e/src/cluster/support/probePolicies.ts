import { ClusterClient, KubernetesStatusError } from '@suoke/kubernetes-cache';
import { remove } from './cleanUp';
import { TEST_RUN_LABEL } from './testRun';

const GROUP = 'admissionregistration.k8s.io';
const OBEYED_WITHIN_MS = 20_000;

/**
 * Finds out whether a cluster obeys ValidatingAdmissionPolicies, by one that refuses ConfigMaps in a namespace of its own: serving the
 * type is not enough.
 *
 * @returns why not, or nothing
 */
export async function probePolicies(
  client: ClusterClient,
  runId: string,
): Promise<string | undefined> {
  const name = `suoke-test-${runId}-probe`;
  try {
    for (const object of probe(name, runId)) {
      await client.applyServerSide(object, {
        fieldManager: 'suoke-cluster-suite',
      });
    }
    return (await isObeyed(client, name))
      ? undefined
      : `the cluster stores admission policies and does not obey them within ${
          OBEYED_WITHIN_MS / 1_000
        } s`;
  } finally {
    const collection = `/apis/${GROUP}/v1/validatingadmissionpolic`;
    await remove(client, `${collection}ybindings/${name}`);
    await remove(client, `${collection}ies/${name}`);
    await remove(client, `/api/v1/namespaces/${name}`);
  }
}

async function isObeyed(
  client: ClusterClient,
  namespace: string,
): Promise<boolean> {
  const deadline = Date.now() + OBEYED_WITHIN_MS;
  while (Date.now() < deadline) {
    try {
      await client.request(`/api/v1/namespaces/${namespace}/configmaps`, {
        method: 'POST',
        query: { dryRun: 'All' },
        body: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'refused' },
        },
      });
    } catch (error) {
      if (error instanceof KubernetesStatusError) {
        return true;
      }
      throw error;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  return false;
}

function probe(name: string, runId: string) {
  const metadata = { name, labels: { [TEST_RUN_LABEL]: runId } };
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata },
    {
      apiVersion: `${GROUP}/v1`,
      kind: 'ValidatingAdmissionPolicy',
      metadata,
      spec: {
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: [''],
              apiVersions: ['v1'],
              operations: ['CREATE'],
              resources: ['configmaps'],
            },
          ],
        },
        validations: [{ expression: "object.metadata.name != 'refused'" }],
      },
    },
    {
      apiVersion: `${GROUP}/v1`,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata,
      spec: {
        policyName: name,
        validationActions: ['Deny'],
        matchResources: {
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': name },
          },
        },
      },
    },
  ];
}
