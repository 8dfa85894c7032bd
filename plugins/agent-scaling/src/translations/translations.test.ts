import { agentScalingTranslationRef } from './ref';
import zh from './zh';

/** The English messages; the reference keeps them behind a documented internal accessor of the app framework. */
function englishMessages(): Record<string, string> {
  return (
    agentScalingTranslationRef as unknown as {
      getDefaultMessages(): Record<string, string>;
    }
  ).getDefaultMessages();
}

const placeholders = (message: string) =>
  [...message.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();

describe('translations', () => {
  const english = englishMessages();
  const chinese: Record<string, string | null> = { ...zh.messages };

  it('has every text in Chinese and no other', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    expect(Object.values(chinese).filter(text => !text)).toEqual([]);
  });

  it('fills in the same values in both languages', () => {
    const different = Object.keys(english).filter(
      key =>
        placeholders(english[key]).join() !==
        placeholders(chinese[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('is Chinese wherever it is a sentence', () => {
    const left = Object.entries(english)
      .filter(
        ([key, text]) =>
          text.replaceAll(/\{\{\w+\}\}/g, '').length > 20 &&
          chinese[key] === text,
      )
      .map(([key]) => key);
    expect(left).toEqual([]);
  });
});
