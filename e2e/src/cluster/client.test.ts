import { configMap, deployment } from './support/objects';
import { useCluster } from './support/useCluster';

const MANAGER = 'suoke-cluster-suite';

interface ConfigMap {
  metadata: { resourceVersion: string; name: string };
  data?: Record<string, string>;
}

describe('the cluster client', () => {
  const { client, namespace } = useCluster();
  const path = (name: string) =>
    `/api/v1/namespaces/${namespace}/configmaps/${name}`;
  const read = (name: string) => client.request<ConfigMap>(path(name));
  const apply = (
    name: string,
    data: Record<string, string>,
    options: { fieldManager?: string; force?: boolean; dryRun?: boolean } = {},
  ) =>
    client.applyServerSide(configMap({ namespace, name, data }), {
      fieldManager: MANAGER,
      ...options,
    });

  it('creates by server-side apply, and changes only what is different', async () => {
    await apply('applied', { color: 'red' });
    const created = await read('applied');
    await apply('applied', { color: 'red' });
    const unchanged = await read('applied');
    await apply('applied', { color: 'blue' });

    expect(created.data).toEqual({ color: 'red' });
    expect(unchanged.metadata.resourceVersion).toBe(
      created.metadata.resourceVersion,
    );
    expect((await read('applied')).data).toEqual({ color: 'blue' });
  });

  it('takes fields away that are no longer applied, and leaves those of others', async () => {
    await apply('shared', { mine: '1', gone: '1' });
    await apply('shared', { theirs: '1' }, { fieldManager: 'somebody-else' });
    await apply('shared', { mine: '2' });

    expect((await read('shared')).data).toEqual({ mine: '2', theirs: '1' });
  });

  it('meets a conflict over a field of another manager, and takes it over by force', async () => {
    await apply('contested', { owner: 'a' }, { fieldManager: 'somebody-else' });

    await expect(apply('contested', { owner: 'b' })).rejects.toMatchObject({
      name: 'KubernetesStatusError',
      statusCode: 409,
      reason: 'Conflict',
      serverMessage: expect.stringContaining('somebody-else'),
      causes: [
        expect.objectContaining({
          reason: 'FieldManagerConflict',
          field: '.data.owner',
        }),
      ],
    });
    await apply('contested', { owner: 'b' }, { force: true });
    expect((await read('contested')).data).toEqual({ owner: 'b' });
  });

  it('stores nothing in a dry run, and answers what would be', async () => {
    const answer = await apply('imagined', { a: '1' }, { dryRun: true });

    expect(answer).toMatchObject({
      data: { a: '1' },
      metadata: { name: 'imagined', namespace, uid: expect.any(String) },
    });
    await expect(read('imagined')).rejects.toMatchObject({
      statusCode: 404,
      reason: 'NotFound',
    });
  });

  it('refuses a field that the schema does not know, by name', async () => {
    const misspelt = deployment({ namespace, name: 'misspelt' });
    await expect(
      client.applyServerSide(
        { ...misspelt, spec: { ...(misspelt.spec as object), replicsa: 3 } },
        { fieldManager: MANAGER, dryRun: true },
      ),
    ).rejects.toMatchObject({
      name: 'KubernetesStatusError',
      serverMessage: expect.stringContaining('replicsa'),
    });
  });

  it('names the field that a validation refuses', async () => {
    await expect(
      client.applyServerSide(
        deployment({ namespace, name: 'negative', replicas: -1 }),
        { fieldManager: MANAGER, dryRun: true },
      ),
    ).rejects.toMatchObject({
      statusCode: 422,
      reason: 'Invalid',
      causes: expect.arrayContaining([
        expect.objectContaining({ field: 'spec.replicas' }),
      ]),
    });
  });

  it('says that a kind is not served', async () => {
    await expect(
      client.applyServerSide(
        {
          apiVersion: 'ai.suoke.life/v1alpha1',
          kind: 'Nothing',
          metadata: { name: 'x', namespace },
        },
        { fieldManager: MANAGER },
      ),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('does not serve Nothing'),
    });
  });

  it('says that a namespace is missing', async () => {
    await expect(
      client.applyServerSide(
        configMap({ namespace: `${namespace}-not`, name: 'x' }),
        { fieldManager: MANAGER },
      ),
    ).rejects.toMatchObject({ statusCode: 404, reason: 'NotFound' });
  });

  it('deletes', async () => {
    await apply('doomed', {});
    await client.request(path('doomed'), { method: 'DELETE' });

    await expect(read('doomed')).rejects.toMatchObject({ statusCode: 404 });
  });

  it('reads what a person would see', async () => {
    await apply('seen', { a: '1', b: '2' });
    const table = await client.request<{
      kind: string;
      columnDefinitions: { name: string }[];
      rows: { cells: unknown[] }[];
    }>(path('seen'), {
      accept: 'application/json;as=Table;g=meta.k8s.io;v=v1',
    });

    expect(table.kind).toBe('Table');
    expect(table.columnDefinitions.map(({ name }) => name)).toEqual([
      'Name',
      'Data',
      'Age',
    ]);
    expect(table.rows[0].cells.slice(0, 2)).toEqual(['seen', 2]);
  });
});
