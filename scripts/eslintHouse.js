// Backstage's ESLint configuration plus the import rules of this house (docs/architecture.md), chosen by what a package is:
//
//   module.exports = require('../../scripts/eslintHouse')(__dirname);
const path = require('node:path');
const { builtinModules } = require('node:module');
const createConfig = require('@backstage/cli/config/eslint-factory');

const TOOLS = [
  '**/*.test.*',
  '**/*.property.*',
  '**/__fixtures__/**',
  '**/__testing__/**',
  '**/__testUtils__/**',
  '**/setupTests.ts',
  'src/bin/**',
];

/** Pure packages run in browsers, servers and the local cluster alike, and the same input gives the same output. */
const PURE = [
  '@suoke/autoscaling',
  '@suoke/agent-manifests',
  /^@suoke\/plugin-.*-common$/,
];

const BUILTINS = builtinModules.flatMap(name => [name, `node:${name}`]);

function isPure(name) {
  return PURE.some(each =>
    typeof each === 'string' ? each === name : each.test(name),
  );
}

function forbiddenImports({ name, backstage: { role } }) {
  const forbid = (group, message) => ({ group, message });
  const patterns = [];
  if (name !== '@suoke/e2e') {
    patterns.push(
      forbid(
        ['@suoke/local-cluster', '@suoke/local-cluster/*'],
        'Only tests and the start script may use the local cluster.',
      ),
    );
  }
  if (role.startsWith('frontend-plugin')) {
    patterns.push(
      forbid(
        ['@suoke/plugin-*', '!@suoke/plugin-*-common'],
        'A frontend plugin imports no other plugin than common ones.',
      ),
      forbid(
        ['@suoke/kubernetes-cache', '@backstage/backend-*'],
        'This runs in the browser.',
      ),
    );
  }
  if (role.startsWith('backend-plugin') || role === 'node-library') {
    patterns.push(
      forbid(
        ['@suoke/plugin-agent-scaling', '@suoke/plugin-ai-models'],
        'A backend imports no frontend plugin.',
      ),
      forbid(['@backstage/core-*', 'react', 'react-dom'], 'This runs in Node.'),
    );
  }
  return patterns;
}

function pureRules() {
  const passIn = 'Take it as an argument: this package is pure.';
  return {
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: passIn },
      { object: 'Math', property: 'random', message: passIn },
    ],
    'no-restricted-globals': [
      'error',
      ...[
        'process',
        'Buffer',
        'crypto',
        'performance',
        'setTimeout',
        'setInterval',
        'window',
        'document',
      ].map(name => ({ name, message: passIn })),
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: passIn,
      },
      // Not a restricted global: naming its type is how a client takes it as an argument.
      { selector: "CallExpression[callee.name='fetch']", message: passIn },
    ],
  };
}

module.exports = function createHouseConfig(dir) {
  const manifest = require(path.join(dir, 'package.json'));
  const pure = isPure(manifest.name);
  return createConfig(dir, {
    overrides: [
      {
        files: ['src/**/*.ts', 'src/**/*.tsx'],
        excludedFiles: TOOLS,
        rules: {
          // The typed twin of the rule, because Backstage's configuration uses the other one.
          '@typescript-eslint/no-restricted-imports': [
            'error',
            {
              patterns: forbiddenImports(manifest),
              paths: pure
                ? BUILTINS.map(name => ({
                    name,
                    message: 'This package is pure: no I/O.',
                  }))
                : [],
            },
          ],
          ...(pure ? pureRules() : {}),
        },
      },
    ],
  });
};
