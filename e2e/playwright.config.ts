import { defineConfig } from '@playwright/test';
import { chromiumExecutable } from './src/browser/chromium';

/**
 * One worker and no retries: the journeys share one portal, as a newcomer's browser does, and a retry would hide what
 * a person would see.
 */
export default defineConfig({
  testDir: './src/browser',
  outputDir: '../.local/test-results/browser-artifacts',
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: '../.local/test-results/browser.json' }],
  ],
  globalSetup: './src/browser/startPortal.ts',
  use: {
    baseURL: 'http://localhost:3000',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromiumExecutable(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
