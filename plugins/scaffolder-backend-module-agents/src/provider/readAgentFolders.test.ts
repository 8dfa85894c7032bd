import { createMockDirectory } from '@backstage/backend-test-utils';
import { folderLocation, readAgentFolders } from './readAgentFolders';

const root = createMockDirectory();
const options = { allowedKinds: ['Component'] };

function component(name: string) {
  return `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: ai-agent\n`;
}

describe('readAgentFolders', () => {
  it('reads every folder and says where each entity comes from', async () => {
    root.setContent({
      b: { 'catalog-info.yaml': `${component('b')}---\n${component('b2')}` },
      a: { 'catalog-info.yaml': component('a') },
      'no-agent': { 'README.md': 'hello' },
      '.staging-new-1': { 'catalog-info.yaml': component('half') },
      'file.txt': 'x',
    });
    const results = await readAgentFolders(root.path, options);
    expect(
      results.map(result => [
        result.folder,
        result.ok && result.entities.map(({ metadata }) => metadata.name),
      ]),
    ).toEqual([
      ['a', ['a']],
      ['b', ['b', 'b2']],
    ]);
    expect(results[0]).toHaveProperty('entities.0.metadata.annotations', {
      'backstage.io/managed-by-location': folderLocation(root.path, 'a'),
      'backstage.io/managed-by-origin-location': folderLocation(root.path, 'a'),
    });
  });

  it.each([
    ['is no YAML', 'a: [', /catalog-info.yaml/],
    ['has no name', 'kind: Component', /without apiVersion, kind or/],
    [
      'brings a kind that is not allowed',
      component('x').replace('Component', 'User'),
      /a User, which a folder may not bring; add it to agents.folder.allowedKinds/,
    ],
  ])('keeps the other folders when a file %s', async (_, text, message) => {
    root.setContent({
      bad: { 'catalog-info.yaml': text },
      good: { 'catalog-info.yaml': component('good') },
    });
    const [bad, good] = await readAgentFolders(root.path, options);
    expect(bad).toMatchObject({ folder: 'bad', ok: false });
    expect(bad.ok ? '' : bad.error.message).toMatch(message);
    expect(good).toMatchObject({ folder: 'good', ok: true });
  });

  it('finds nothing in a root that does not exist yet', async () => {
    expect(await readAgentFolders(root.resolve('later'), options)).toEqual([]);
  });
});
