import type { Entity } from '@backstage/catalog-model';
import { EntityDirectory } from './EntityDirectory';

function component(
  name: string,
  annotations: Record<string, string>,
  overrides: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: { 'backstage.io/kubernetes-id': 'chat', ...annotations },
    },
    ...overrides,
  };
}

const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';
const WORKLOAD = { cluster: 'eu', namespace: 'agents', kubernetesId: 'chat' };

describe('EntityDirectory', () => {
  it.each<[string, Entity[], string | undefined]>([
    ['an entity of any place', [component('a', {})], 'component:default/a'],
    [
      'the entity of this namespace',
      [component('a', {}), component('b', { [NAMESPACE]: 'agents' })],
      'component:default/b',
    ],
    [
      'the entity of this cluster',
      [
        component('us', { [NAMESPACE]: 'agents', [CLUSTER]: 'us' }),
        component('eu', { [NAMESPACE]: 'agents', [CLUSTER]: 'eu' }),
      ],
      'component:default/eu',
    ],
    [
      'a Component before a Resource',
      [component('a', {}, { kind: 'Resource' }), component('z', {})],
      'component:default/z',
    ],
    [
      'none of another namespace',
      [component('a', { [NAMESPACE]: 'b' })],
      undefined,
    ],
    [
      'none with another id',
      [component('a', { 'backstage.io/kubernetes-id': 'web' })],
      undefined,
    ],
  ])('finds %s', (_, entities, expected) => {
    const found = EntityDirectory.create(entities).find(WORKLOAD);
    expect(found?.entityRef).toBe(expected);
  });

  it('keeps title, owner, system and model', () => {
    const entity = component(
      'a',
      {},
      {
        relations: [
          { type: 'ownedBy', targetRef: 'group:default/team' },
          { type: 'partOf', targetRef: 'component:default/parent' },
          { type: 'partOf', targetRef: 'system:default/suoke-life' },
          { type: 'dependsOn', targetRef: 'resource:default/db' },
          { type: 'dependsOn', targetRef: 'aimodel:default/llm' },
        ],
      },
    );
    entity.metadata.title = 'Chat';
    expect(EntityDirectory.create([entity]).find(WORKLOAD)).toEqual({
      entityRef: 'component:default/a',
      title: 'Chat',
      owner: 'group:default/team',
      system: 'system:default/suoke-life',
      model: 'aimodel:default/llm',
    });
  });
});
