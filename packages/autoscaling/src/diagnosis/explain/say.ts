import { fillTemplate } from '../rule/fillTemplate';
import type { LocalizedText } from '../rule/Finding';
import { PHRASES } from './phrases';

type Phrase = keyof typeof PHRASES;
type Values = Parameters<typeof fillTemplate>[1];
/** A sentence with its values. */
export function say(phrase: Phrase, values: Values): LocalizedText {
  return fillTemplate(PHRASES[phrase], values);
}

/** A sentence with values that read differently in the two languages. */
export function sayLocalized(
  template: LocalizedText,
  values: Values,
  localized: Record<string, LocalizedText>,
): LocalizedText {
  const inLanguage = (language: 'en' | 'zh') => ({
    ...values,
    ...Object.fromEntries(
      Object.entries(localized).map(([name, text]) => [name, text[language]]),
    ),
  });
  return {
    en: fillTemplate(template, inLanguage('en')).en,
    zh: fillTemplate(template, inLanguage('zh')).zh,
  };
}
