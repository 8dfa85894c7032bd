module.exports = {
  rules: {
    'jest/no-standalone-expect': [
      'error',
      { additionalTestBlockFunctions: ['itWhereClusterHas'] },
    ],
    'jest/expect-expect': [
      'warn',
      {
        assertFunctionNames: ['expect', 'eventually', 'whenNames'],
        additionalTestBlockFunctions: ['itWhereClusterHas'],
      },
    ],
  },
  overrides: [
    {
      // It runs the whole plugin, as a portal does.
      files: ['portal.test.ts'],
      rules: { '@backstage/no-mixed-plugin-imports': 'off' },
    },
    {
      // It wraps `it`, so it is a helper that the rules take for a test file; skipping with a reason is its purpose.
      files: ['support/itWhereClusterHas.ts'],
      rules: {
        'jest/no-disabled-tests': 'off',
        'jest/no-export': 'off',
        'jest/valid-title': 'off',
        'jest/expect-expect': 'off',
      },
    },
  ],
};
