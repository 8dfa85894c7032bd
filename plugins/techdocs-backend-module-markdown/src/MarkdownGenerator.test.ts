import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { readFile, symlink } from 'node:fs/promises';
import { MarkdownGenerator } from './MarkdownGenerator';

const input = createMockDirectory();
const output = createMockDirectory();

function generate() {
  return MarkdownGenerator.create({
    config: mockServices.rootConfig(),
    logger: mockServices.logger.mock(),
    now: () => new Date('2026-01-01T00:00:00Z'),
  }).run({
    inputDir: input.path,
    outputDir: output.path,
    etag: 'abc',
    logger: mockServices.logger.mock() as never,
  });
}

function page(file: string) {
  return readFile(output.resolve(file), 'utf8');
}

describe('MarkdownGenerator', () => {
  beforeEach(() => {
    input.clear();
    output.clear();
  });

  it('renders every page with its place in the navigation, and copies pictures', async () => {
    input.setContent({
      'mkdocs.yml': [
        'site_name: Agents',
        'nav:',
        '  - Start: index.md',
        '  - Guides:',
        '      - First agent: guides/first-agent.md',
      ].join('\n'),
      docs: {
        'index.md':
          '# Agents\n\nSee [the guide](guides/first-agent.md#step-1).',
        guides: {
          'first-agent.md':
            '# First agent\n\n## Step 1\n\n![picture](../images/a.png) [back](../index.md)',
        },
        images: { 'a.png': 'png' },
      },
    });

    await generate();

    const index = await page('index.html');
    expect(index).toContain('<h1 id="agents"');
    expect(index).toContain('href="guides/first-agent/#step-1"');
    expect(index).toContain('md-nav__link--active" href="./">Start');

    const guide = await page('guides/first-agent/index.html');
    expect(guide).toContain('<title>First agent - Agents</title>');
    expect(guide).toContain('src="../../images/a.png"');
    expect(guide).toContain('href="../../">back');
    expect(guide).toContain('href="#step-1">Step 1');
    expect(await page('images/a.png')).toBe('png');
    expect(JSON.parse(await page('techdocs_metadata.json'))).toEqual({
      site_name: 'Agents',
      site_description: '',
      etag: 'abc',
      build_timestamp: Date.parse('2026-01-01T00:00:00Z'),
      files: ['guides/first-agent/index.html', 'index.html', 'images/a.png'],
    });
  });

  it('shows HTML of documents as text', async () => {
    input.setContent({
      docs: { 'index.md': '# Hi\n\n<script>alert(1)</script>' },
    });
    await generate();
    expect(await page('index.html')).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    );
  });

  it('does not publish what a link points to', async () => {
    input.setContent({ docs: { 'index.md': '# Hi' }, 'secret.md': 'secret' });
    await symlink(input.resolve('secret.md'), input.resolve('docs/leak.md'));
    await generate();
    await expect(page('leak/index.html')).rejects.toThrow('ENOENT');
  });

  it.each([
    ['docs_dir: ../..', /docs_dir '\.\.\/\.\.' leaves the repository/],
    ['docs_dir: 7', /mkdocs\.yml: docs_dir: /],
    ['nav: [{ A: 1 }]', /mkdocs\.yml: nav\[0\] must be a file/],
    ['nav: [', /mkdocs\.yml is not YAML/],
    ['docs_dir: missing', /folder cannot be read/],
  ])('refuses %s with an error that names it', async (yaml, message) => {
    input.setContent({ 'mkdocs.yml': yaml, docs: { 'index.md': '# Hi' } });
    await expect(generate()).rejects.toThrow(message);
  });

  it('asks for the first page when it is missing', async () => {
    input.setContent({ docs: { 'other.md': '# Other' } });
    await expect(generate()).rejects.toThrow('docs/index.md is missing');
  });
});
