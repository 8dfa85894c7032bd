import { ManualClock } from '../../clock/ManualClock';
import { ClusterObject } from '../../store/types';
import { createClusterApi } from '../createClusterApi';
import { versionOf } from '../ResourceType';
import { applyObject } from './applyObject';

const deployments = { group: 'apps', resource: 'deployments' };
const key = { namespace: 'default', name: 'chat' };

function setUp() {
  const clock = new ManualClock({ start: new Date('2026-01-01T00:00:00Z') });
  const cluster = createClusterApi({ clock });
  const type = cluster.machinery.registry.require(deployments);
  const apply = (
    manager: string,
    body: Record<string, any>,
    force = false,
  ): ClusterObject =>
    applyObject(cluster.machinery, {
      type,
      version: versionOf(type, 'v1')!,
      existing: cluster.get(deployments, key),
      applied: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        ...body,
        metadata: { ...key, ...body.metadata },
      } as ClusterObject,
      manager,
      force,
      options: { fieldManager: manager },
    }).object;
  return { cluster, clock, apply };
}

const base = (
  more: { replicas?: number; labels?: object; containers?: object[] } = {},
) => ({
  metadata: more.labels ? { labels: more.labels } : {},
  spec: {
    ...(more.replicas !== undefined && { replicas: more.replicas }),
    selector: { matchLabels: { app: 'chat' } },
    template: {
      metadata: { labels: { app: 'chat' } },
      spec: {
        containers: more.containers ?? [{ name: 'agent', image: 'chat:1' }],
      },
    },
  },
});

const managers = (object: ClusterObject) =>
  (object.metadata.managedFields as any[]).map(
    ({ manager, operation, subresource }) =>
      [manager, operation, subresource].filter(Boolean).join('/'),
  );

describe('applyObject', () => {
  it('owns what it says, and nothing that the server fills in', () => {
    const { apply } = setUp();
    const created = apply('gitops', base({ replicas: 2 }));
    expect(created.metadata.managedFields).toEqual([
      {
        manager: 'gitops',
        operation: 'Apply',
        apiVersion: 'apps/v1',
        time: '2026-01-01T00:00:00Z',
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:spec': {
            'f:replicas': {},
            'f:selector': {},
            'f:template': {
              'f:metadata': { 'f:labels': { 'f:app': {} } },
              'f:spec': {
                'f:containers': {
                  'k:{"name":"agent"}': {
                    '.': {},
                    'f:image': {},
                    'f:name': {},
                  },
                },
              },
            },
          },
        },
      },
    ]);
  });

  it('removes what it applied before and does no more', () => {
    const { apply } = setUp();
    const agent = { name: 'agent', image: 'chat:1' };
    apply(
      'gitops',
      base({
        labels: { a: '1', b: '2' },
        containers: [
          { ...agent, env: [{ name: 'A', value: '1' }] },
          { name: 'sidecar', image: 'side:1' },
        ],
      }),
    );
    const next = apply(
      'gitops',
      base({ labels: { a: '1' }, containers: [agent] }),
    );
    expect(next.metadata.labels).toEqual({ a: '1' });
    expect(next.spec.template.spec.containers).toHaveLength(1);
    expect(next.spec.template.spec.containers[0]).not.toHaveProperty('env');
    expect(apply('gitops', base()).metadata).not.toHaveProperty('labels');
  });

  it('keeps what somebody else owns too', () => {
    const { apply } = setUp();
    apply('gitops', base({ labels: { a: '1' } }));
    apply('other', { metadata: { labels: { a: '1' } } });
    expect(apply('gitops', base()).metadata.labels).toEqual({ a: '1' });
    expect(apply('other', {}).metadata).not.toHaveProperty('labels');
  });

  it('conflicts with a controller that has changed its field, until it stops asking for it', () => {
    const { cluster, apply } = setUp();
    apply('gitops', base({ replicas: 2 }));
    cluster.patch(
      deployments,
      key,
      { spec: { replicas: 5 } },
      { subresource: 'scale', fieldManager: 'hpa' },
    );
    expect(() => apply('gitops', base({ replicas: 2 }))).toThrow(
      'Apply failed with 1 conflict: conflict with "hpa" with subresource "scale" using apps/v1 at 2026-01-01T00:00:00Z: .spec.replicas',
    );
    expect(apply('gitops', base()).spec.replicas).toBe(5);
    const forced = apply('gitops', base({ replicas: 3 }), true);
    expect(forced.spec.replicas).toBe(3);
    expect(managers(forced)).toEqual(['gitops/Apply']);
  });

  it('shares a field when both want the same value', () => {
    const { apply } = setUp();
    apply('gitops', base({ replicas: 2 }));
    const shared = apply('second', { spec: { replicas: 2 } });
    expect(managers(shared)).toEqual(['gitops/Apply', 'second/Apply']);
    expect(() => apply('second', { spec: { replicas: 4 } })).toThrow(
      'conflict with "gitops": .spec.replicas',
    );
  });

  it('lists several conflicts with their managers', () => {
    const { apply } = setUp();
    apply('one', base({ replicas: 2, labels: { a: '1' } }));
    expect(() =>
      apply('two', { metadata: { labels: { a: '2' } }, spec: { replicas: 3 } }),
    ).toThrow(
      'Apply failed with 2 conflicts: conflicts with "one":\n- .spec.replicas\n- .metadata.labels.a',
    );
  });

  it('writes nothing when nothing changes', () => {
    const { clock, apply } = setUp();
    const first = apply('gitops', base({ replicas: 2 }));
    clock.advance(60_000);
    expect(apply('gitops', base({ replicas: 2 }))).toBe(first);
  });

  it('records updates as well, with the status apart', () => {
    const { cluster, apply } = setUp();
    const created = apply('gitops', base());
    const updated = cluster.updateStatus(
      deployments,
      { ...created, status: { replicas: 1 } },
      { fieldManager: 'deployment-controller' },
    );
    expect(managers(updated)).toEqual([
      'gitops/Apply',
      'deployment-controller/Update/status',
    ]);
    expect((updated.metadata.managedFields as any[])[1].fieldsV1).toEqual({
      'f:status': { '.': {}, 'f:replicas': {} },
    });
  });
});
