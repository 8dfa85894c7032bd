import { expect, Page, test as base } from '@playwright/test';
import { join } from 'node:path';

/** What Backstage's own pages write to the console and we can neither mend nor quiet. */
const KNOWN_UPSTREAM = [
  // React's development build says this of Material UI 4.
  /findDOMNode is deprecated/,
  // And this of the scaffolder's text area.
  /prop `rows` of `ForwardRef\(TextField\)` is deprecated/,
  // Documents are built on their first visit; until then TechDocs asks for what is not there yet.
  /status of 404 .*\/api\/techdocs\//,
  // The search within documents has no index before the first document was built.
  /status of 500 .*\/api\/search\/query\?.*techdocs/,
];

/** A test whose page fails it when the browser's console shows an error. */
export const test = base.extend<{ consoleErrors: string[] }>({
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', message => {
        if (message.type() === 'error')
          errors.push(`${message.text()} ${message.location().url}`);
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
