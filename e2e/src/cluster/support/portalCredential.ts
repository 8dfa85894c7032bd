import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ClusterClient } from '@suoke/kubernetes-cache';
import { readTestRun, testRunLabels } from './testRun';

const RBAC = 'rbac.authorization.k8s.io';
const CLUSTER_ROLE_FILE = path.join(
  path.dirname(
    require.resolve('@suoke/plugin-agent-scaling-backend/package.json'),
  ),
  'docs/clusterrole.yaml',
);

/**
 * A token for the portal that may do what its manual asks for, and nothing else: the documented ClusterRole, bound to a service account of
 * this run. A cluster that asks nobody for credentials takes any token.
 */
export async function createPortalToken(
  client: ClusterClient,
  namespace: string,
): Promise<string> {
  const { id, capabilities } = readTestRun();
  if (capabilities.authentication) {
    return 'local';
  }
  const name = `suoke-test-${id}-portal`;
  const metadata = { name, labels: testRunLabels() };
  const objects = [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace },
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata,
      rules: documentedRules(),
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
  for (const object of objects) {
    await client.applyServerSide(object, {
      fieldManager: 'suoke-cluster-suite',
    });
  }
  const { status } = await client.request<{ status: { token: string } }>(
    `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`,
    {
      method: 'POST',
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { expirationSeconds: 3_600 },
      },
    },
  );
  return status.token;
}

function documentedRules(): unknown {
  const role = parseAllDocuments(readFileSync(CLUSTER_ROLE_FILE, 'utf8'))
    .map(document => document.toJS())
    .find(({ kind }) => kind === 'ClusterRole');
  return role.rules;
}
