import { execFile, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  deploymentYaml,
  widgetCrdYaml,
  widgetYaml,
} from './__testUtils__/manifests';
import {
  startTestServer,
  TestServer,
  writeKubeconfig,
} from './__testUtils__/testServer';

const found = spawnSync('kubectl', ['version', '--client']).status === 0;
if (!found)
  process.stdout.write(
    'SKIPPED kubectl.test.ts: there is no kubectl on the PATH\n',
  );

jest.setTimeout(60_000);

(found ? describe : describe.skip)('the real kubectl', () => {
  let server: TestServer;
  let config: ReturnType<typeof writeKubeconfig>;

  beforeEach(async () => {
    server = await startTestServer();
    config = writeKubeconfig(server.url);
  });
  afterEach(async () => {
    await server.close();
    config.remove();
  });

  const environment = () => ({
    ...process.env,
    KUBECONFIG: config.kubeconfig,
    HOME: config.folder,
  });

  /** Both streams and the exit code; never throws. */
  function run(
    ...args: string[]
  ): Promise<{ out: string; err: string; code: number }> {
    return new Promise(resolve => {
      execFile('kubectl', args, { env: environment() }, (error, out, err) =>
        resolve({ out, err, code: error ? Number(error.code) : 0 }),
      );
    });
  }

  async function ok(...args: string[]): Promise<string> {
    const { out, err, code } = await run(...args);
    expect({ args, err: code === 0 ? '' : err, code }).toEqual({
      args,
      err: '',
      code: 0,
    });
    return out;
  }

  async function fails(...args: string[]): Promise<string> {
    const { err, code } = await run(...args);
    expect({ args, code }).toEqual({ args, code: 1 });
    return err;
  }

  function file(name: string, text: string): string {
    const path = join(config.folder, name);
    writeFileSync(path, text);
    return path;
  }

  const columns = (table: string) => table.split('\n')[0].trim().split(/ {2,}/);

  it('finds out what the server is and serves', async () => {
    expect(await ok('version')).toContain(
      'Server Version: v1.36.0-local.suoke',
    );
    expect(await ok('api-resources')).toMatch(
      /^horizontalpodautoscalers +hpa +autoscaling\/v2 +true +HorizontalPodAutoscaler$/m,
    );
    expect((await ok('api-versions')).split('\n')).toEqual(
      expect.arrayContaining([
        'v1',
        'apps/v1',
        'autoscaling/v2',
        'metrics.k8s.io/v1beta1',
      ]),
    );
    expect(await ok('explain', 'deployment.spec.strategy')).toMatch(
      /rollingUpdate\s+<RollingUpdateDeployment>/,
    );
    expect(await ok('get', '--raw', '/readyz')).toBe('ok');
  });

  it('applies client side: creates, leaves alone, patches, and removes what the manifest no longer says', async () => {
    const manifest = file('deployment.yaml', deploymentYaml);
    expect(await ok('apply', '-f', manifest)).toBe(
      'deployment.apps/xiaoai created\n',
    );
    expect(await ok('apply', '-f', manifest)).toBe(
      'deployment.apps/xiaoai unchanged\n',
    );
    await ok('scale', 'deployment/xiaoai', '--replicas=5');
    const changed = file(
      'changed.yaml',
      deploymentYaml
        .replace('xiaoai:v1', 'xiaoai:v2')
        .replace(/ +env: .*\n/, ''),
    );
    expect((await run('diff', '-f', changed)).out).toMatch(
      /-.*xiaoai:v1[^]*\+.*xiaoai:v2/,
    );
    expect(await ok('apply', '-f', changed)).toBe(
      'deployment.apps/xiaoai configured\n',
    );
    const [container] = JSON.parse(
      await ok(
        'get',
        'deploy',
        'xiaoai',
        '-o',
        'jsonpath={.spec.template.spec.containers}',
      ),
    );
    expect(container).toMatchObject({
      image: 'suoke/xiaoai:v2',
      ports: [{ containerPort: 8080, protocol: 'TCP' }],
    });
    expect(container).not.toHaveProperty('env');
  });

  it('applies server side: owns fields, meets conflicts, takes over when forced', async () => {
    const manifest = file('deployment.yaml', deploymentYaml);
    expect(await ok('apply', '--server-side', '-f', manifest)).toBe(
      'deployment.apps/xiaoai serverside-applied\n',
    );
    await ok('scale', 'deployment/xiaoai', '--replicas=5');
    expect(await fails('apply', '--server-side', '-f', manifest)).toContain(
      'Apply failed with 1 conflict: conflict with "kubectl" with subresource "scale" using apps/v1 at 2026-01-01T00:00:00Z: .spec.replicas',
    );
    await ok('apply', '--server-side', '--force-conflicts', '-f', manifest);
    expect(
      await ok('get', 'deploy', 'xiaoai', '-o', 'jsonpath={.spec.replicas}'),
    ).toBe('2');
    const without = file(
      'without.yaml',
      deploymentYaml
        .replace(/ +env: .*\n/, '')
        .replace(/ {2}replicas: 2\n/, ''),
    );
    await ok('apply', '--server-side', '-f', without);
    const spec = JSON.parse(
      await ok('get', 'deploy', 'xiaoai', '-o', 'jsonpath={.spec}'),
    );
    expect(spec.template.spec.containers[0]).not.toHaveProperty('env');
    // Nobody wants replicas any more, so the default is back.
    expect(spec.replicas).toBe(1);
    expect(
      await ok('apply', '--server-side', '--dry-run=server', '-f', manifest),
    ).toContain('(server dry run)');
    expect(
      await ok('get', 'deploy', 'xiaoai', '-o', 'jsonpath={.spec.replicas}'),
    ).toBe('1');
  });

  it('prints tables as a real server renders them', async () => {
    await ok('apply', '-f', file('deployment.yaml', deploymentYaml));
    expect(columns(await ok('get', 'deploy'))).toEqual([
      'NAME',
      'READY',
      'UP-TO-DATE',
      'AVAILABLE',
      'AGE',
    ]);
    expect(columns(await ok('get', 'deploy', '-o', 'wide')).slice(-3)).toEqual([
      'CONTAINERS',
      'IMAGES',
      'SELECTOR',
    ]);
    await ok('run', 'p', '--image=nginx');
    expect(columns(await ok('get', 'pods', '-o', 'wide'))).toEqual([
      'NAME',
      'READY',
      'STATUS',
      'RESTARTS',
      'AGE',
      'IP',
      'NODE',
      'NOMINATED NODE',
      'READINESS GATES',
    ]);
    expect(await ok('get', 'pods', '--no-headers')).toMatch(
      /^p +0\/1 +Pending +0 +0s$/m,
    );
    await ok(
      'autoscale',
      'deployment',
      'xiaoai',
      '--min=1',
      '--max=5',
      '--cpu-percent=70',
    );
    expect(await ok('get', 'hpa', '--no-headers')).toMatch(
      /^xiaoai +Deployment\/xiaoai +cpu: <unknown>\/70% +1 +5 +0 +0s$/m,
    );
    await ok(
      'expose',
      'deployment',
      'xiaoai',
      '--port=80',
      '--target-port=8080',
    );
    expect(await ok('get', 'svc', '--no-headers')).toMatch(
      /^xiaoai +ClusterIP +10\.96\.0\.\d+ +<none> +80\/TCP +0s$/m,
    );
    expect(await ok('get', 'deploy', '-o', 'name')).toBe(
      'deployment.apps/xiaoai\n',
    );
    expect(
      await ok(
        'get',
        'deploy',
        '-o',
        'custom-columns=N:.metadata.name,R:.spec.replicas',
        '--no-headers',
      ),
    ).toMatch(/^xiaoai +2$/m);
    expect(await ok('describe', 'deploy', 'xiaoai')).toContain(
      'StrategyType:           RollingUpdate',
    );
    expect(await ok('describe', 'hpa', 'xiaoai')).toContain('Min replicas:');
  });

  it('creates built-in kinds, which it sends as protobuf', async () => {
    await ok('create', 'namespace', 'team');
    await ok(
      'create',
      'deployment',
      'd',
      '--image=nginx:1',
      '--replicas=0',
      '-n',
      'team',
    );
    expect(
      await ok(
        'get',
        'deploy',
        'd',
        '-n',
        'team',
        '-o',
        'jsonpath={.spec.replicas} {.spec.template.spec.containers[0].image}',
      ),
    ).toBe('0 nginx:1');
    await ok('create', 'configmap', 'c', '--from-literal=a=b');
    await ok('create', 'secret', 'generic', 's', '--from-literal=a=b');
    expect(await ok('get', 'secret', 's', '-o', 'jsonpath={.data.a}')).toBe(
      'Yg==',
    );
    await ok('create', 'quota', 'q', '--hard=cpu=1,pods=2');
    await ok('create', 'pdb', 'p', '--selector=app=x', '--min-available=50%');
    expect(
      await ok('get', 'pdb', 'p', '-o', 'jsonpath={.spec.minAvailable}'),
    ).toBe('50%');
    await ok('create', 'role', 'r', '--verb=get', '--resource=pods');
    await ok('create', 'job', 'j', '--image=busybox');
    await ok('create', 'serviceaccount', 'a');
    expect(await ok('create', 'token', 'a')).toContain('simulated-token');
    expect(await ok('auth', 'can-i', 'create', 'pods')).toBe('yes\n');
    expect(await ok('auth', 'whoami')).toContain('local-cluster:admin');
  });

  it('labels, annotates, patches in every way and replaces', async () => {
    await ok('apply', '-f', file('deployment.yaml', deploymentYaml));
    await ok('label', 'deploy', 'xiaoai', 'tier=agent');
    await ok('annotate', 'deploy', 'xiaoai', 'note=seen');
    expect(
      await ok(
        'get',
        'deploy',
        '-l',
        'tier in (agent,other),!missing',
        '-o',
        'name',
      ),
    ).toContain('xiaoai');
    expect((await run('get', 'deploy', '-l', 'tier!=agent')).err).toContain(
      'No resources found',
    );
    await ok(
      'patch',
      'deploy',
      'xiaoai',
      '-p',
      '{"spec":{"template":{"spec":{"containers":[{"name":"agent","image":"a:2"}]}}}}',
    );
    await ok(
      'patch',
      'deploy',
      'xiaoai',
      '--type=merge',
      '-p',
      '{"spec":{"replicas":3}}',
    );
    await ok(
      'patch',
      'deploy',
      'xiaoai',
      '--type=json',
      '-p',
      '[{"op":"add","path":"/metadata/labels/x","value":"y"}]',
    );
    await ok(
      'patch',
      'deploy',
      'xiaoai',
      '--subresource=status',
      '--type=merge',
      '-p',
      '{"status":{"replicas":3}}',
    );
    const object = JSON.parse(
      await ok('get', 'deploy', 'xiaoai', '-o', 'json'),
    );
    expect(object).toMatchObject({
      metadata: {
        labels: { tier: 'agent', x: 'y' },
        annotations: { note: 'seen' },
      },
      spec: {
        replicas: 3,
        template: {
          spec: {
            containers: [
              { name: 'agent', image: 'a:2', ports: [{ containerPort: 8080 }] },
            ],
          },
        },
      },
      status: { replicas: 3 },
    });
    await ok('set', 'image', 'deployment/xiaoai', 'agent=a:3');
    await ok('rollout', 'restart', 'deployment/xiaoai');
    expect(
      await ok(
        'get',
        'deploy',
        'xiaoai',
        '-o',
        'jsonpath={.spec.template.metadata.annotations}',
      ),
    ).toContain('restartedAt');
    const replaced = file(
      'replace.json',
      JSON.stringify({
        ...object,
        metadata: { ...object.metadata, resourceVersion: '1' },
      }),
    );
    expect(await fails('replace', '-f', replaced)).toContain(
      'the object has been modified',
    );
  });

  it('explains refusals in the words of the real server', async () => {
    expect(await fails('get', 'deploy', 'nope')).toBe(
      'Error from server (NotFound): deployments.apps "nope" not found\n',
    );
    expect(
      await fails(
        'apply',
        '-f',
        file('typo.yaml', deploymentYaml.replace('replicas:', 'replica:')),
      ),
    ).toContain(
      'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replica"',
    );
    expect(
      await fails(
        'apply',
        '-f',
        file(
          'type.yaml',
          deploymentYaml.replace('replicas: 2', 'replicas: two'),
        ),
      ),
    ).toContain('json: cannot unmarshal string into Go struct field');
    expect(
      await fails(
        'apply',
        '-f',
        file(
          'labels.yaml',
          deploymentYaml.replace(
            'labels: { app: xiaoai }',
            'labels: { app: other }',
          ),
        ),
      ),
    ).toContain(
      'spec.template.metadata.labels: Invalid value: {"app":"other"}: `selector` does not match template `labels`',
    );
    expect(
      await fails(
        'apply',
        '-n',
        'nowhere',
        '-f',
        file('deployment.yaml', deploymentYaml),
      ),
    ).toContain('namespaces "nowhere" not found');
    const gpu = deploymentYaml.replace(
      "limits: { cpu: '2'",
      "limits: { nvidia.com/gpu: 500m, cpu: '2'",
    );
    expect(await fails('apply', '-f', file('gpu.yaml', gpu))).toContain(
      'limits[nvidia.com/gpu]: Invalid value: "500m": must be an integer',
    );
    const upside = deploymentYaml.replace(
      "requests: { cpu: '1'",
      "requests: { cpu: '3'",
    );
    expect(await fails('apply', '-f', file('upside.yaml', upside))).toContain(
      'must be less than or equal to cpu limit of 2',
    );
    await ok('apply', '-f', file('deployment.yaml', deploymentYaml));
    expect(
      await fails('autoscale', 'deployment', 'xiaoai', '--min=5', '--max=2'),
    ).toMatch(/max.* must be larger or equal to .*min/);
    expect(
      await fails(
        'patch',
        'deploy',
        'xiaoai',
        '-p',
        '{"spec":{"selector":{"matchLabels":{"app":"z"}},"template":{"metadata":{"labels":{"app":"z"}}}}}',
      ),
    ).toContain('field is immutable');
  });

  it('says that a kind does not exist, and that nothing can be executed', async () => {
    const unknown = file(
      'unknown.yaml',
      'apiVersion: nowhere.io/v1\nkind: Nothing\nmetadata: { name: x }\n',
    );
    expect(await fails('apply', '-f', unknown)).toContain(
      'no matches for kind "Nothing" in version "nowhere.io/v1"',
    );
    await ok(
      'run',
      'p',
      '--image=nginx',
      '--overrides={"spec":{"nodeName":"node-1"}}',
    );
    expect(await fails('exec', 'p', '--', 'ls')).toContain(
      'no process runs behind a simulated pod',
    );
  });

  it('serves custom kinds from their definition until it is gone', async () => {
    await ok('apply', '-f', file('crd.yaml', widgetCrdYaml));
    await ok(
      'wait',
      '--for=condition=Established',
      'crd/widgets.suoke.life',
      '--timeout=5s',
    );
    await ok('apply', '-f', file('widget.yaml', widgetYaml));
    expect(await ok('get', 'wd', '--no-headers')).toMatch(/^w1 +1 +0s$/m);
    expect(await ok('explain', 'widget.spec')).toMatch(/replicas\s+<integer>/);
    expect(
      await fails(
        'patch',
        'widget',
        'w1',
        '--type=merge',
        '-p',
        '{"spec":{"replicas":20}}',
      ),
    ).toContain(
      'spec.replicas: Invalid value: "object": replicas 20 above max 10',
    );
    expect(
      await fails(
        'patch',
        'widget',
        'w1',
        '--type=merge',
        '-p',
        '{"spec":{"model":"other"}}',
      ),
    ).toContain('spec: Forbidden: model is immutable');
    expect(
      await fails(
        'apply',
        '-f',
        file(
          'bad.yaml',
          widgetYaml.replace('model: chat', 'model: chat, foo: 1'),
        ),
      ),
    ).toContain('unknown field "spec.foo"');
    await ok('scale', 'widget', 'w1', '--replicas=4');
    expect(
      await ok(
        'get',
        'widget',
        'w1',
        '-o',
        'jsonpath={.spec.replicas} {.metadata.generation}',
      ),
    ).toBe('4 2');
    await ok('delete', 'crd', 'widgets.suoke.life');
    expect(await fails('get', 'widgets')).toMatch(
      /server (doesn't have a resource type|could not find)/,
    );
  });

  it('watches, waits and deletes with its dependents', async () => {
    await ok('apply', '-f', file('deployment.yaml', deploymentYaml));
    const watch = spawn('kubectl', ['get', 'deploy', '-w', '--no-headers'], {
      env: environment(),
    });
    const seen: string[] = [];
    watch.stdout.on('data', chunk => seen.push(String(chunk)));
    const sees = async (pattern: RegExp) => {
      for (let i = 0; i < 100 && !pattern.test(seen.join('')); i += 1)
        await new Promise(done => setTimeout(done, 50));
      expect(seen.join('')).toMatch(pattern);
    };
    await sees(/xiaoai +0\/2/);
    await ok('scale', 'deployment/xiaoai', '--replicas=7');
    await sees(/xiaoai +0\/7/);
    watch.kill();
    const uid = await ok(
      'get',
      'deploy',
      'xiaoai',
      '-o',
      'jsonpath={.metadata.uid}',
    );
    server.cluster.create(
      { group: 'apps', resource: 'replicasets' },
      {
        metadata: {
          name: 'xiaoai-1',
          namespace: 'default',
          ownerReferences: [
            {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              name: 'xiaoai',
              uid,
              controller: true,
              blockOwnerDeletion: true,
            },
          ],
        } as any,
        spec: server.cluster.get(
          { group: 'apps', resource: 'deployments' },
          { namespace: 'default', name: 'xiaoai' },
        )?.spec,
      },
    );
    const waiting = run('wait', '--for=delete', 'rs/xiaoai-1', '--timeout=10s');
    await ok(
      'delete',
      'deploy',
      '-l',
      'app.kubernetes.io/name=xiaoai',
      '--cascade=foreground',
    );
    expect(await ok('get', 'rs', '-o', 'name')).toBe('');
    expect((await waiting).code).toBe(0);
  });

  it('shows usage and logs', async () => {
    server.cluster.create(
      { group: '', resource: 'nodes' },
      {
        metadata: { name: 'node-1' } as any,
      },
    );
    const node = server.cluster.get(
      { group: '', resource: 'nodes' },
      { name: 'node-1' },
    )!;
    server.cluster.updateStatus(
      { group: '', resource: 'nodes' },
      {
        ...node,
        status: {
          capacity: { cpu: '4', memory: '16Gi' },
          allocatable: { cpu: '4', memory: '16Gi' },
          conditions: [{ type: 'Ready', status: 'True' }],
        },
      },
    );
    await ok(
      'run',
      'p',
      '--image=nginx',
      '--overrides={"spec":{"nodeName":"node-1"}}',
    );
    expect(await ok('top', 'pods', '--no-headers')).toMatch(/^p +250m +512Mi/m);
    expect(await ok('top', 'nodes', '--no-headers')).toMatch(
      /^node-1 +2000m +50% +8192Mi +50%/m,
    );
    expect(await fails('logs', 'p')).toContain(
      'is waiting to start: ContainerCreating',
    );
    const pod = server.cluster.get(
      { group: '', resource: 'pods' },
      { namespace: 'default', name: 'p' },
    )!;
    server.cluster.updateStatus(
      { group: '', resource: 'pods' },
      {
        ...pod,
        status: {
          phase: 'Running',
          containerStatuses: [
            {
              name: 'p',
              ready: true,
              restartCount: 0,
              state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
            },
          ],
        },
      },
    );
    expect(await ok('logs', 'p', '--tail=1')).toContain(
      'made by the local cluster',
    );
    expect(await ok('get', 'nodes', '--no-headers')).toMatch(
      /^node-1 +Ready +<none> +0s/m,
    );
    expect(await ok('cordon', 'node-1')).toContain('cordoned');
  });
});
