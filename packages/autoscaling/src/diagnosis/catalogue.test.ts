import fs from 'node:fs';
import path from 'node:path';
import { catalogueTables } from './catalogue';

/** Without the padding that the formatter puts into tables. */
function bare(markdown: string): string {
  return markdown
    .replace(/[ \t]+/g, ' ')
    .replace(/-{3,}/g, '---')
    .replace(/^ | $/gm, '')
    .trim();
}

it('is what README.md says', () => {
  const readme = fs.readFileSync(path.join(__dirname, 'README.md'), 'utf8');
  const [, tables] = readme.split('<!-- tables -->');
  expect(bare(tables)).toBe(bare(catalogueTables()));
});
