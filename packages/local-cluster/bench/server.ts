// The measured cluster, in a process of its own so that its memory is its own. Talks to local-cluster.ts over IPC.
import { LocalCluster, startLocalCluster } from '../src';
import { fleet, NAMESPACE, nodePools, PODS_PER_AGENT } from './fleet';

const PODS = { group: '', resource: 'pods' };
const HPAS = { group: 'autoscaling', resource: 'horizontalpodautoscalers' };

/** The same clock in both processes, in milliseconds with fractions. */
const now = () => performance.timeOrigin + performance.now();

/** Time of one pass over all autoscalers, milliseconds. */
function hpaTickMs(local: LocalCluster): number {
  const keys = local.cluster
    .list(HPAS)
    .map(hpa => `${hpa.metadata.namespace}/${hpa.metadata.name}`);
  const begin = performance.now();
  for (const key of keys) local.controlPlane.hpa.reconcileNow(key);
  return performance.now() - begin;
}

async function main(agents: number) {
  const begin = performance.now();
  const local = await startLocalCluster({
    objects: fleet(agents),
    nodePools: nodePools(agents),
    warmHistoryMs: 60_000,
  });
  const startUpMs = performance.now() - begin;
  const pods = local.cluster.list(PODS, { namespace: NAMESPACE });
  const ready = pods.filter(pod =>
    pod.status?.conditions?.some(
      (one: { type: string; status: string }) =>
        one.type === 'Ready' && one.status === 'True',
    ),
  );
  if (ready.length !== agents * PODS_PER_AGENT) {
    throw new Error(`Only ${ready.length} pods are ready`);
  }
  const ticks = Array.from({ length: 7 }, () => hpaTickMs(local)).sort(
    (a, b) => a - b,
  );
  (globalThis as { gc?: () => void }).gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send!({
    type: 'ready',
    url: local.url,
    startUpMs,
    hpaTickMs: ticks[3],
    rss,
    heapUsed,
  });
  process.on('message', (message: { type: string; index: number }) => {
    if (message.type === 'stop') {
      local.stop().then(() => process.exit(0));
      return;
    }
    if (message.type !== 'change') return;
    const { namespace, name } = pods[message.index % pods.length].metadata;
    local.cluster.patch(
      PODS,
      { namespace, name },
      { metadata: { annotations: { 'bench/changed-at': String(now()) } } },
    );
  });
}

main(Number(process.argv[2])).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
