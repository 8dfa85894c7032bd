import { parseAllDocuments } from 'yaml';
import { readK8sFile } from '../__fixtures__/objects';
import { CRD_FILE, renderCrdFile } from './renderCrdFile';
import { toCustomResourceDefinitions } from './toCustomResourceDefinitions';

describe('toCustomResourceDefinitions', () => {
  it.each([
    ['AIModel', 'aimodels.ai.suoke.life', ['aim']],
    ['ModelVersion', 'modelversions.ai.suoke.life', ['mv']],
    ['ModelRegistry', 'modelregistries.ai.suoke.life', ['mreg']],
  ])('%s is %s', (kind, name, shortNames) => {
    const crd = toCustomResourceDefinitions().find(
      ({ spec }) => spec.names.kind === kind,
    );
    expect(crd).toMatchObject({
      metadata: { name },
      spec: {
        group: 'ai.suoke.life',
        scope: 'Namespaced',
        names: {
          listKind: `${kind}List`,
          shortNames,
          categories: ['ai', 'suoke'],
        },
        versions: [
          {
            name: 'v1alpha1',
            served: true,
            storage: true,
            subresources: { status: {} },
          },
        ],
      },
    });
  });

  it.each([
    [
      'AIModel',
      'Framework Version Stable Target Weight Step Phase Ready Engine Owner Age',
    ],
    ['ModelVersion', 'Model Version Format Size Approved InUse Age'],
    ['ModelRegistry', 'Type Endpoint Models Ready LastSync Age'],
  ])('%s prints %s', (kind, columns) => {
    const crd = toCustomResourceDefinitions().find(
      ({ spec }) => spec.names.kind === kind,
    );
    expect(
      crd?.spec.versions[0].additionalPrinterColumns
        .map(({ name }) => name.replace(' ', ''))
        .join(' '),
    ).toBe(columns);
  });

  it('has no place for a secret value in a registry', () => {
    const registry = toCustomResourceDefinitions().find(
      ({ spec }) => spec.names.kind === 'ModelRegistry',
    );
    const auth =
      registry?.spec.versions[0].schema.openAPIV3Schema.properties?.spec
        .properties?.auth;
    expect(Object.keys(auth?.properties ?? {})).toEqual(['kind', 'secretRef']);
    expect(Object.keys(auth?.properties?.secretRef.properties ?? {})).toEqual([
      'name',
    ]);
  });
});

describe('the generated file', () => {
  it('is what the schemas say: run "npm run generate" when this fails', () => {
    expect(readK8sFile(CRD_FILE)).toBe(renderCrdFile());
  });

  it('reads the same in YAML 1.1, which kubectl reads, and 1.2', () => {
    const read = (version: '1.1' | '1.2') =>
      parseAllDocuments(readK8sFile(CRD_FILE), { version }).map(document =>
        document.toJS(),
      );
    expect(read('1.1')).toEqual(read('1.2'));
    expect(read('1.1')).toEqual(
      JSON.parse(JSON.stringify(toCustomResourceDefinitions())),
    );
  });
});
