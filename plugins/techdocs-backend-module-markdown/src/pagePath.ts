import { posix } from 'node:path';

/** Where a Markdown file is written: pages get a directory each, so that their URL has no file ending. */
export function outputPath(file: string): string {
  const base = file.replace(/\.md$/, '');
  return posix.basename(base) === 'index'
    ? `${base}.html`
    : `${base}/index.html`;
}

/** The link from the page of one Markdown file to the page of another. */
export function linkBetween(from: string, to: string): string {
  const fromDir = posix.dirname(outputPath(from));
  const toDir = posix.dirname(outputPath(to));
  const relative = posix.relative(fromDir, toDir);
  return relative === '' ? './' : `${relative}/`;
}

/**
 * Rewrites what a document links to into what its page must link to: `other.md#part` becomes a page, and files beside
 * the document are reached from one directory further down.
 */
export function rewriteLink(from: string, href: string): string {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|\/|#)/i.test(href)) return href;
  const [, path, rest] = /^([^?#]*)(.*)$/s.exec(href)!;
  const target = posix.join(posix.dirname(from), path);
  if (path.endsWith('.md')) return `${linkBetween(from, target)}${rest}`;
  return `${posix.relative(posix.dirname(outputPath(from)), target)}${rest}`;
}
