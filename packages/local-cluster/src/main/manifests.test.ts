import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ManualClock } from '../clock/ManualClock';
import { createClusterApi } from '../registry/createClusterApi';
import { agentDeployment } from '../__testUtils__/fixtures';
import { applyManifests, parseManifest, readManifests } from './manifests';

describe('parseManifest', () => {
  it('takes documents and Lists apart and skips empty ones', () => {
    const text = [
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}',
      '# nothing here',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: b}}',
    ].join('\n---\n');
    expect(
      parseManifest(text, 'f.yaml').map(one => one.object.metadata?.name),
    ).toEqual(['a', 'b']);
  });

  it.each([
    [
      'kind: [',
      /^Manifest f.yaml is not valid YAML at line 1, column \d+: .* Correct the file and start again$/,
    ],
    [
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n---\nreplicas: 3\n',
      'Manifest f.yaml: the document at line 5 has no apiVersion; only Kubernetes objects can be applied',
    ],
    [
      'apiVersion: v1\nkind: Secret\n',
      'Manifest f.yaml: the document at line 1 has no metadata.name; only Kubernetes objects can be applied',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => parseManifest(text, 'f.yaml')).toThrow(message);
  });
});

describe('readManifests', () => {
  it('reads a directory by name and says what is missing', () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'manifests-'));
    const write = (name: string, object: string) =>
      fs.writeFileSync(
        path.join(directory, name),
        `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${object}}\n`,
      );
    write('b.yaml', 'second');
    write('a.yml', 'first');
    write('notes.txt', 'ignored');
    expect(
      readManifests([directory]).map(one => one.object.metadata?.name),
    ).toEqual(['first', 'second']);
    const missing = path.join(directory, 'none.yaml');
    expect(() => readManifests([missing])).toThrow(
      `Manifest ${missing} does not exist; give a file or a directory with --manifests`,
    );
    fs.rmSync(directory, { recursive: true });
  });
});

describe('applyManifests', () => {
  const cluster = () =>
    createClusterApi({ clock: new ManualClock({ start: 0 }) });
  const manifests = (...objects: object[]) =>
    objects.map(object => ({ file: 'f.yaml', object }));
  const namespace = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'agents' },
  };

  it('creates namespaces first and leaves alone what exists', () => {
    const target = cluster();
    const twice = manifests(agentDeployment({ replicas: 2 }), namespace);
    applyManifests(target, twice);
    target.patch(
      { group: 'apps', resource: 'deployments' },
      { namespace: 'agents', name: 'nova' },
      { spec: { replicas: 5 } },
    );
    applyManifests(target, twice);
    expect(
      target.get(
        { group: 'apps', resource: 'deployments' },
        { namespace: 'agents', name: 'nova' },
      )?.spec.replicas,
    ).toBe(5);
  });

  it.each([
    [undefined, 'default'],
    ['agents', 'agents'],
  ])(
    'puts what names no namespace into --namespace %s, and nothing else',
    (given, expected) => {
      const target = cluster();
      const map = (name: string, metadata: object = {}) => ({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, ...metadata },
      });
      applyManifests(
        target,
        manifests(
          namespace,
          map('silent'),
          map('placed', { namespace: 'kube-public' }),
        ),
        { namespace: given },
      );
      expect(
        target
          .list({ group: '', resource: 'configmaps' })
          .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
          .sort(),
      ).toEqual([`${expected}/silent`, 'kube-public/placed']);
      expect(
        target.get({ group: '', resource: 'namespaces' }, { name: 'agents' })
          ?.metadata.namespace,
      ).toBeUndefined();
    },
  );

  it.each([
    [
      { apiVersion: 'x.io/v1', kind: 'Odd', metadata: { name: 'o' } },
      'Manifest f.yaml: the local cluster does not know kind Odd in x.io/v1 (object o); add its CustomResourceDefinition to the manifests',
    ],
    [
      agentDeployment(),
      'Manifest f.yaml: Deployment nova was refused: namespaces "agents" not found',
    ],
  ])('says what is wrong with %j', (object, message) => {
    expect(() => applyManifests(cluster(), manifests(object))).toThrow(message);
  });
});
