import { expect, Page, test as base } from '@playwright/test';
import { join } from 'node:path';

/**
 * Messages of libraries that we can neither mend nor quiet: React's development build says them of Material UI 4 in
 * Backstage's own components.
 */
const KNOWN_UPSTREAM = [/findDOMNode is deprecated/];

/** A test whose page fails it when the browser's console shows an error. */
export const test = base.extend<{ consoleErrors: string[] }>({
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', message => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', error => errors.push(String(error)));
      await use(errors);
      expect(
        errors.filter(text => !KNOWN_UPSTREAM.some(known => known.test(text))),
        'errors in the browser console',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * Keeps a picture of the page. With UPDATE_SCREENSHOTS it becomes the one in the documents, else it stays beside the
 * results of the test.
 */
export async function keepScreenshot(page: Page, name: string) {
  const dir = process.env.UPDATE_SCREENSHOTS
    ? 'docs/images'
    : '.local/test-results/screenshots';
  await page.screenshot({
    path: join(test.info().config.rootDir, '../../..', dir, `${name}.png`),
    animations: 'disabled',
  });
}

/** Chooses the language as the settings page stores it. */
export async function speak(page: Page, language: 'en' | 'zh') {
  await page.addInitScript(
    value => window.localStorage.setItem('language', value),
    language,
  );
}
