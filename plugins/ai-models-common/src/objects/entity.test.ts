import { aiModel, readExamples } from '../__fixtures__/objects';
import {
  CREATED_AT_ANNOTATION,
  fromCatalogEntity,
  isModelEntity,
  toCatalogEntity,
} from './entity';

describe('toCatalogEntity', () => {
  it('lifts what people read from the spec into the metadata', () => {
    const spec = {
      framework: 'onnx',
      title: 'Chat',
      description: 'Talks.',
      tags: ['llm'],
      links: [{ url: 'https://example.com' }],
    };
    expect(toCatalogEntity(aiModel(spec))).toEqual({
      ...aiModel(spec),
      metadata: {
        name: 'chat',
        title: 'Chat',
        description: 'Talks.',
        tags: ['llm'],
        links: [{ url: 'https://example.com' }],
      },
    });
  });

  it('lets metadata that is set already win', () => {
    const entity = toCatalogEntity({
      ...aiModel({ title: 'from the spec' }),
      metadata: { name: 'chat', title: 'from the metadata' },
    });
    expect(entity.metadata).toEqual({
      name: 'chat',
      title: 'from the metadata',
    });
  });

  it('leaves out what only an API server understands and keeps the time of creation', () => {
    const entity = toCatalogEntity({
      ...aiModel(),
      metadata: {
        name: 'chat',
        namespace: 'suoke-agents',
        labels: { 'ai.suoke.life/agent': 'xiaoai' },
        annotations: {
          'backstage.io/kubernetes-id': 'xiaoai',
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        },
        uid: '1',
        resourceVersion: '2',
        generation: 3,
        creationTimestamp: '2026-01-01T00:00:00Z',
        managedFields: [],
        finalizers: ['ai.suoke.life/in-use'],
        ownerReferences: [],
      },
    });
    expect(entity.metadata).toEqual({
      name: 'chat',
      namespace: 'suoke-agents',
      labels: { 'ai.suoke.life/agent': 'xiaoai' },
      annotations: {
        'backstage.io/kubernetes-id': 'xiaoai',
        [CREATED_AT_ANNOTATION]: '2026-01-01T00:00:00Z',
      },
    });
  });

  it('changes nothing the second time', () => {
    for (const object of readExamples()) {
      const entity = toCatalogEntity(object);
      expect(toCatalogEntity(entity)).toEqual(entity);
    }
  });

  it('does not touch other kinds', () => {
    const component = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'xiaoai', uid: '1' },
      spec: { title: 'not ours' },
    };
    expect(toCatalogEntity(component)).toBe(component);
    expect(isModelEntity(component)).toBe(false);
  });
});

describe('fromCatalogEntity', () => {
  it.each(
    readExamples().map(object => [object.metadata.name, object] as const),
  )('reads %s back as the object it was made from', (_, object) => {
    const entity = {
      ...toCatalogEntity(object),
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/suoke-life-dev' },
      ],
    };
    const stored = {
      ...entity,
      metadata: {
        ...entity.metadata,
        uid: 'catalog',
        etag: 'catalog',
        namespace: 'default',
        annotations: {
          ...entity.metadata.annotations,
          'backstage.io/managed-by-location': 'file:/examples.yaml',
        },
      },
    };
    expect(fromCatalogEntity(object.kind, stored)).toEqual(object);
  });

  it('keeps a namespace that is not the default', () => {
    const entity = {
      ...aiModel(),
      metadata: { name: 'chat', namespace: 'team-a' },
    };
    expect(fromCatalogEntity('AIModel', entity).metadata.namespace).toBe(
      'team-a',
    );
  });

  it('refuses an entity that is not valid', () => {
    expect(() =>
      fromCatalogEntity('AIModel', aiModel({ framework: 1 })),
    ).toThrow('spec.framework');
  });
});
