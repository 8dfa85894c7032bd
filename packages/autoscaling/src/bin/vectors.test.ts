import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const directory = mkdtempSync(path.join(tmpdir(), 'vectors-'));
afterAll(() => rmSync(directory, { recursive: true }));

function vectors(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      path.join(__dirname, 'vectors.ts'),
      ...args,
    ],
    {
      encoding: 'utf8',
      cwd: directory,
      env: { ...process.env, INIT_CWD: directory },
    },
  );
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  writeFileSync(path.join(directory, name), content);
  return name;
}

const rule = (expected: unknown) =>
  JSON.stringify({
    convertWithRules: [
      { name: 'within', cur: 5, des: 7, min: 3, max: 8, expect: expected },
    ],
  });

it('ends with the counts, relative to where it was called and to the repository', () => {
  expect(
    vectors(file('good.json', rule([7, 'DesiredWithinRange']))),
  ).toMatchObject({ status: 0, stdout: '1 passed, 0 failed\n' });
  expect(
    vectors('packages/autoscaling/src/hpa/__fixtures__/hpa-vectors.json'),
  ).toMatchObject({
    status: 0,
    stdout: '135 passed, 0 failed\n',
  });
});

it('prints what differs and fails', () => {
  const { status, stdout } = vectors(
    file('bad.json', rule([8, 'TooManyReplicas'])),
  );
  expect(status).toBe(1);
  expect(stdout).toBe(
    'FAIL convertWithRules > within: expect: expected [8,"TooManyReplicas"], got [7,"DesiredWithinRange"]\n0 passed, 1 failed\n',
  );
});

it.each([
  [['absent.json'], /^Cannot read .*absent\.json.*: check the path\n$/],
  [[file('text.json', 'not json')], /text\.json is not JSON: /],
  [
    [file('other.json', '{"surprises": []}')],
    /^\$\.surprises: is an unknown section; use /,
  ],
  [[], /^usage: npm run vectors -- FILE\n$/],
])('explains %j', (args, message) => {
  const { status, stderr } = vectors(...args);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
});
