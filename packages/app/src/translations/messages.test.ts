import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dir = join(__dirname, '../../translations/messages');

function placeholders(text: string): string[] {
  return (text.match(/\{\{?[^{}]+\}?\}/g) ?? []).sort();
}

describe('Chinese of Backstage pages', () => {
  it.each(readdirSync(dir))(
    '%s has no empty or untranslated sentence',
    file => {
      const messages: Record<string, string> = JSON.parse(
        readFileSync(join(dir, file), 'utf8'),
      );
      const empty = Object.entries(messages).filter(([, text]) => !text.trim());
      expect(empty).toEqual([]);
      // A sentence of several words without one Chinese character was forgotten.
      const forgotten = Object.entries(messages).filter(
        ([, text]) =>
          !/\p{Script=Han}/u.test(text) &&
          text
            .replace(/\{\{?[^{}]+\}?\}/g, '')
            .trim()
            .split(/\s+/).length > 2,
      );
      expect(forgotten).toEqual([]);
      // Placeholders are balanced, so that no brace reaches a reader.
      const broken = Object.values(messages).filter(
        text =>
          text.replace(/\{\{?[^{}]+\}?\}/g, '').match(/[{}]/) !== null &&
          placeholders(text).length > 0,
      );
      expect(broken).toEqual([]);
    },
  );
});
