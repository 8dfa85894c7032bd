import {
  AppsV1Api,
  CoreV1Api,
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
  makeInformer,
  PatchStrategy,
  setHeaderOptions,
  V1Pod,
  Watch,
} from '@kubernetes/client-node';
import { parse } from 'yaml';
import { ClusterObject } from '../store/types';
import {
  deploymentYaml,
  widgetCrdYaml,
  widgetYaml,
} from './__testUtils__/manifests';
import { startTestServer, TestServer } from './__testUtils__/testServer';

async function until(condition: () => boolean) {
  for (let i = 0; i < 100 && !condition(); i += 1)
    await new Promise(done => setTimeout(done, 20));
  expect(condition()).toBe(true);
}

describe('@kubernetes/client-node', () => {
  let server: TestServer;
  let config: KubeConfig;
  beforeEach(async () => {
    server = await startTestServer();
    config = new KubeConfig();
    config.loadFromClusterAndUser(
      { name: 'local', server: server.url, skipTLSVerify: true },
      { name: 'nobody' },
    );
  });
  afterEach(() => server.close());

  const pod = (name: string): V1Pod => ({
    metadata: { name },
    spec: { containers: [{ name: 'a', image: 'b:1' }] },
  });

  it('creates, lists, patches and deletes', async () => {
    const apps = config.makeApiClient(AppsV1Api);
    await apps.createNamespacedDeployment({
      namespace: 'default',
      body: parse(deploymentYaml),
    });
    const { items } = await apps.listNamespacedDeployment({
      namespace: 'default',
      labelSelector: 'app.kubernetes.io/name=xiaoai',
    });
    expect(items.map(item => item.spec?.replicas)).toEqual([2]);
    const patched = await apps.patchNamespacedDeployment(
      { namespace: 'default', name: 'xiaoai', body: { spec: { replicas: 4 } } },
      setHeaderOptions('Content-Type', PatchStrategy.StrategicMergePatch),
    );
    expect(patched.spec?.replicas).toBe(4);
    const scale = await apps.readNamespacedDeploymentScale({
      namespace: 'default',
      name: 'xiaoai',
    });
    expect(scale.status?.selector).toBe('app=xiaoai');
    await apps.deleteNamespacedDeployment({
      namespace: 'default',
      name: 'xiaoai',
    });
    await expect(
      apps.readNamespacedDeployment({ namespace: 'default', name: 'xiaoai' }),
    ).rejects.toMatchObject({ code: 404 });
  });

  it('keeps an informer in step', async () => {
    const core = config.makeApiClient(CoreV1Api);
    await core.createNamespacedPod({
      namespace: 'default',
      body: pod('before'),
    });
    const informer = makeInformer(
      config,
      '/api/v1/namespaces/default/pods',
      () => core.listNamespacedPod({ namespace: 'default' }),
    );
    const seen: string[] = [];
    informer.on('add', object => seen.push(`add ${object.metadata?.name}`));
    informer.on('delete', object =>
      seen.push(`delete ${object.metadata?.name}`),
    );
    await informer.start();
    await core.createNamespacedPod({
      namespace: 'default',
      body: pod('after'),
    });
    await until(() => seen.includes('add after'));
    await core.deleteNamespacedPod({ namespace: 'default', name: 'before' });
    await until(() => seen.includes('delete before'));
    expect(informer.list().map(object => object.metadata?.name)).toEqual([
      'after',
    ]);
    await informer.stop();
  });

  it('watches with a bookmark at the end', async () => {
    server.cluster.create({ group: '', resource: 'pods' }, {
      ...pod('a'),
      metadata: { name: 'a', namespace: 'default' },
    } as Partial<ClusterObject>);
    const frames: string[] = [];
    await new Promise<void>((resolve, reject) => {
      new Watch(config)
        .watch(
          '/api/v1/pods',
          { allowWatchBookmarks: true, timeoutSeconds: 1 },
          type => frames.push(type),
          error => (error ? reject(error) : resolve()),
        )
        .catch(reject);
    });
    expect(frames).toEqual(['ADDED', 'BOOKMARK']);
  });

  it('applies any kind, found by discovery', async () => {
    const objects = KubernetesObjectApi.makeApiClient(config);
    // Not through the client: its models call the field `default` otherwise and would drop it.
    server.cluster.create(
      { group: 'apiextensions.k8s.io', resource: 'customresourcedefinitions' },
      parse(widgetCrdYaml),
    );
    const widget: KubernetesObject & { spec?: unknown } = {
      ...parse(widgetYaml),
      metadata: { name: 'w1', namespace: 'default' },
    };
    const applied = await objects.patch(
      widget,
      undefined,
      undefined,
      'tests',
      true,
      PatchStrategy.ServerSideApply,
    );
    expect(applied).toMatchObject({
      kind: 'Widget',
      spec: { model: 'chat', replicas: 1 },
    });
    expect(applied.metadata?.managedFields?.[0]).toMatchObject({
      manager: 'tests',
      operation: 'Apply',
      fieldsV1: { 'f:spec': { 'f:model': {} } },
    });
  });
});
