import { defineConfig } from '@playwright/test';
import browser from './playwright.config';

/** The production configuration, built and started as the image does it. */
export default defineConfig({
  ...browser,
  testDir: './src/production',
  reporter: [
    ['list'],
    ['json', { outputFile: '../.local/test-results/production.json' }],
  ],
  globalSetup: './src/production/startProduction.ts',
});
