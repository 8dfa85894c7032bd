// The cluster suite: `npm run test:cluster`, or `jest -c e2e/jest.cluster.config.js`.
const swc = require.resolve('@backstage/cli/config/jestSwcTransform');

module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/cluster/**/*.test.ts'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/src/cluster/support/startRun.ts',
  globalTeardown: '<rootDir>/src/cluster/support/endRun.ts',
  transform: {
    '\\.(mjs|cjs|js)$': [swc, { jsc: { parser: { syntax: 'ecmascript' } } }],
    '\\.(mts|cts|ts)$': [swc, { jsc: { parser: { syntax: 'typescript' } } }],
  },
  moduleFileExtensions: [
    'ts',
    'js',
    'mts',
    'cts',
    'mjs',
    'cjs',
    'json',
    'node',
  ],
  // Libraries ship ESM more and more; only what is known to be CommonJS is taken as it is, to save time.
  transformIgnorePatterns: [
    '/node_modules/(?:ajv|core-js|jest-.*|knex|typescript)/',
  ],
  // One after the other: they share a cluster, and a real one may be small.
  maxWorkers: 1,
  // Images have to be pulled and controllers have their own pace.
  testTimeout: 300_000,
  // Names the skipped tests too, with the reason.
  verbose: true,
};
