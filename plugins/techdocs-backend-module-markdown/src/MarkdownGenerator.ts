import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { Dirent } from 'node:fs';
import {
  cp,
  mkdir,
  readdir,
  readFile,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { outputPath } from './pagePath';
import { renderPage } from './renderPage';
import { NavEntry, readSite, Site, titleOf } from './site';

/**
 * Renders a site of Markdown files without MkDocs, and so without Python.
 *
 * It is a TechdocsGenerator only because the extension point accepts nothing else; all of `run` is replaced.
 */
export class MarkdownGenerator extends TechdocsGenerator {
  static create(options: {
    config: Config;
    logger: LoggerService;
    now?: () => Date;
  }) {
    return new MarkdownGenerator(
      options.config,
      options.logger,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(
    config: Config,
    private readonly log: LoggerService,
    private readonly now: () => Date,
  ) {
    super({
      config,
      logger: log,
      scmIntegrations: ScmIntegrations.fromConfig(config),
    });
  }

  override async run(options: GeneratorRunOptions): Promise<void> {
    const { inputDir, outputDir, etag, siteOptions } = options;
    const site = await readSiteFile(inputDir, siteOptions?.name ?? 'Documents');
    const docsDir = requireInside(inputDir, site.docsDir);
    const files = await listFiles(docsDir);
    const pages = files.filter(file => file.endsWith('.md'));
    if (!pages.includes('index.md')) {
      throw new InputError(
        `${site.docsDir}/index.md is missing: it is the first page of the site`,
      );
    }
    const nav =
      site.nav ??
      pages.map((file): NavEntry => ({ title: titleOf(file), file }));

    for (const file of pages) {
      const markdown = await readFile(path.join(docsDir, file), 'utf8');
      const html = renderPage({ site, nav, file, markdown });
      await writeOutput(outputDir, outputPath(file), html);
    }
    const assets = files.filter(file => !file.endsWith('.md'));
    for (const file of assets) {
      await cp(path.join(docsDir, file), path.join(outputDir, file), {
        recursive: true,
      });
    }
    await writeOutput(
      outputDir,
      'techdocs_metadata.json',
      JSON.stringify({
        site_name: site.name,
        site_description: site.description ?? '',
        etag,
        build_timestamp: this.now().getTime(),
        files: [...pages.map(outputPath), ...assets],
      }),
    );
    this.log.info(`Rendered ${pages.length} pages of ${site.name}`);
  }
}

async function readSiteFile(inputDir: string, name: string): Promise<Site> {
  for (const candidate of ['mkdocs.yml', 'mkdocs.yaml']) {
    const file = path.join(inputDir, candidate);
    const exists = await stat(file).then(
      () => true,
      () => false,
    );
    if (exists) return readSite(await readFile(file, 'utf8'), name);
  }
  return { name, docsDir: 'docs' };
}

/** A site must not publish what lies outside its repository. */
function requireInside(root: string, dir: string): string {
  const resolved = path.resolve(root, dir);
  const relative = path.relative(path.resolve(root), resolved);
  if (relative.startsWith('..') || path.isAbsolute(relative)) {
    throw new InputError(`mkdocs.yml: docs_dir '${dir}' leaves the repository`);
  }
  return resolved;
}

/** Regular files below `dir`, as sorted POSIX paths; links are not followed. */
async function listFiles(dir: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(dir, { recursive: true, withFileTypes: true });
  } catch (error) {
    throw new InputError(`The documents' folder cannot be read`, error);
  }
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path
        .relative(dir, path.join(entry.parentPath, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .sort();
}

async function writeOutput(outputDir: string, file: string, content: string) {
  const target = path.join(outputDir, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
}
