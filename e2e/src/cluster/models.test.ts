import { inTestRun } from './support/inTestRun';
import { eventually } from './support/eventually';
import { Manifest, readManifests } from './support/readManifests';
import { useCluster } from './support/useCluster';
import { itWhereClusterHas } from './support/itWhereClusterHas';

const API = 'ai.suoke.life/v1alpha1';
const MANAGER = 'suoke-cluster-suite';

type Fields = Record<string, unknown>;

function object(kind: string, name: string, spec: Fields): Manifest {
  return { apiVersion: API, kind, metadata: { name }, spec };
}

/** A model that is served by an image, and nothing else. */
const model = (spec: Fields = {}) =>
  object('AIModel', 'chat', { framework: 'huggingface', ...spec });
const version = (spec: Fields = {}) =>
  object('ModelVersion', 'chat-v1.0.0', {
    modelRef: { name: 'chat' },
    version: 'v1.0.0',
    artifact: { uri: 'registry://models/chat/v1.0.0' },
    ...spec,
  });
const registry = (spec: Fields = {}) =>
  object('ModelRegistry', 'models', {
    type: 'MLflow',
    endpoint: 'https://mlflow.example.com',
    ...spec,
  });

describe('kinds of models', () => {
  const { client, namespace, startCache } = useCluster();
  const place = (manifest: Manifest): Manifest => {
    const { metadata } = inTestRun(manifest, namespace);
    return { ...manifest, metadata: { ...metadata, namespace } };
  };
  const apply = (manifest: Manifest, dryRun = false) =>
    client.applyServerSide(place(manifest), { fieldManager: MANAGER, dryRun });
  const collection = (plural: string) =>
    `/apis/${API}/namespaces/${namespace}/${plural}`;

  for (const example of readManifests('ai-model-examples.yaml')) {
    itWhereClusterHas(
      ['crds'],
      `take the example ${example.kind} ${example.metadata.name}`,
      async () => {
        await expect(apply(example)).resolves.toMatchObject({
          metadata: { generation: 1 },
        });
      },
    );
  }

  const step = (fields: Fields) => ({
    traffic: { parentRefs: [{ name: 'gateway' }] },
    delivery: {
      strategy: { type: 'Canary', canary: { steps: [fields] } },
    },
  });

  const refusals: [string, Manifest, string][] = [
    [
      'a model without a framework',
      model({ framework: undefined }),
      'spec.framework',
    ],
    [
      'an unknown framework',
      model({ framework: 'abacus' }),
      'Unsupported value',
    ],
    ['a field that does not exist', model({ framwork: 'onnx' }), 'framwork'],
    [
      'a server with both runtime and image',
      model({ serving: { runtime: { name: 'vllm' }, image: 'a/b:1' } }),
      'exactly one of runtime or image',
    ],
    [
      'a server with neither',
      model({ serving: { replicas: 1 } }),
      'exactly one of runtime or image',
    ],
    [
      'a fixed number beside autoscaling',
      model({
        serving: {
          image: 'a/b:1',
          replicas: 2,
          autoscaling: { min: 1, max: 3 },
        },
      }),
      'the autoscaler would fight the fixed number',
    ],
    [
      'autoscaling upside down',
      model({ serving: { image: 'a/b:1', autoscaling: { min: 4, max: 3 } } }),
      'min must not be above max',
    ],
    [
      'a canary without a gateway',
      model({
        delivery: {
          strategy: { type: 'Canary', canary: { steps: [{ setWeight: 5 }] } },
        },
      }),
      'a Canary strategy needs traffic.parentRefs',
    ],
    [
      'a canary without steps',
      model({
        traffic: { parentRefs: [{ name: 'g' }] },
        delivery: { strategy: { type: 'Canary' } },
      }),
      'a Canary strategy needs canary.steps',
    ],
    [
      'blue-green settings of a canary',
      model({
        delivery: { strategy: { type: 'RollingUpdate', blueGreen: {} } },
      }),
      'blueGreen is only for the BlueGreen strategy',
    ],
    [
      'a step with two actions',
      model(step({ setWeight: 5, pause: {} })),
      'a step has exactly one action',
    ],
    [
      'a weight over 100',
      model(step({ setWeight: 101 })),
      'should be less than or equal to 100',
    ],
    [
      'an alias to follow that is not named',
      model({ autoDeploy: { enabled: true, trigger: 'Alias' } }),
      'trigger: Alias needs the alias to follow',
    ],
    [
      'a name that no catalog entity may have',
      object('AIModel', 'x'.repeat(64), { framework: 'onnx' }),
      'at most 63',
    ],
    [
      'a version without a model',
      version({ modelRef: undefined }),
      'spec.modelRef',
    ],
    [
      'an OCI artifact that can move',
      version({ artifact: { uri: 'oci://registry.example.com/chat:v1' } }),
      'OCI artifacts need a digest',
    ],
    [
      'a registry of an unknown type',
      registry({ type: 'Shoebox' }),
      'Unsupported value',
    ],
    [
      'a registry without an endpoint',
      registry({ endpoint: undefined }),
      'a registry of this type needs its endpoint',
    ],
    [
      'a folder without a path',
      registry({ type: 'Folder', endpoint: undefined }),
      'a Folder registry needs storage.folder.path',
    ],
    [
      'a bucket without a name',
      registry({ type: 'S3', endpoint: undefined }),
      'an S3 registry needs storage.s3.bucket',
    ],
    [
      'a password without its secret',
      registry({ auth: { kind: 'Basic' } }),
      'auth needs a secretRef',
    ],
    [
      'an unchecked certificate over plain HTTP',
      registry({
        endpoint: 'http://mlflow',
        tls: { insecureSkipVerify: true },
      }),
      'insecureSkipVerify needs an https:// endpoint',
    ],
  ];
  for (const [what, manifest, words] of refusals) {
    itWhereClusterHas(['crds'], `refuse ${what}`, async () => {
      await expect(apply(manifest, true)).rejects.toMatchObject({
        name: 'KubernetesStatusError',
        serverMessage: expect.stringContaining(words),
      });
    });
  }

  itWhereClusterHas(
    ['crds'],
    'take what the refusals were made from',
    async () => {
      for (const manifest of [
        model(),
        version(),
        registry(),
        model(step({ setWeight: 5 })),
      ]) {
        await expect(apply(manifest, true)).resolves.toBeDefined();
      }
    },
  );

  const changes: [string, Manifest, Manifest, string][] = [
    [
      'the framework of a model',
      model(),
      model({ framework: 'onnx' }),
      'framework is immutable',
    ],
    [
      'the artifact of a version',
      version(),
      version({ artifact: { uri: 'registry://models/chat/v9' } }),
      'are immutable; create a new version',
    ],
    [
      'the type of a registry',
      registry(),
      registry({ type: 'HuggingFace' }),
      'type is immutable',
    ],
  ];
  for (const [what, before, after, words] of changes) {
    itWhereClusterHas(['crds'], `refuse to change ${what}`, async () => {
      await apply(before);
      await expect(apply(after)).rejects.toMatchObject({
        statusCode: 422,
        serverMessage: expect.stringContaining(words),
      });
    });
  }

  itWhereClusterHas(['crds'], 'keep spec and status apart', async () => {
    const name = 'soer-wellness-engine';
    const path = `${collection('aimodels')}/${name}`;
    interface Model {
      metadata: { generation: number };
      spec: { framework: string; title?: string };
      status?: { phase?: string };
    }
    const patch = (at: string, body: unknown) =>
      client.request<Model>(at, {
        method: 'PATCH',
        contentType: 'application/merge-patch+json',
        body,
      });
    const before = await client.request<Model>(path);

    const viaStatus = await patch(`${path}/status`, {
      spec: { title: 'not here' },
      status: { phase: 'Healthy' },
    });
    expect(viaStatus.status?.phase).toBe('Healthy');
    expect(viaStatus.spec.title).toBe(before.spec.title);
    expect(viaStatus.metadata.generation).toBe(before.metadata.generation);

    const viaSpec = await patch(path, {
      spec: { title: 'here' },
      status: { phase: 'Degraded' },
    });
    expect(viaSpec.spec.title).toBe('here');
    expect(viaSpec.status?.phase).toBe('Healthy');
    expect(viaSpec.metadata.generation).toBe(before.metadata.generation + 1);
  });

  const columns: [string, string[], string, unknown[]][] = [
    [
      'aimodels',
      [
        'Name',
        'Framework',
        'Version',
        'Stable',
        'Target',
        'Weight',
        'Step',
        'Phase',
        'Ready',
        'Engine',
        'Owner',
        'Age',
      ],
      'xiaoke-health-classifier',
      [
        'xiaoke-health-classifier',
        'pytorch',
        'xiaoke-health-classifier-v1.5.2',
      ],
    ],
    [
      'modelversions',
      [
        'Name',
        'Model',
        'Version',
        'Format',
        'Size',
        'Approved',
        'In Use',
        'Age',
      ],
      'laoke-tcm-expert-v3.0.1',
      ['laoke-tcm-expert-v3.0.1', 'laoke-tcm-expert', 'v3.0.1', 'savedmodel'],
    ],
    [
      'modelregistries',
      ['Name', 'Type', 'Endpoint', 'Models', 'Ready', 'Last Sync', 'Age'],
      'suoke-models',
      ['suoke-models', 'Folder'],
    ],
  ];
  for (const [plural, headers, name, cells] of columns) {
    itWhereClusterHas(['crds'], `print ${plural} as a table`, async () => {
      const table = await client.request<{
        columnDefinitions: { name: string }[];
        rows: { cells: unknown[] }[];
      }>(`${collection(plural)}/${name}`, {
        accept: 'application/json;as=Table;g=meta.k8s.io;v=v1',
      });

      expect(table.columnDefinitions.map(column => column.name)).toEqual(
        headers,
      );
      expect(table.rows[0].cells.slice(0, cells.length)).toEqual(cells);
    });
  }

  itWhereClusterHas(['crds'], 'select versions by their model', async () => {
    const { items } = await client.request<{ items: Manifest[] }>(
      collection('modelversions'),
      {
        query: { fieldSelector: 'spec.modelRef.name=xiaoai-conversation-llm' },
      },
    );

    expect(items.map(({ metadata }) => metadata.name).sort()).toEqual([
      'xiaoai-conversation-llm-v1.10.0',
      'xiaoai-conversation-llm-v2.0.0',
      'xiaoai-conversation-llm-v2.1.0',
    ]);
  });

  itWhereClusterHas(['crds'], 'are watched like any other', async () => {
    const resource = 'aimodels.ai.suoke.life';
    const cache = await startCache({
      resources: [
        {
          group: 'ai.suoke.life',
          version: 'v1alpha1',
          plural: 'aimodels',
          namespaces: [namespace],
          optional: true,
        },
      ],
    });
    const name = 'laoke-tcm-expert';
    const read = () =>
      cache.get<{ spec: { activeVersion?: string } }>('under-test', resource, {
        namespace,
        name,
      })?.spec.activeVersion;
    expect(read()).toBe('laoke-tcm-expert-v3.0.1');

    await client.request(`${collection('aimodels')}/${name}`, {
      method: 'PATCH',
      contentType: 'application/merge-patch+json',
      body: { spec: { activeVersion: 'laoke-tcm-expert-v2.4.0' } },
    });
    await eventually(
      'the rollback arrives',
      () => read() === 'laoke-tcm-expert-v2.4.0',
    );
  });
});
