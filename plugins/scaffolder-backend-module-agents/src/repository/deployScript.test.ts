import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fleet } from '@suoke/agent-manifests';
import { LocalCluster, startLocalCluster } from '@suoke/local-cluster';

const SCRIPT = resolve(
  __dirname,
  '../../../../k8s/deploy-agents-autoscaling.sh',
);
const DEPLOYMENTS = { group: 'apps', resource: 'deployments' };
const HPAS = { group: 'autoscaling', resource: 'horizontalpodautoscalers' };
const NAMESPACES = { group: '', resource: 'namespaces' };
const POLICIES = {
  group: 'admissionregistration.k8s.io',
  resource: 'validatingadmissionpolicies',
};

function exists(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

function run(args: string[], kubeconfig: string): Promise<Outcome> {
  return new Promise(done => {
    const child = execFile(
      'bash',
      [SCRIPT, ...args],
      { env: { ...process.env, KUBECONFIG: kubeconfig }, maxBuffer: 2 ** 24 },
      (_, stdout, stderr) =>
        done({ code: child.exitCode ?? 1, stdout, stderr }),
    );
    child.stdin?.end();
  });
}

const canRun = exists('kubectl') && exists('bash');
if (!canRun) {
  process.stderr.write('kubectl or bash is absent: the script is not run\n');
}

(canRun ? describe : describe.skip)('deploy-agents-autoscaling.sh', () => {
  const directory = mkdtempSync(join(tmpdir(), 'deploy-'));
  const kubeconfig = join(directory, 'kubeconfig');
  afterAll(() => rmSync(directory, { recursive: true }));

  describe('without a cluster', () => {
    it.each([
      [[], 2, /usage: /],
      [['destroy'], 2, /unknown command 'destroy'/],
      [['deploy', '--fast'], 2, /unknown option --fast/],
      [['deploy', '--namespace'], 2, /--namespace needs a value/],
      [['deploy', '--namespace', 'A_b'], 2, /is no Kubernetes name/],
      [['deploy', '--environment', 'x'], 2, /development, testing or/],
      [['deploy', '--yes'], 3, /has no current context/],
    ])('%j ends with %i', async (args, code, message) => {
      const outcome = await run(args, '/dev/null');
      expect(outcome.stderr).toMatch(message);
      expect(outcome.code).toBe(code);
    });

    it('prints help', async () => {
      const outcome = await run(['--help'], '/dev/null');
      expect(outcome.code).toBe(0);
      expect(outcome.stdout).toContain('exit codes:');
    });

    it('writes the dashboard for the namespace', async () => {
      const output = join(directory, 'dashboard.json');
      const outcome = await run(
        ['dashboard', '--namespace', 'staging', '--output', output],
        '/dev/null',
      );
      expect(outcome.code).toBe(0);
      const dashboard = JSON.parse(readFileSync(output, 'utf8'));
      expect(dashboard.templating.list[1]).toMatchObject({
        name: 'namespace',
        query: 'staging',
      });
    });
  });

  describe('with a cluster', () => {
    let local: LocalCluster;

    beforeEach(async () => {
      local = await startLocalCluster({
        warmHistoryMs: 0,
        // Pods start and metrics come within seconds of the test.
        speed: 20,
        kubeconfigPath: kubeconfig,
      });
    });
    afterEach(() => local.stop());

    const names = (key: typeof DEPLOYMENTS, namespace = 'suoke-agents') =>
      local.cluster
        .list(key, { namespace })
        .map(({ metadata }) => metadata.name)
        .sort();

    it('asks before it changes anything', async () => {
      const outcome = await run(['deploy'], kubeconfig);
      expect(outcome.code).toBe(2);
      expect(outcome.stderr).toMatch(/context local\nnamespace: suoke-agents/);
      expect(outcome.stderr).toContain('give --yes');
      expect(local.cluster.get(NAMESPACES, { name: 'suoke-agents' })).toBe(
        undefined,
      );
    });

    it('changes nothing in a dry run', async () => {
      const outcome = await run(['deploy', '--dry-run'], kubeconfig);
      expect(outcome.code).toBe(0);
      expect(local.cluster.get(NAMESPACES, { name: 'suoke-agents' })).toBe(
        undefined,
      );
    });

    it('deploys, finds everything well, finds what is broken, and cleans up only what is ours', async () => {
      const deployed = await run(['deploy', '--yes'], kubeconfig);
      expect(deployed).toMatchObject({ code: 0 });
      expect(names(HPAS)).toEqual(fleet.map(({ name }) => name).sort());

      let verified = await run(['verify'], kubeconfig);
      for (let n = 0; verified.code !== 0 && n < 30; n += 1) {
        await sleep(1000);
        verified = await run(['verify'], kubeconfig);
      }
      expect(verified.stdout).not.toContain('FAIL');
      expect(verified.stdout).toContain(
        'ok    metric ai_inference_requests_per_second has a value',
      );
      expect(verified.code).toBe(0);

      local.cluster.delete(HPAS, { namespace: 'suoke-agents', name: 'soer' });
      const broken = await run(['verify'], kubeconfig);
      expect(broken.stdout).toContain('FAIL  HPA soer is missing: run deploy');
      expect(broken.code).toBe(1);

      local.cluster.create(DEPLOYMENTS, {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'foreign', namespace: 'suoke-agents' } as never,
        spec: {
          replicas: 0,
          selector: { matchLabels: { app: 'foreign' } },
          template: {
            metadata: { labels: { app: 'foreign' } },
            spec: { containers: [{ name: 'main', image: 'example/x:v1' }] },
          },
        },
      });
      const cleaned = await run(['cleanup', '--yes'], kubeconfig);
      expect(cleaned.code).toBe(0);
      expect(cleaned.stderr).toContain(
        'stays, because it holds other things: deployment.apps/foreign',
      );
      expect(names(DEPLOYMENTS)).toEqual(['foreign']);
      expect(names(HPAS)).toEqual([]);
      expect(local.cluster.list(POLICIES)).toEqual([]);
    }, 120_000);

    it('deploys the sizes of an environment into another namespace', async () => {
      const outcome = await run(
        [
          'deploy',
          '--yes',
          '--namespace',
          'staging',
          '--environment',
          'development',
          '--without-models',
        ],
        kubeconfig,
      );
      expect(outcome).toMatchObject({ code: 0 });
      expect(
        local.cluster.get(HPAS, { namespace: 'staging', name: 'xiaoai' })?.spec,
      ).toMatchObject({ minReplicas: 1, maxReplicas: 2 });
      expect(
        local.cluster.list(POLICIES).map(({ metadata }) => metadata.name),
      ).toEqual(['gpu-range.laoke.staging', 'gpu-range.xiaoai.staging']);
      expect(
        local.cluster.get(DEPLOYMENTS, { namespace: 'staging', name: 'xiaoai' })
          ?.spec.template.spec.containers[0].env,
      ).toContainEqual({
        name: 'MODEL_SERVER_URL',
        value: 'http://xiaoai-model-server.staging.svc:8000',
      });
    }, 60_000);
  });
});
