import { ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const SCRIPT = path.join(__dirname, 'local-cluster.ts');
const K8S = path.join(__dirname, '../../../../k8s');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

let directory: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'local-cluster-bin-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  fs.rmSync(directory, { recursive: true });
});

function start(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--require', TRANSFORM, SCRIPT, ...args],
    // The test runner's own settings are not for this process.
    { env: { PATH: process.env.PATH } },
  );
  children.push(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', data => {
    output.out += data;
  });
  child.stderr.on('data', data => {
    output.err += data;
  });
  const exit = new Promise<number | null>(resolve => {
    child.once('close', code => resolve(code));
  });
  const said = async (text: string) => {
    while (!output.out.includes(text)) {
      if (child.exitCode !== null) throw new Error(output.err);
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  };
  return { child, output, exit, said };
}

describe('local-cluster', () => {
  it('says that it is simulated, serves, and stops on SIGTERM with its state written', async () => {
    const kubeconfig = path.join(directory, 'kubeconfig');
    const state = path.join(directory, 'state.json');
    const { child, output, exit, said } = start(
      ...['--port', '0', '--kubeconfig', kubeconfig, '--state', state],
      ...['--manifests', path.join(K8S, 'ai-model-version-crd.yaml')],
      ...['--manifests', path.join(K8S, 'agents.yaml')],
      ...['--manifests', path.join(K8S, 'ai-model-examples.yaml')],
      ...['--namespace', 'suoke-agents'],
    );
    await said('get pods');
    expect(output.out).toContain('simulated cluster at http://127.0.0.1:');
    expect(fs.statSync(kubeconfig).mode & 0o777).toBe(0o600);
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(
      fs.readFileSync(kubeconfig, 'utf8'),
    )!;
    const version: any = await (await fetch(`${url}/version`)).json();
    expect(version.gitVersion).toBe('v1.36.0-local.suoke');
    const models: any = await (
      await fetch(
        `${url}/apis/ai.suoke.life/v1alpha1/namespaces/suoke-agents/aimodels`,
      )
    ).json();
    expect(models.items).toHaveLength(4);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(JSON.parse(fs.readFileSync(state, 'utf8')).format).toBe(1);
    expect(output.err).toBe('');
  }, 60_000);

  it.each([
    [
      ['--port', 'http'],
      '--port must be a port number from 0 to 65535, got "http"',
    ],
    [['--speed', '0'], '--speed must be a number above 0, got "0"'],
    [
      ['--namespace', 'No_Name'],
      `--namespace must be lower case letters, digits and '-', 63 at most, got "No_Name"`,
    ],
    [
      [
        ...['--port', '0', '--namespace', 'elsewhere'],
        ...['--manifests', path.join(K8S, 'ai-model-version-crd.yaml')],
        ...['--manifests', path.join(K8S, 'ai-model-examples.yaml')],
      ],
      `Manifest ${path.join(
        K8S,
        'ai-model-examples.yaml',
      )}: ModelRegistry suoke-models was refused: namespaces "elsewhere" not found`,
    ],
    [['--colour', 'red'], "Unknown option '--colour'"],
    [
      ['--port', '0', '--manifests', '/does/not/exist.yaml'],
      'Manifest /does/not/exist.yaml does not exist; give a file or a directory with --manifests',
    ],
  ])(
    'refuses %j in one sentence',
    async (args, message) => {
      const { output, exit } = start(...args);
      expect(await exit).toBe(1);
      expect(output.err).toContain(`[local-cluster] ${message}`);
      expect(output.err).not.toMatch(/^\s+at /m);
    },
    60_000,
  );

  it('refuses a port in use', async () => {
    const blocker = createServer();
    await new Promise<void>(resolve => {
      blocker.listen(0, '127.0.0.1', resolve);
    });
    const { port } = blocker.address() as AddressInfo;
    const { output, exit } = start('--port', String(port));
    expect(await exit).toBe(1);
    expect(output.err).toBe(
      `[local-cluster] Port ${port} on 127.0.0.1 is in use; stop what listens there or choose another with --port\n`,
    );
    blocker.close();
  }, 60_000);
});
