import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import {
  agentDeployment,
  agentHpa,
  NAMESPACE,
  namespaceObject,
} from '../__testUtils__/fixtures';
import { ManualClock } from '../clock/ManualClock';
import { resources } from '../controllers/runtime/resources';
import {
  LocalCluster,
  LocalClusterOptions,
  startLocalCluster,
} from './startLocalCluster';

const run = promisify(execFile);
const started: LocalCluster[] = [];
let directory: string;

async function start(options: LocalClusterOptions): Promise<LocalCluster> {
  const local = await startLocalCluster(options);
  started.push(local);
  return local;
}

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'local-cluster-'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map(local => local.stop()));
  fs.rmSync(directory, { recursive: true });
});

const fleet = [namespaceObject(), agentDeployment({ replicas: 1 }), agentHpa()];

const hpaStatus = (local: LocalCluster) =>
  local.cluster.get(resources.horizontalPodAutoscalers, {
    namespace: NAMESPACE,
    name: 'nova',
  })?.status;

describe('startLocalCluster', () => {
  it('opens with half an hour of history that ends now', async () => {
    const begin = performance.now();
    const local = await start({ objects: fleet });
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect(Math.abs(local.clock.now() - Date.now())).toBeLessThan(2_000);
    const response = await fetch(
      `${local.url}/api/v1/namespaces/${NAMESPACE}/events`,
    );
    const { items } = (await response.json()) as { items: any[] };
    const rescales = items.filter(one => one.reason === 'SuccessfulRescale');
    expect(rescales.length).toBeGreaterThan(1);
    expect(hpaStatus(local).currentMetrics).toHaveLength(2);
    expect(local.kubeconfig).toContain(`server: ${local.url}`);
  });

  it('writes a kubeconfig that client-node takes', async () => {
    const clock = new ManualClock({ start: Date.UTC(2026, 0, 1) });
    const local = await start({ clock, objects: fleet });
    clock.advance(1_000);
    const config = new KubeConfig();
    config.loadFromString(local.kubeconfig);
    const { items } = await config
      .makeApiClient(CoreV1Api)
      .listNamespacedPod({ namespace: NAMESPACE });
    expect(items.map(pod => pod.metadata?.name)).toEqual([
      expect.stringMatching(/^nova-/),
    ]);
  });

  it('follows a clock that is given', async () => {
    const clock = new ManualClock({ start: Date.UTC(2026, 0, 1) });
    const local = await start({ clock, objects: fleet });
    expect(hpaStatus(local)?.conditions).toBeUndefined();
    clock.advance(60_000);
    expect(hpaStatus(local)?.conditions).toBeDefined();
  });

  it.each(['v1', 'v2'])(
    'serves an HPA that has not read a metric yet as autoscaling/%s, also as a table',
    async version => {
      const clock = new ManualClock({ start: Date.UTC(2026, 0, 1) });
      // Below its minimum an HPA scales without looking at any metric.
      const objects = [...fleet.slice(0, 2), agentHpa({ min: 2 })];
      const local = await start({ clock, objects });
      clock.advance(1_000);
      expect(hpaStatus(local).currentMetrics).toBeNull();
      const answer = async (accept: string) =>
        (
          await fetch(
            `${local.url}/apis/autoscaling/${version}/namespaces/${NAMESPACE}/horizontalpodautoscalers`,
            { headers: { accept } },
          )
        ).json() as Promise<any>;
      expect((await answer('application/json')).items).toHaveLength(1);
      const table = await answer(
        'application/json;as=Table;v=v1;g=meta.k8s.io',
      );
      expect(table.rows[0].cells.join(' ')).toContain('Deployment/nova');
    },
  );

  it('keeps its state, with uids, versions and what the HPA remembers', async () => {
    const stateFile = path.join(directory, 'state.json');
    const options = { stateFile, objects: fleet };
    const first = await start(options);
    const nova = { namespace: NAMESPACE, name: 'nova' };
    first.cluster.patch(resources.deployments, nova, {
      metadata: { labels: { changed: 'by-hand' } },
    });
    const before = first.cluster.get(resources.deployments, nova)!;
    const memories = first.controlPlane.hpa.exportMemories();
    await first.stop();
    expect(fs.statSync(stateFile).mode & 0o777).toBe(0o600);

    const second = await start(options);
    const after = second.cluster.get(resources.deployments, nova)!;
    expect(after.metadata.uid).toBe(before.metadata.uid);
    expect(after.metadata.labels?.changed).toBe('by-hand');
    expect(second.controlPlane.hpa.exportMemories()).toEqual(
      JSON.parse(JSON.stringify(memories)),
    );
  });

  it('sets a damaged state file aside and starts anew', async () => {
    const stateFile = path.join(directory, 'state.json');
    fs.writeFileSync(stateFile, '{"format":1,"clus');
    const messages: string[] = [];
    const local = await start({
      stateFile,
      objects: fleet,
      warmHistoryMs: 60_000,
      log: message => messages.push(message),
    });
    expect(messages[0]).toMatch(
      /^State file .*state.json is damaged \(.*\); it was kept as (.*state\.json\.damaged-\S+) and the cluster starts empty$/,
    );
    const [, aside] = /kept as (\S+)/.exec(messages[0])!;
    expect(fs.readFileSync(aside, 'utf8')).toBe('{"format":1,"clus');
    expect(hpaStatus(local)).toBeDefined();
  });

  it('says which port is in use', async () => {
    const blocker = createServer();
    await new Promise<void>(resolve => {
      blocker.listen(0, '127.0.0.1', resolve);
    });
    const { port } = blocker.address() as { port: number };
    await expect(startLocalCluster({ port, warmHistoryMs: 0 })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use; stop what listens there or choose another with --port`,
    );
    blocker.close();
  });
});

/** Whether kubectl is on the path; where it is not, the tests below would have nothing to drive. */
const hasKubectl = (process.env.PATH ?? '')
  .split(path.delimiter)
  .some(part => fs.existsSync(path.join(part, 'kubectl')));
if (!hasKubectl) {
  process.stderr.write('kubectl is not on the PATH: its tests are left out\n');
}
const describeWithKubectl = hasKubectl ? describe : describe.skip;

describeWithKubectl('kubectl', () => {
  let kubectl: (...args: string[]) => Promise<string>;
  beforeEach(async () => {
    const kubeconfigPath = path.join(directory, 'kubeconfig');
    // Fast, so that what takes a minute in the cluster takes two seconds here.
    await start({ objects: fleet, kubeconfigPath, speed: 30 });
    kubectl = async (...args) => {
      const { stdout } = await run(
        'kubectl',
        ['--kubeconfig', kubeconfigPath, '-n', NAMESPACE, ...args],
        { timeout: 60_000 },
      );
      return stdout;
    };
  });

  it('rolls out, rolls back and reads usage', async () => {
    await kubectl('set', 'image', 'deploy/nova', 'agent=suoke/nova:v2');
    expect(await kubectl('rollout', 'status', 'deploy/nova')).toContain(
      'successfully rolled out',
    );
    await kubectl('rollout', 'undo', 'deploy/nova');
    await kubectl('rollout', 'status', 'deploy/nova');
    expect(
      await kubectl(
        'get',
        'deploy/nova',
        '-o=jsonpath={.spec.template.spec.containers[0].image}',
      ),
    ).toBe('suoke/nova:v1.0.0');
    expect(await kubectl('top', 'pods')).toMatch(/nova-\S+ +\d+m +\d+Mi/);
    expect(await kubectl('top', 'nodes')).toMatch(/local-gpu-1 +\d+m/);
    expect(await kubectl('version')).toContain('v1.36.0-local.suoke');
  }, 90_000);

  it('sees an agent scale up when its load triples', async () => {
    const size = async () =>
      Number(
        await kubectl('get', 'deploy/nova', '-o=jsonpath={.spec.replicas}'),
      );
    await kubectl('annotate', 'deploy/nova', 'ai.suoke.life/fault=load-spike');
    await kubectl(
      'wait',
      '--for=jsonpath={.spec.replicas}=6',
      'deploy/nova',
      '--timeout=60s',
    );
    expect(await size()).toBe(6);
    expect(await kubectl('describe', 'hpa', 'nova')).toContain(
      'SuccessfulRescale',
    );
  }, 90_000);
});
