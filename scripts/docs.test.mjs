// What the documents promise is there: files behind links, npm scripts behind commands, pages behind the navigation.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './toolchain.mjs';

const scripts = JSON.parse(
  fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
).scripts;
const documents = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter(file => file && fs.existsSync(path.join(root, file)));

for (const file of documents) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');

  test(`${file}: relative links lead to files`, () => {
    const broken = [...text.matchAll(/\]\(([^)#?\s]+)[^)]*\)/g)]
      .map(match => match[1])
      .filter(href => !/^([a-z]+:|\/)/i.test(href))
      .filter(
        href => !fs.existsSync(path.join(root, path.dirname(file), href)),
      );
    assert.deepEqual(broken, []);
  });

  test(`${file}: npm scripts exist`, () => {
    const unknown = [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)]
      .map(match => match[1])
      .filter(name => !(name in scripts));
    assert.deepEqual(unknown, []);
  });
}

test('mkdocs.yml: every page of the navigation exists, every document is in it', () => {
  const nav = fs.readFileSync(path.join(root, 'mkdocs.yml'), 'utf8');
  const listed = [...nav.matchAll(/: (\S+\.md)$/gm)].map(match => match[1]);
  const existing = fs
    .readdirSync(path.join(root, 'docs'))
    .filter(name => name.endsWith('.md'));
  assert.deepEqual(listed.sort(), existing.sort());
});
