import { createClusterClient } from '@suoke/kubernetes-cache';
import { cleanUp } from './cleanUp';
import { readTestRun } from './testRun';

const stops: (() => Promise<void>)[] = [];

/** Registers what has to be stopped when everything is over. */
export function stopLater(stop: () => Promise<void>): void {
  stops.push(stop);
}

/** Removes what the run has created, and stops what it has started. */
export default async function endRun(): Promise<void> {
  const { cluster, id } = readTestRun();
  const client = createClusterClient(cluster);
  try {
    await cleanUp(client, id);
  } finally {
    client.close();
    for (const stop of stops) {
      await stop();
    }
  }
}
