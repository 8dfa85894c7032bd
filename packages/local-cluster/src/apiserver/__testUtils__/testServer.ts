import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '../../clock/ManualClock';
import { MetricsSource } from '../../metrics/types';
import { Cluster, ClusterOptions } from '../../registry/Cluster';
import { createClusterApi } from '../../registry/createClusterApi';
import { startApiServer } from '../startApiServer';

export const START = '2026-01-01T00:00:00Z';

/** Metrics of pods and nodes that all do the same. */
export function steadyMetrics(cluster: () => Cluster): MetricsSource {
  const sample = { timestamp: START, windowSeconds: 30 };
  return {
    podMetrics: ({ namespace } = {}) =>
      cluster()
        .list({ group: '', resource: 'pods' }, { namespace })
        .map(({ metadata, spec }) => ({
          ...sample,
          namespace: metadata.namespace ?? '',
          name: metadata.name,
          labels: metadata.labels ?? {},
          containers: spec.containers.map(({ name }: { name: string }) => ({
            name,
            usage: { cpu: '250m', memory: '512Mi' },
          })),
        })),
    nodeMetrics: () =>
      cluster()
        .list({ group: '', resource: 'nodes' })
        .map(({ metadata }) => ({
          ...sample,
          name: metadata.name,
          usage: { cpu: '2', memory: '8Gi' },
        })),
    customMetricNames: () => [
      {
        resource: 'pods',
        namespaced: true,
        name: 'ai_inference_requests_per_second',
      },
    ],
    customMetric: ({ names }) =>
      names.map(name => ({ name, value: '30', timestamp: START })),
    externalMetricNames: () => ['queue_depth'],
    externalMetric: () => [
      { labels: { queue: 'chat' }, value: '7', timestamp: START },
    ],
  };
}

export interface TestServer {
  cluster: Cluster;
  clock: ManualClock;
  url: string;
  close: () => Promise<void>;
}

/** A server on a free port, with a clock that stands still. */
export async function startTestServer(
  options: Partial<ClusterOptions> = {},
): Promise<TestServer> {
  const clock = new ManualClock({ start: new Date(START) });
  const cluster = createClusterApi({ clock, ...options });
  const server = await startApiServer({
    cluster,
    clock,
    metrics: steadyMetrics(() => cluster),
    port: 0,
  });
  return { cluster, clock, ...server };
}

/** A folder with a kubeconfig for the server. */
export function writeKubeconfig(url: string): {
  folder: string;
  kubeconfig: string;
  remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'local-cluster-'));
  const kubeconfig = join(folder, 'config');
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'local',
      clusters: [{ name: 'local', cluster: { server: url } }],
      users: [{ name: 'nobody', user: {} }],
      contexts: [
        { name: 'local', context: { cluster: 'local', user: 'nobody' } },
      ],
    }),
  );
  return {
    folder,
    kubeconfig,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
