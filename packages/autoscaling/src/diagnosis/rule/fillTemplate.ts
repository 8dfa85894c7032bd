import type { LocalizedText } from './Finding';

type Values = Readonly<Record<string, string | number>>;

/** Two decimals are enough for a sentence. */
function toText(value: string | number): string {
  return typeof value === 'number'
    ? String(Math.round(value * 100) / 100)
    : value;
}

/** Puts values into the places of a template: `{max}` becomes `10`. */
export function fillTemplate(
  template: LocalizedText,
  values: Values,
): LocalizedText {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (place, name: string) =>
      Object.hasOwn(values, name) ? toText(values[name]) : place,
    );
  return { en: fill(template.en), zh: fill(template.zh) };
}
