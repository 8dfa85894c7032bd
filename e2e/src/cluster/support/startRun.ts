import { randomBytes } from 'node:crypto';
import { Cluster, createClusterClient } from '@suoke/kubernetes-cache';
import { startLocalCluster } from '@suoke/local-cluster';
import { CAPABILITIES } from './capabilities';
import { cleanUp } from './cleanUp';
import { stopAll, stopLater } from './stopLater';
import { installModelCrds } from './modelCrds';
import { probeCapabilities } from './probeCapabilities';
import { readKubeconfig } from './readKubeconfig';
import { publishTestRun, TEST_RUN_LABEL } from './testRun';

/** Cluster seconds per second: controllers that wait for minutes are not waited for. */
const LOCAL_SPEED = 10;

/** Finds the cluster to test (`CLUSTER_KUBECONFIG`, or a local one of our own), and what it can do. */
export default async function startRun(): Promise<void> {
  const id = randomBytes(4).toString('hex');
  const cluster = await findCluster();
  const client = createClusterClient(cluster);
  try {
    const version = await client.request<{ gitVersion: string }>('/version');
    say(`${cluster.url}, Kubernetes ${version.gitVersion}, run ${id}`);
    say(
      `if this run is killed: kubectl delete ns,crd,clusterrole,clusterrolebinding,validatingadmissionpolicy,validatingadmissionpolicybinding -l ${TEST_RUN_LABEL}=${id}`,
    );
    const capabilities = await probeCapabilities(cluster, client, id);
    for (const capability of CAPABILITIES) {
      const reason = capabilities[capability];
      if (reason) {
        say(`tests that need ${capability} are skipped: ${reason}`);
      }
    }
    if (!capabilities.crds) {
      await installModelCrds(client, id);
    }
    publishTestRun({ id, cluster, capabilities });
  } catch (error) {
    // Without a run there are no tests, and jest does not call the end of it.
    await cleanUp(client, id);
    await stopAll();
    throw error;
  } finally {
    client.close();
  }
}

async function findCluster(): Promise<Cluster> {
  const kubeconfig = process.env.CLUSTER_KUBECONFIG;
  if (kubeconfig) {
    return readKubeconfig(kubeconfig);
  }
  const local = await startLocalCluster({
    speed: LOCAL_SPEED,
    warmHistoryMs: 0,
  });
  stopLater(() => local.stop());
  return {
    name: 'under-test',
    url: local.url,
    credential: { type: 'token', token: 'local' },
  };
}

/** Standard output belongs to the report of jest. */
function say(text: string): void {
  process.stderr.write(`[cluster] ${text}\n`);
}
