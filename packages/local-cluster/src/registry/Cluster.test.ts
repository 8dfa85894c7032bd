import { ManualClock } from '../clock/ManualClock';
import { createClusterApi } from './createClusterApi';

const deployments = { group: 'apps', resource: 'deployments' };
const replicaSets = { group: 'apps', resource: 'replicasets' };
const pods = { group: '', resource: 'pods' };
const namespaces = { group: '', resource: 'namespaces' };

function cluster() {
  let id = 0;
  return createClusterApi({
    clock: new ManualClock({ start: new Date('2026-01-01T00:00:00Z') }),
    uuid: () => `uid-${(id += 1)}`,
    random: () => 0.5,
  });
}

const meta = (name: string, more: object = {}): any => ({
  name,
  namespace: 'default',
  ...more,
});

const deployment = (name = 'chat', more: object = {}) => ({
  metadata: meta(name),
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'agent', image: 'suoke/chat:v1' }] },
    },
    ...more,
  },
});

describe('Cluster', () => {
  it('gives new objects what the server owns', () => {
    const created = cluster().create(deployments, deployment());
    expect(created).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'chat',
        generation: 1,
        creationTimestamp: '2026-01-01T00:00:00Z',
      },
    });
    expect(created.metadata.uid).toMatch(/^uid-/);
    expect(Object.isFrozen(created.spec.template)).toBe(true);
  });

  it('counts generations for spec changes only', () => {
    const api = cluster();
    const created = api.create(deployments, deployment());
    const labelled = api.patch(deployments, created.metadata, {
      metadata: { labels: { a: 'b' } },
    });
    expect(labelled.metadata.generation).toBe(1);
    expect(
      api.updateStatus(deployments, { ...labelled, status: { replicas: 1 } })
        .metadata.generation,
    ).toBe(1);
    expect(
      api.patch(deployments, created.metadata, { spec: { replicas: 3 } }),
    ).toMatchObject({
      metadata: { generation: 2 },
      status: { replicas: 1 },
    });
  });

  it('refuses a write that is based on an old version', () => {
    const api = cluster();
    const created = api.create(deployments, deployment());
    api.patch(deployments, created.metadata, { spec: { replicas: 3 } });
    expect(() =>
      api.update(deployments, {
        ...created,
        spec: { ...created.spec, replicas: 5 },
      }),
    ).toThrow(
      'Operation cannot be fulfilled on deployments.apps "chat": the object has been modified; please apply your changes to the latest version and try again',
    );
  });

  it('writes nothing and tells nobody when nothing changes', () => {
    const api = cluster();
    const created = api.create(deployments, deployment());
    const withStatus = api.updateStatus(deployments, {
      ...created,
      status: { replicas: 2 },
    });
    const events: string[] = [];
    api.subscribe(undefined, event => events.push(event.type));
    expect(
      api.updateStatus(deployments, {
        ...created,
        status: { replicas: 2 },
        metadata: withStatus.metadata,
      }),
    ).toBe(withStatus);
    expect(events).toEqual([]);
  });

  it('names generated objects, and refuses a second one with the same name', () => {
    const api = cluster();
    const pod = {
      metadata: { generateName: 'chat-', namespace: 'default' } as any,
      spec: { containers: [{ name: 'a', image: 'b' }] },
    };
    expect(api.create(pods, pod).metadata.name).toMatch(/^chat-[a-z0-9]{5}$/);
    api.create(deployments, deployment());
    expect(() => api.create(deployments, deployment())).toThrow(
      'deployments.apps "chat" already exists',
    );
  });

  it('refuses objects in a namespace that is absent', () => {
    expect(() =>
      cluster().create(deployments, {
        ...deployment(),
        metadata: meta('x', { namespace: 'nowhere' }),
      }),
    ).toThrow('namespaces "nowhere" not found');
  });

  it.each([
    ['Background', []],
    ['Foreground', []],
    ['Orphan', ['chat-rs']],
  ] as const)(
    'deletes with policy %s and leaves %j',
    (propagationPolicy, left) => {
      const api = cluster();
      const owner = api.create(deployments, deployment());
      api.create(replicaSets, {
        ...deployment('chat-rs'),
        metadata: meta('chat-rs', {
          ownerReferences: [
            {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              name: 'chat',
              uid: owner.metadata.uid,
              controller: true,
              blockOwnerDeletion: true,
            },
          ],
        }),
      });
      api.delete(deployments, owner.metadata, { propagationPolicy });
      expect(api.get(deployments, owner.metadata)).toBeUndefined();
      expect(api.list(replicaSets).map(one => one.metadata.name)).toEqual(left);
      expect(
        api
          .list(replicaSets)
          .flatMap(one => one.metadata.ownerReferences ?? []),
      ).toEqual([]);
    },
  );

  it('collects an object whose owner is gone already', () => {
    const api = cluster();
    api.create(replicaSets, {
      ...deployment('late'),
      metadata: meta('late', {
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'chat',
            uid: 'gone',
          },
        ],
      }),
    });
    expect(api.list(replicaSets)).toEqual([]);
  });

  it('keeps an object until its finalizers are gone', () => {
    const api = cluster();
    const created = api.create(deployments, {
      ...deployment(),
      metadata: meta('chat', { finalizers: ['suoke.life/hold'] }),
    });
    api.delete(deployments, created.metadata);
    expect(
      api.get(deployments, created.metadata)?.metadata.deletionTimestamp,
    ).toBe('2026-01-01T00:00:00Z');
    api.patch(deployments, created.metadata, {
      metadata: { finalizers: null },
    });
    expect(api.get(deployments, created.metadata)).toBeUndefined();
  });

  it('gives scheduled pods their grace period', () => {
    const api = cluster();
    const pod = api.create(pods, {
      metadata: meta('p'),
      spec: { nodeName: 'node-1', containers: [{ name: 'a', image: 'b' }] },
    });
    api.delete(pods, pod.metadata);
    expect(api.get(pods, pod.metadata)?.metadata).toMatchObject({
      deletionTimestamp: '2026-01-01T00:00:30Z',
      deletionGracePeriodSeconds: 30,
    });
    api.delete(pods, pod.metadata, { gracePeriodSeconds: 0 });
    expect(api.get(pods, pod.metadata)).toBeUndefined();
  });

  it('empties a namespace that is deleted', () => {
    const api = cluster();
    api.create(namespaces, { metadata: { name: 'team' } as any });
    api.create(deployments, {
      ...deployment(),
      metadata: meta('chat', { namespace: 'team' }),
    });
    api.delete(namespaces, { name: 'team' });
    expect(api.list(deployments)).toEqual([]);
    expect(api.get(namespaces, { name: 'team' })).toBeUndefined();
  });

  it('scales through the scale subresource', () => {
    const api = cluster();
    const created = api.create(deployments, deployment());
    const scale = api.patch(
      deployments,
      created.metadata,
      { spec: { replicas: 4 } },
      { subresource: 'scale' },
    );
    expect(scale).toMatchObject({
      kind: 'Scale',
      spec: { replicas: 4 },
      status: { replicas: 0, selector: 'app=chat' },
    });
    expect(api.get(deployments, created.metadata)?.spec.replicas).toBe(4);
  });

  it('restores what it has written, versions and uids included', () => {
    const api = cluster();
    const created = api.create(deployments, deployment());
    const other = cluster();
    other.restore(JSON.parse(JSON.stringify(api.snapshot())));
    expect(other.get(deployments, created.metadata)).toEqual(created);
    const next = other.patch(deployments, created.metadata, {
      spec: { replicas: 2 },
    });
    expect(Number(next.metadata.resourceVersion)).toBeGreaterThan(
      Number(created.metadata.resourceVersion),
    );
  });

  it('tells listeners of changes in order, even of changes that listeners make', () => {
    const api = cluster();
    const seen: string[] = [];
    api.subscribe(deployments, event => {
      if (event.type === 'ADDED')
        api.patch(deployments, event.object.metadata, {
          spec: { replicas: 9 },
        });
    });
    api.subscribe(deployments, event =>
      seen.push(`${event.type} ${event.object.spec.replicas}`),
    );
    api.create(deployments, deployment('chat', { replicas: 1 }));
    expect(seen).toEqual(['ADDED 1', 'MODIFIED 9']);
  });
});
