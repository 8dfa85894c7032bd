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
