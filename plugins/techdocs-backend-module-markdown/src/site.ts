import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';
import { z } from 'zod';

/** A page, or a titled group of pages, in the order in which the site shows them. */
export type NavEntry =
  | { title: string; file: string }
  | { title: string; children: NavEntry[] };

/** The part of `mkdocs.yml` that a Markdown site needs. */
export interface Site {
  name: string;
  description?: string;
  docsDir: string;
  /** Absent: every page, in alphabetical order. */
  nav?: NavEntry[];
}

const siteSchema = z.object({
  site_name: z.string().optional(),
  site_description: z.string().optional(),
  docs_dir: z.string().default('docs'),
  nav: z.array(z.unknown()).optional(),
});

/**
 * Reads `mkdocs.yml`.
 *
 * @throws InputError that names the field when the file is not a site that can be rendered.
 */
export function readSite(yaml: string, fallbackName: string): Site {
  // MkDocs allows Python tags in its plugin settings; those are warnings here.
  const document = parseDocument(yaml, { logLevel: 'error' });
  if (document.errors.length > 0) {
    throw new InputError('mkdocs.yml is not YAML', document.errors[0]);
  }
  const result = siteSchema.safeParse(document.toJS() ?? {});
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new InputError(
      `mkdocs.yml: ${issue.path.join('.')}: ${issue.message}`,
    );
  }
  return {
    name: result.data.site_name ?? fallbackName,
    description: result.data.site_description,
    docsDir: result.data.docs_dir,
    nav: result.data.nav?.map((entry, index) =>
      readNavEntry(entry, `nav[${index}]`),
    ),
  };
}

function readNavEntry(entry: unknown, path: string): NavEntry {
  if (typeof entry === 'string') return { title: titleOf(entry), file: entry };
  if (entry && typeof entry === 'object') {
    const pairs = Object.entries(entry);
    if (pairs.length === 1) {
      const [title, value] = pairs[0];
      if (typeof value === 'string') return { title, file: value };
      if (Array.isArray(value)) {
        return {
          title,
          children: value.map((child, index) =>
            readNavEntry(child, `${path}[${index}]`),
          ),
        };
      }
    }
  }
  throw new InputError(
    `mkdocs.yml: ${path} must be a file, or one "Title: file" or "Title: [entries]"`,
  );
}

/** `guides/first-agent.md` is titled "First agent". */
export function titleOf(file: string): string {
  const name = file
    .replace(/\.md$/, '')
    .replace(/(^|\/)index$/, '')
    .split('/')
    .pop();
  if (!name) return 'Home';
  const words = name.replace(/[-_]/g, ' ');
  return words[0].toLocaleUpperCase('en-US') + words.slice(1);
}
