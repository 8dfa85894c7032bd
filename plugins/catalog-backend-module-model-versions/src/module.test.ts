import { createBackendModule } from '@backstage/backend-plugin-api';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import catalogModuleModelVersions from './index';

const REPOSITORY = resolve(__dirname, '../../..');

/** How long the catalog may take for the files of a test, in milliseconds. */
const PATIENCE_MS = 30_000;

const FILES = [
  resolve(__dirname, '__fixtures__/organisation.yaml'),
  resolve(__dirname, '__fixtures__/mixed.yaml'),
  resolve(REPOSITORY, 'catalog/agents.yaml'),
  resolve(REPOSITORY, 'k8s/ai-model-examples.yaml'),
];

/** Keeps what the catalog has to say about each entity that it refuses. */
function collectErrors(errorsByName: Map<string, string>) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'collect-errors',
    register({ registerInit }) {
      registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.setOnProcessingErrorHandler(
            ({ unprocessedEntity, errors }) => {
              errorsByName.set(
                unprocessedEntity.metadata.name,
                errors.map(String).join('\n'),
              );
            },
          );
        },
      });
    },
  });
}

describe('the catalog with the model kinds', () => {
  const errorsByName = new Map<string, string>();
  let backend: TestBackend;

  async function get<T>(path: string): Promise<T | undefined> {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/catalog${path}`,
    );
    return response.ok ? response.json() : undefined;
  }

  const entity = (ref: string) =>
    get<Entity>(`/entities/by-name/${ref.replace(':', '/')}`);

  /** Waits until the entity is there and has a relation, since relations of others arrive later than the entity. */
  async function relationsOf(ref: string, awaited: string): Promise<string[]> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const relations = ((await entity(ref))?.relations ?? []).map(
        ({ type, targetRef }) => `${type} ${targetRef}`,
      );
      if (relations.includes(awaited) || Date.now() > deadline) {
        return relations;
      }
      await sleep(100);
    }
  }

  async function errorOf(name: string): Promise<string | undefined> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!errorsByName.has(name) && Date.now() < deadline) {
      await sleep(100);
    }
    return errorsByName.get(name);
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleModelVersions,
        collectErrors(errorsByName),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              processingInterval: { seconds: 1 },
              rules: [
                {
                  allow: [
                    'Component',
                    'System',
                    'Group',
                    'Location',
                    'AIModel',
                    'ModelVersion',
                    'ModelRegistry',
                  ],
                },
              ],
              locations: FILES.map(target => ({ type: 'file', target })),
            },
          },
        }),
      ],
    });
  }, PATIENCE_MS);

  afterAll(async () => {
    await backend.stop();
  });

  it.each([
    [
      'modelversion:default/xiaoai-conversation-llm-v2.1.0',
      'versionOf aimodel:default/xiaoai-conversation-llm',
    ],
    [
      'aimodel:default/xiaoai-conversation-llm',
      'hasVersion modelversion:default/xiaoai-conversation-llm-v2.1.0',
    ],
    [
      'aimodel:default/xiaoai-conversation-llm',
      'hasVersion modelversion:default/xiaoai-conversation-llm-v2.0.0',
    ],
    [
      'aimodel:default/laoke-tcm-expert',
      'storedIn modelregistry:default/suoke-models',
    ],
    [
      'modelversion:default/laoke-tcm-expert-v3.0.1',
      'storedIn modelregistry:default/suoke-models',
    ],
    [
      'modelregistry:default/suoke-models',
      'stores aimodel:default/laoke-tcm-expert',
    ],
    [
      'modelregistry:default/suoke-models',
      'stores modelversion:default/laoke-tcm-expert-v3.0.1',
    ],
    [
      'component:default/soer',
      'dependsOn aimodel:default/soer-wellness-engine',
    ],
    [
      'aimodel:default/soer-wellness-engine',
      'dependencyOf component:default/soer',
    ],
    [
      'aimodel:default/soer-wellness-engine',
      'ownedBy group:default/suoke-life-dev',
    ],
    [
      'group:default/suoke-life-dev',
      'ownerOf modelversion:default/soer-wellness-engine-v1.3.0',
    ],
    [
      'aimodel:default/xiaoke-health-classifier',
      'partOf system:default/suoke-life',
    ],
    [
      'system:default/suoke-life',
      'hasPart aimodel:default/xiaoke-health-classifier',
    ],
    [
      'aimodel:default/good-neighbour',
      'servedBy component:default/chat-server',
    ],
    [
      'component:default/chat-server',
      'servesModel aimodel:default/good-neighbour',
    ],
  ])(
    '%s %s',
    async (ref, relation) => {
      expect(await relationsOf(ref, relation)).toContain(relation);
    },
    PATIENCE_MS * 1.5,
  );

  it(
    'takes every object of the examples',
    async () => {
      await relationsOf(
        'modelregistry:default/suoke-models',
        'stores modelversion:default/soer-wellness-engine-v1.2.0',
      );
      const found = await get<Entity[]>(
        '/entities?filter=kind=aimodel&filter=kind=modelversion&filter=kind=modelregistry',
      );
      expect(found?.map(({ kind }) => kind).sort()).toEqual(
        [
          ...Array(5).fill('AIModel'),
          'ModelRegistry',
          ...Array(9).fill('ModelVersion'),
        ].sort(),
      );
    },
    PATIENCE_MS * 1.5,
  );

  it(
    'shows the title of the spec and nothing of the API server',
    async () => {
      await relationsOf(
        'aimodel:default/good-neighbour',
        'servedBy component:default/chat-server',
      );
      const found = await entity('aimodel:default/good-neighbour');
      expect(found?.metadata.title).toBe('Good neighbour');
      expect(found?.metadata.annotations?.['ai.suoke.life/created-at']).toBe(
        '2026-01-01T00:00:00Z',
      );
      expect(found?.metadata).not.toHaveProperty('resourceVersion');
      expect(found?.metadata).not.toHaveProperty('managedFields');
      expect(found?.metadata.uid).not.toBe(
        '8d1c1f6a-0000-4000-8000-000000000000',
      );
    },
    PATIENCE_MS * 1.5,
  );

  it(
    'keeps the built-in kinds working',
    async () => {
      expect(
        await relationsOf(
          'component:default/xiaoai',
          'ownedBy group:default/suoke-life-dev',
        ),
      ).toEqual(
        expect.arrayContaining([
          'ownedBy group:default/suoke-life-dev',
          'partOf system:default/suoke-life',
        ]),
      );
    },
    PATIENCE_MS * 1.5,
  );

  it.each([
    [
      'unknown-framework',
      'spec.framework: must be one of: huggingface, pytorch, tensorflow, onnx, custom; it is "caffe"',
    ],
    [
      'oci-without-digest',
      'spec.artifact.digest: OCI artifacts need a digest, because tags can move',
    ],
    [
      'wrong-version',
      'apiVersion: must be one of: ai.suoke.life/v1alpha1; it is "ai.suoke.life/v1"',
    ],
  ])(
    'refuses %s alone, and says which file and field',
    async (name, problem) => {
      const message = await errorOf(name);
      expect(message).toContain(problem);
      expect(message).toContain('__fixtures__/mixed.yaml');
      const found = await get<Entity[]>(
        `/entities?filter=metadata.name=${name}`,
      );
      expect(found).toEqual([]);
    },
    PATIENCE_MS * 1.5,
  );
});
