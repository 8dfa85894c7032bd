import { aiModelsTranslationRef } from './ref';
import zh from './zh';

/** The messages of the ref; its type hides them from all but the app. */
const english = (
  aiModelsTranslationRef as unknown as {
    getDefaultMessages(): Record<string, string>;
  }
).getDefaultMessages();

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(match => match[1]).sort();

describe('the Chinese messages', () => {
  it.each(Object.entries(english))(
    '%s names what the English does',
    (key, text) => {
      const chinese = (zh.messages as Record<string, string>)[key];
      expect(chinese).toBeTruthy();
      expect(placeholders(chinese)).toEqual(placeholders(text));
    },
  );

  it('have no key that the English has not', () => {
    expect(Object.keys(zh.messages).sort()).toEqual(
      Object.keys(english).sort(),
    );
  });
});
