import { createClusterClient } from '@suoke/kubernetes-cache';
import { cleanUp } from './cleanUp';
import { stopAll } from './stopLater';
import { readTestRun } from './testRun';

/** Removes what the run has created, and stops what it has started. */
export default async function endRun(): Promise<void> {
  const { cluster, id } = readTestRun();
  const client = createClusterClient(cluster);
  try {
    await cleanUp(client, id);
  } finally {
    client.close();
    await stopAll();
  }
}
